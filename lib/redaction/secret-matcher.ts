import { type SecretPrint, sumWith } from '../secret-print.ts';
import { SECRET } from './kinds.ts';
import type { Span } from './span.ts';
import type { ValueMatcher } from './value-matcher.ts';

/** Letters and digits that a secret has at least to be looked for. */
const MIN_LENGTH = 4;
/** A longer secret is found inside of a word too. */
const MIN_INSIDE = 8;
/** How many secrets of other documents are remembered. */
const MAX_REMEMBERED = 500;
/** More than any character is. */
const CHARACTERS = 0x10000;
const INK = /[\p{L}\p{N}]/u;
const NONE: readonly Span[] = [];

/** The letters and digits of a text: their codes, and the characters that they stand for. */
interface Ink {
  readonly codes: number[];
  readonly from: number[];
  readonly to: number[];
}

/**
 * Looks in texts for secrets of which only the prints are known, as they are written or backwards, whatever stands between
 * their characters; and for what `values` knows.
 */
export function withSecrets(values: ValueMatcher, prints: readonly SecretPrint[]): ValueMatcher {
  const lengths = new Set(prints.map(([length]) => length).filter((length) => length >= MIN_LENGTH));
  if (lengths.size === 0) return values;
  const sumsOf = (length: number) => new Set(prints.flatMap(([other, sum]) => (other === length ? sum : [])));
  const sought = [...lengths].map((length) => ({ length, sums: sumsOf(length) }));
  const shortest = Math.min(...lengths);
  return {
    isEmpty: false,
    find(text) {
      const ink = text.length < shortest ? undefined : inkOf(text);
      const found = ink && ink.codes.length >= shortest ? secretsIn(text, ink, sought) : NONE;
      return found.length > 0 ? [...values.find(text), ...found] : values.find(text);
    },
  };
}

/**
 * The prints that are worth remembering, the latest last: not those of what was still being typed, which others go on from.
 * One that is told again is a late one.
 */
export function lastingPrints(prints: readonly SecretPrint[]): SecretPrint[] {
  const latest = new Map(prints.toReversed().map((print) => [print.join(), print]));
  const distinct = [...latest.values()].slice(0, 2 * MAX_REMEMBERED).reverse();
  const ofLength: number[][] = [];
  for (const [length, sum] of distinct) (ofLength[length] ??= []).push(sum);
  const isGoneOnFrom = ([length, sum]: SecretPrint) =>
    ofLength[length + 1]?.some((next) => (next - sumWith(sum, 0)) >>> 0 < CHARACTERS) ?? false;
  return distinct.filter((print) => !isGoneOnFrom(print)).slice(-MAX_REMEMBERED);
}

interface Sought {
  readonly length: number;
  readonly sums: ReadonlySet<number>;
}

function secretsIn(text: string, { codes, from, to }: Ink, sought: readonly Sought[]): Span[] {
  const spans: Span[] = [];
  const backwards = codes.toReversed();
  const add = (first: number, last: number): void => {
    const span = { from: from[first] ?? 0, to: to[last] ?? 0 };
    const isWhole = to[first - 1] !== span.from && from[last + 1] !== span.to;
    if (isWhole || last - first + 1 >= MIN_INSIDE) spans.push({ ...span, rule: 'secret', be: { placeholder: SECRET } });
  };
  for (const { length, sums } of sought) {
    for (const start of placesIn(codes, length, sums)) add(start, start + length - 1);
    for (const start of placesIn(backwards, length, sums)) add(codes.length - start - length, codes.length - 1 - start);
  }
  return spans;
}

/** Where so many characters begin that have one of the sums. Each sum is made from the one before it. */
function placesIn(codes: readonly number[], length: number, sums: ReadonlySet<number>): number[] {
  const places: number[] = [];
  let weight = 1;
  for (let at = 0; at < length; at += 1) weight = sumWith(weight, 0);
  let sum = 0;
  for (let at = 0; at < codes.length; at += 1) {
    sum = sumWith(sum, codes[at] ?? 0);
    if (at >= length) sum = (sum - Math.imul(codes[at - length] ?? 0, weight)) | 0;
    if (at >= length - 1 && sums.has(sum)) places.push(at - length + 1);
  }
  return places;
}

function inkOf(text: string): Ink {
  const ink: Ink = { codes: [], from: [], to: [] };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const lower = lowerOf(character);
    for (let unit = 0; unit < lower.length; unit += 1) {
      ink.codes.push(lower.charCodeAt(unit));
      ink.from.push(at);
      ink.to.push(end);
    }
    at = end;
  }
  return ink;
}

/** Letters and digits in small letters; empty for what is neither. */
const lowerOf = (character: string): string =>
  LOWER_OF_ASCII[character.charCodeAt(0)] ?? (INK.test(character) ? character.toLowerCase() : '');

const LOWER_OF_ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return INK.test(character) ? character.toLowerCase() : '';
});
