import { z } from 'zod';
import { BUILT_IN_DENY } from './deny-list.ts';
import { isMatchPattern, matchesPattern } from './match-pattern.ts';
import { WantsPointerPath } from './pointer-path.ts';
import { Schedule } from './schedule.ts';
import { ScreenshotPlan } from './screenshot.ts';
import { Withhold } from './withhold.ts';

/** How much of a monitored site's text is kept. The floors hold at every level. */
export const RedactionLevel = z
  .enum(['strict', 'standard', 'open'])
  .describe(
    'How much text is kept. `strict`: every text becomes a placeholder, but for the `vocabulary`. `standard`: the words ' +
      'of the app stay (labels, buttons, menus, headings, column heads), data and everything typed become placeholders. `open`: for test systems with made-up data alone: what is typed, ' +
      'queries and fragments of URLs stay too, unless they hold a secret or a detected identifier.',
  );
export type RedactionLevel = z.infer<typeof RedactionLevel>;

const Pattern = z
  .string()
  .refine(isMatchPattern, 'is not a match pattern such as https://tickets.example.com/*')
  .describe('A match pattern, http or https, such as `https://tickets.example.com/*`.');

const MonitoredSite = z
  .strictObject({
    match: Pattern,
    redaction: RedactionLevel,
    urlParameters: z
      .array(z.string().min(1))
      .describe(
        'Names of query parameters whose values may be kept in URLs. All others are dropped, and fragments too.',
      ),
    vocabulary: z
      .array(z.string().min(1).max(500))
      .describe(
        'Phrases of the app itself, such as `Assignee`, `Add to sprint` or `Assigned to {}`: they stay at every level, as ' +
          'the whole of a text or of a sentence; `{}` is data, and is replaced. Needed for words that are not among the ' +
          'common ones of web apps, and for other languages. May be empty.',
      ),
  })
  .describe('A site whose pages are recorded.');
export type MonitoredSite = z.infer<typeof MonitoredSite>;

const MEGABYTE = 1_000_000;

/**
 * What the administrator sets, read from managed storage. The only source of the managed schema, of `docs/policy.md` and
 * of the sample policy. Every key is mandatory: Chrome drops a key that it cannot read without a word, and a missing
 * deny-list must not look like an empty one.
 */
export const Policy = z.strictObject({
  policyVersion: z
    .string()
    .min(1)
    .describe('The administrator’s own version of this policy, for example `2026-11-01`.'),
  sites: z.array(MonitoredSite).min(1).describe('The sites that are recorded. Nothing else ever is.'),
  withhold: Withhold.describe(
    'What is replaced on all sites at every level, besides what is always. Both lists may be empty.',
  ),
  deny: z.array(Pattern).describe('Pages never recorded, even on monitored sites. Deny always wins. May be empty.'),
  collector: z
    .strictObject({
      url: z.url().describe('Base URL of the company’s own collector. HTTPS.'),
      enrolmentToken: z
        .string()
        .min(16)
        .describe('Lets a device register its own key with the collector. Worth nothing after that; rotate it freely.'),
    })
    .describe('Where episodes are sent.'),
  organisation: z
    .strictObject({
      name: z.string().min(1).describe('The company’s name, as people should read it.'),
      publicKeys: z
        .array(z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'is not an age X25519 recipient (age1…)'))
        .min(1)
        .describe('age X25519 recipients. What is recorded opens only with one of their private halves.'),
    })
    .describe('Whose data this is, and who can open it.'),
  notice: z
    .strictObject({
      version: z.string().min(1).describe('Version of the notice text. A new version asks again.'),
      mode: z
        .enum(['acknowledge', 'opt-in'])
        .describe('`acknowledge`: recording starts once the person has confirmed reading. `opt-in`: once they agreed.'),
      purpose: z.string().min(1).describe('Why work is recorded, in plain words.'),
      contact: z.string().min(1).describe('Whom to ask: a name, a mailbox, or both.'),
      links: z
        .array(
          z.strictObject({
            label: z.string().min(1).describe('Text of the link.'),
            url: z.url().describe('Where it leads.'),
          }),
        )
        .describe('Further reading: privacy notice, works agreement, impact assessment. May be empty.'),
    })
    .describe('What people are told before anything is recorded.'),
  schedule: Schedule.describe('When recording may happen.'),
  budgets: z
    .strictObject({
      uploadBytesPerDay: z
        .number()
        .int()
        .min(MEGABYTE)
        .describe('Most bytes uploaded in a day by one device. Uploads wait for the next day beyond it.'),
      diskBytes: z
        .number()
        .int()
        .min(MEGABYTE)
        .describe('Most bytes kept on the device. Uploaded data goes first; then recording stops.'),
    })
    .describe('Limits on what one device uses.'),
  retention: z
    .strictObject({
      uploadedDays: z
        .number()
        .int()
        .min(0)
        .max(365)
        .describe('Days that uploaded episodes stay on the device for review.'),
      unsentDays: z
        .number()
        .int()
        .min(1)
        .max(365)
        .describe('Days after which an episode that could not be sent stops recording until it is sent.'),
    })
    .describe('How long data stays on the device.'),
  upload: z
    .strictObject({
      holdMinutes: z
        .number()
        .int()
        .min(0)
        .max(7 * 24 * 60)
        .describe('Minutes that a finished episode waits on the device before it may be sent.'),
    })
    .describe('When episodes leave the device.'),
  screenshots: ScreenshotPlan,
  pointerPath: WantsPointerPath,
});
export type Policy = z.infer<typeof Policy>;

