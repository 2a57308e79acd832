import type { Gap } from '../lib/gap.ts';
import type { Cut } from '../lib/manifest.ts';
import type { Channel, Ledger } from '../lib/record.ts';
import { sumLedgers } from '../lib/totals.ts';
import { harmless } from './terminal.ts';

/** Why an episode ended. */
export const CUT_WORDS: Readonly<Record<Cut['rule'], string>> = {
  idle: 'nobody did anything for a while',
  submit: 'a form was submitted, and then nobody did anything',
  switch: 'the person turned to something else after a pause',
  site: 'work went on at another site',
  length: 'it grew too long',
  mark: 'the person marked the end of the task',
  policy: 'the policy or the notice changed, or recording was switched off',
  browser_stopped: 'the browser stopped',
};

/** Why something is not in the data. */
export const GAP_WORDS: Readonly<Record<Gap['reason'], string>> = {
  paused: 'paused by the person',
  switched_off: 'switched off by the policy or the notice',
  off_schedule: 'outside the hours of the policy',
  frame_not_covered: 'a frame on the page is not a monitored site',
  worker_down: 'the page could not reach the extension',
  lost: 'data is missing',
  dropped: 'it came too late for its episode',
  throttled: 'recording slowed itself down to spare the page',
  updated: 'the extension was replaced under the page',
  browser_stopped: 'the browser ended without closing the recording',
  began_late: 'recording came into the page after it was there, and what was done before is missing',
  unload_unconfirmed: 'the page went away, and its last moments may be missing',
  redaction_failed: 'data was dropped because it could not be redacted',
  budget: 'the space on the disk was used up',
  screenshot_moved: 'no screenshot: the page moved or changed meanwhile',
  screenshot_unmeasured: 'no screenshot: the page holds what cannot be measured',
  screenshot_refused: 'no screenshot: the browser allowed none just then',
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  snapshot: 'pages',
  mutation: 'changes of pages',
  input: 'fields',
  action: 'actions',
  name: 'names of elements',
  selector: 'selectors',
  url: 'URLs',
  title: 'titles',
  style: 'style sheets',
  screenshot: 'screenshots',
  other: 'other places',
};

/** What rules withhold, where their name does not say it. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  typed: 'what was typed or chosen',
  value: 'what was typed or chosen',
  entered: 'what was typed or chosen, where the page shows it again',
  secret: 'secrets',
  strict_text: 'texts of sites at the strict level',
  url_query: 'query parameters of URLs',
  url_parameter: 'values in URLs',
  url_fragment: 'fragments of URLs',
  url_user: 'names and passwords in URLs',
  url_scheme: 'URLs of kinds that are not kept',
  url_malformed: 'URLs that cannot be read',
  url_content: 'content in URLs',
  data_url: 'content in style sheets',
  address: 'e-mail addresses and phone numbers in URLs',
  attribute: 'attributes',
  comment: 'comments',
  stub: 'parts of pages that are not kept',
  failed: 'data that could not be redacted',
  api_key: 'keys and tokens',
  email_address: 'e-mail addresses',
  credit_card: 'card numbers',
  iban_code: 'bank accounts',
  phone_number: 'phone numbers',
  us_ssn: 'social-security numbers',
  data: 'texts that are not known to be the app’s',
  name: 'words in names that code gives',
  encoded: 'encoded values',
  custom: 'what the policy lists',
  national_id: 'national numbers',
  ip_address: 'addresses of machines',
  date_of_birth: 'dates of birth',
  unknown_node: 'parts of pages of an unknown kind',
  unknown_event: 'changes of an unknown kind',
  painted_text: 'texts painted over',
  painted_field: 'fields painted over',
  painted_image: 'images painted over',
  painted_drawing: 'drawings painted over',
  painted_frame: 'frames painted over',
};

/** One thing that was withheld: how often in all, what, and where. */
export interface Withheld {
  readonly times: number;
  readonly what: string;
  readonly where: string;
}

/** The ledger in words, what was withheld most first. */
export function withheldWords(ledger: Ledger): Withheld[] {
  const wordsFor = (rule: string) => RULE_WORDS[rule] ?? harmless(rule.replaceAll('_', ' '));
  return [...new Set(ledger.map(({ rule }) => wordsFor(rule)))]
    .map((what) => {
      const named = ledger.filter(({ rule }) => wordsFor(rule) === what).map((entry) => ({ ...entry, rule: what }));
      const entries = sumLedgers([named]).sort((a, b) => b.count - a.count);
      return {
        times: entries.reduce((sum, { count }) => sum + count, 0),
        what,
        where: entries
          .map(({ channel, count }) => `${count.toLocaleString('en')} in ${CHANNEL_WORDS[channel]}`)
          .join(', '),
      };
    })
    .sort((a, b) => b.times - a.times);
}
