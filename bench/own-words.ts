import { TYPED } from './app-people.ts';
import { SENT } from './redaction-data.ts';

/** A word by itself: what stands together with digits is part of a number, a version or an id. */
const WORDS = /(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{M}]{2,}(?![\p{L}\p{M}\p{N}_])/gu;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const DATES = new RegExp(
  String.raw`\d{1,2}(?:st|nd|rd|th)? ${MONTH} \d{4}(?: at \d{1,2}:\d{2} ?[ap]m)?|${MONTH} \d{1,2}, \d{4}(?: \d{1,2}:\d{2}(?: ?[ap]m)?)?|\d{1,2}/\d{1,2}/\d{4},? \d{1,2}:\d{2}:\d{2} [ap]m`,
  'gi',
);
const ADDRESSES = /https?:\/\/\S+/g;

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/** What is known of an application and its data. */
export interface Provenance {
  /** What it showed before anything was sent to it. */
  readonly empty: ReadonlySet<string>;
  /** What its fields held. */
  readonly held: ReadonlySet<string>;
}

/**
 * The words of a text that the application itself says. What people sent to it, what they typed or a field holds is not
 * among them, nor are dates and addresses.
 */
export function ownWords(shown: string, { empty, held }: Provenance): string[] {
  const text = tidy(shown);
  const put = empty.has(text) ? TYPED : [...SENT, ...TYPED];
  if (held.has(text) || put.some((one) => ` ${one} `.includes(` ${text} `))) return [];
  const longer = [...held].filter((value) => wordsOf(value).length > 1);
  const rest = [...put, ...longer].reduce((left, one) => left.replaceAll(one, ' 0 '), text);
  return wordsOf(rest.replace(DATES, ' 0 ').replace(ADDRESSES, ' 0 '));
}