/** What can be wrong with a policy, in words for the popup: which key, and what to do about it. */
export interface PolicyProblem {
  /** Dotted path of the key, or '' for the policy as a whole. */
  readonly key: string;
  readonly problem: 'no_policy' | 'missing' | 'invalid';
  /** A sentence in English for the administrator. */
  readonly detail: string;
}

export type PolicyReading =
  | { readonly status: 'valid'; readonly policy: Policy }
  | { readonly status: 'none' }
  | { readonly status: 'broken'; readonly problems: readonly PolicyProblem[] };

/**
 * Reads what managed storage holds. Anything but a complete, valid policy is no policy: the caller must not record.
 * @param options.allowLoopbackHttp only in builds of mode `loopback`: the collector may be plain HTTP on this machine.
 */
export function readPolicy(managed: unknown, options: { readonly allowLoopbackHttp: boolean }): PolicyReading {
  if (typeof managed !== 'object' || managed === null || Object.keys(managed).length === 0) return { status: 'none' };
  const problems: PolicyProblem[] = Object.keys(Policy.shape)
    .filter((key) => !(key in managed))
    .map((key) => ({
      key,
      problem: 'missing',
      detail: `${key} is missing. The browser drops a key that does not fit the schema: check its spelling and types.`,
    }));
  const parsed = Policy.safeParse(managed);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const key = issue.path.join('.');
      if (problems.some((problem) => problem.key === key)) continue;
      problems.push({ key, problem: 'invalid', detail: `${key || 'The policy'}: ${issue.message}` });
    }
    return { status: 'broken', problems };
  }
  const rule = crossKeyProblem(parsed.data, options);
  return rule ? { status: 'broken', problems: [rule] } : { status: 'valid', policy: parsed.data };
}

function crossKeyProblem(policy: Policy, options: { readonly allowLoopbackHttp: boolean }): PolicyProblem | undefined {
  if (policy.schedule.to <= policy.schedule.from) {
    return { key: 'schedule.to', problem: 'invalid', detail: 'schedule.to must be later than schedule.from.' };
  }
  const { protocol, hostname } = new URL(policy.collector.url);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(options.allowLoopbackHttp && protocol === 'http:' && isLoopback)) {
    return { key: 'collector.url', problem: 'invalid', detail: 'collector.url must begin with https://.' };
  }
  return undefined;
}

/** The first rule of the policy that covers `url`, unless a deny rule, built in or from the policy, covers it too. */
export function monitoredSite(policy: Policy, url: string): MonitoredSite | undefined {
  if ([...BUILT_IN_DENY, ...policy.deny].some((pattern) => matchesPattern(pattern, url))) return undefined;
  return policy.sites.find((site) => matchesPattern(site.match, url));
}
