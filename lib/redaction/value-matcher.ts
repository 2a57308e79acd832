import { createFirstWords } from './first-words.ts';
import { matchesIn } from './matches.ts';
import type { Span } from './span.ts';

/** Looks for known values in texts. The time it takes does not depend on how many values there are. */
export interface ValueMatcher {
  readonly isEmpty: boolean;
  /** @param text normalised. */
  find(text: string): readonly Span[];
}

export interface MatcherOptions {
  /** Values with fewer letters and digits are replaced only where they are the whole text. */
  readonly minLength: number;
  readonly rule: string;
}

interface Candidate {
  readonly words: readonly string[];
  readonly placeholder: string;
  readonly isShort: boolean;
}

const NONE: readonly Span[] = [];

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII_WORDS = /[a-z\d]+/g;
/** Writing without spaces: there a value may begin and end anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Letters and digits that a value of several words has at least to be looked for without what is between them. */
const MIN_JOINED = 6;
/** A number with its separators, and such numbers in a text: `1,234.50` is 1234.50. */
const ONE_NUMBER = /^[+(]?\d(?:[ .,'’/()-]{0,2}\d){5,}\)?$/;
const NUMBERS = /\d(?:[ .,'’/()-]{0,2}\d){5,}/g;
/** Most characters between two words of a value: `Ann-Marie O’Neil`, `ann_marie--oneil`. */
const MAX_BETWEEN = 3;

/** A matcher for pairs of a normalised value and its placeholder. Where a value comes twice, the first pair counts. */
export function createValueMatcher(
  pairs: Iterable<readonly [value: string, placeholder: string]>,
  { minLength, rule }: MatcherOptions,
): ValueMatcher {
  const byFirstWord = new Map<string, Candidate[]>();
  const firstWords = createFirstWords();
  const unspaced = new Map<string, string>();
  const wholes = new Map<string, string>();
  const numbers = new Map<string, string>();
  const seen = new Set<string>();
  const add = (words: readonly string[], placeholder: string): void => {
    const key = words.join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const candidate = { words, placeholder, isShort: words.join('').length < minLength };
    const candidates = byFirstWord.get(words[0] ?? '');
    if (candidates) candidates.push(candidate);
    else byFirstWord.set(words[0] ?? '', [candidate]);
    firstWords.add(words[0] ?? '');
  };
  for (const [value, placeholder] of pairs) {
    const whole = folded(value).trim();
    const words = wordsOf(whole).map(([word]) => word);
    if (words.length === 0) {
      wholes.set(whole, placeholder);
      continue;
    }
    add(words, placeholder);
    const joined = words.join('');
    if (words.length > 1 && joined.length >= MIN_JOINED) add([joined], placeholder);
    if (ONE_NUMBER.test(whole) && !numbers.has(digitsOf(whole))) numbers.set(digitsOf(whole), placeholder);
    if (UNSPACED.test(whole) && whole.length > 1) unspaced.set(whole, placeholder);
  }
  const isEmpty = byFirstWord.size + wholes.size === 0;
  const isOfWords = wholes.size + numbers.size === 0;
  return {
    isEmpty,
    find(text) {
      if (isEmpty) return NONE;
      if (isOfWords && !firstWords.mayBeIn(text)) return NONE;
      const lower = folded(text);
      const whole = wholes.size === 0 ? undefined : wholes.get(lower.trim());
      if (whole !== undefined) return [{ from: 0, to: text.length, rule, be: { placeholder: whole } }];
      const spans: Span[] = [];
      const words = firstWords.mayBeIn(lower) ? wordsOf(lower) : [];
      for (let start = 0; start < words.length; start += 1) {
        for (const candidate of byFirstWord.get(words[start]?.[0] ?? '') ?? []) {
          const span = matchAt(words, start, candidate, rule);
          if (span) spans.push(span);
        }
      }
      if (numbers.size > 0) spans.push(...numbersIn(lower, numbers, rule));
      if (unspaced.size > 0 && UNSPACED.test(text)) spans.push(...unspacedIn(lower, unspaced, rule));
      return spans;
    },
  };
}

/** A word and where it begins. */
type Word = readonly [text: string, at: number];

function wordsOf(lower: string): Word[] {
  return matchesIn(lower, ASCII.test(lower) ? ASCII_WORDS : WORDS).map(({ 0: word, index }) => [word, index]);
}

function matchAt(
  words: readonly Word[],
  start: number,
  { words: wanted, placeholder, isShort }: Candidate,
  rule: string,
) {
  if (isShort && words.length !== wanted.length) return undefined;
  let end = words[start]?.[1] ?? 0;
  for (const [place, expected] of wanted.entries()) {
    const [text, at] = words[start + place] ?? ['', 0];
    if (text !== expected || (place > 0 && at - end > MAX_BETWEEN)) return undefined;
    end = at + text.length;
  }
  return { from: words[start]?.[1] ?? 0, to: end, rule, be: { placeholder } };
}

function unspacedIn(lower: string, values: ReadonlyMap<string, string>, rule: string): Span[] {
  const spans: Span[] = [];
  for (const [value, placeholder] of values) {
    for (let at = lower.indexOf(value); at >= 0; at = lower.indexOf(value, at + value.length)) {
      spans.push({ from: at, to: at + value.length, rule, be: { placeholder } });
    }
  }
  return spans;
}

function numbersIn(text: string, values: ReadonlyMap<string, string>, rule: string): Span[] {
  return matchesIn(text, NUMBERS).flatMap(({ 0: number, index }) => {
    const placeholder = values.get(digitsOf(number));
    return placeholder === undefined ? [] : [{ from: index, to: index + number.length, rule, be: { placeholder } }];
  });
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The text in small letters without accents, each character in its place: what would become longer stays. */
function folded(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replace(CAPITALS, toLower).replace(NOT_ASCII, fold);
}

const ASCII = /^[\0-\x7f]*$/;
/** Signs of currencies and punctuation stand alone, and stay. */
const NOT_ASCII = /[^\0-\x7f\p{Sc}\p{P}]/gu;
const CAPITALS = /[A-Z]+/g;

const toLower = (capitals: string): string => capitals.toLowerCase();

function fold(character: string): string {
  const plain = character
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return plain.length === character.length ? plain : character;
}
