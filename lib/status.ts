import { z } from 'zod';
import { monitoredSite, type MonitoredSite, type PolicyReading } from './policy.ts';
import { isScheduled, type LocalTime } from './schedule.ts';
import { Moment } from './units.ts';

/** Why nothing is recorded, as a key of the message files. */
export const OffReason = z.enum(['no_policy', 'broken_policy', 'notice', 'declined', 'not_monitored', 'schedule']);
export type OffReason = z.infer<typeof OffReason>;

export const ProblemReason = z.enum(['disk_budget', 'redaction', 'self_test', 'unsent_too_long', 'storage']);
export type ProblemReason = z.infer<typeof ProblemReason>;

/** What is happening in one tab, and why. Badge, popup and the gate of the ingest all ask the same function. */
export const CaptureStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('recording'), siteRule: z.string() }),
  z.strictObject({ state: z.literal('paused'), until: Moment }),
  z.strictObject({ state: z.literal('off'), reason: OffReason }),
  z.strictObject({ state: z.literal('problem'), reason: ProblemReason }),
]);
export type CaptureStatus = z.infer<typeof CaptureStatus>;

/** The person's answer to the notice, kept with the hash of what was shown. */
export interface NoticeAnswer {
  readonly noticeHash: string;
  readonly accepted: boolean;
  readonly at: number;
}

export interface StatusInputs {
  readonly policy: PolicyReading;
  /** Hash of the policy's notice; null without a policy. */
  readonly noticeHash: string | null;
  readonly answer: NoticeAnswer | null;
  /** Epoch ms at which the pause ends; null when not paused. */
  readonly pausedUntil: number | null;
  readonly problem: ProblemReason | null;
  /** Epoch ms. */
  readonly now: number;
  readonly localTime: LocalTime;
}

/** Whether a document at `url` may be recorded now. Everything that is not a clear yes is a no, with its reason. */
export function captureStatus(inputs: StatusInputs, url: string): CaptureStatus {
  const general = generalStatus(inputs);
  if (general) return general;
  const site = siteFor(inputs.policy, url);
  return site ? { state: 'recording', siteRule: site.match } : { state: 'off', reason: 'not_monitored' };
}

/** What holds for every tab: undefined when monitored sites are recorded. */
export function generalStatus(inputs: StatusInputs): Exclude<CaptureStatus, { state: 'recording' }> | undefined {
  const { policy, answer } = inputs;
  if (policy.status === 'none') return { state: 'off', reason: 'no_policy' };
  if (policy.status === 'broken') return { state: 'off', reason: 'broken_policy' };
  if (!answer || answer.noticeHash !== inputs.noticeHash) return { state: 'off', reason: 'notice' };
  if (!answer.accepted) return { state: 'off', reason: 'declined' };
  if (inputs.pausedUntil !== null && inputs.now < inputs.pausedUntil)
    return { state: 'paused', until: inputs.pausedUntil };
  if (!isScheduled(policy.policy.schedule, inputs.localTime)) return { state: 'off', reason: 'schedule' };
  if (inputs.problem) return { state: 'problem', reason: inputs.problem };
  return undefined;
}

function siteFor(policy: PolicyReading, url: string): MonitoredSite | undefined {
  return policy.status === 'valid' ? monitoredSite(policy.policy, url) : undefined;
}
