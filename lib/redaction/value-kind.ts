import { detect } from './detectors.ts';
import { isPlain } from './glance.ts';
import type { Kind } from './kinds.ts';
import { normalise } from './normalise.ts';

/** More words than this are a text, not a phrase. */
const MAX_WORDS = 8;

const CURRENCY = String.raw`(?:[$€£¥₹₩]|\b(?:usd|eur|gbp|chf|jpy|sek|nok|dkk|pln|czk|inr|cad|aud)\b)`;

type Shapes = readonly (readonly [Kind, RegExp])[];

/** Shapes of what begins with a digit or a sign, first match first. */
const OF_NUMBERS: Shapes = [
  ['NUMBER', /^[+-]?(?:\d+|\d{1,3}(?:[ .,'’]\d{3})+)(?:[.,]\d+)?(?: ?%)?$/],
  ['DATE', /^\d{4}-(?:\d{2}|W\d{2})(?:-\d{2})?(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/i],
  ['DATE', /^\d{1,2}([./-])\d{1,2}\1\d{2,4}$/],
  ['TIME', /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i],
  ['COLOUR', /^#[\da-f]{6}(?:[\da-f]{2})?$/i],
];
/** Those of all. */
const OF_ALL: Shapes = [
  ['MONEY', new RegExp(`^-?${CURRENCY} ?\\d[\\d., '’]*$|^-?\\d[\\d., '’]*${CURRENCY}$`, 'i')],
  ['URL', /^(?:https?:\/\/|www\.)\S+$/i],
  ['WORD', /^[\p{L}\p{M}'’-]+$/u],
  ['IDENTIFIER', /^\S+$/],
];

/** What kind of thing a value as a whole is. Not for empty values. */
export function kindOfValue(value: string): Kind {
  const text = normalise(value).trim();
  const found = isPlain(text) ? undefined : detect(text).find(({ from, to }) => from === 0 && to === text.length);
  if (found) return found.kind;
  const shape = text.length <= 200 ? shapeOf(text) : undefined;
  if (shape) return shape;
  return text.includes('\n') || (text.match(/\s+/g)?.length ?? 0) >= MAX_WORDS ? 'TEXT' : 'WORDS';
}

function shapeOf(text: string): Kind | undefined {
  if (/^[\d#+-]/.test(text)) for (const [kind, pattern] of OF_NUMBERS) if (pattern.test(text)) return kind;
  for (const [kind, pattern] of OF_ALL) if (pattern.test(text)) return kind;
  return undefined;
}
