import { matchesIn } from './matches.ts';
import { isShortcut } from './shortcut.ts';

/** The phrases that the policy lists for a site. `{}` in one stands for data. */
export interface Phrases {
  /**
   * Where there is data in a text that is made of phrases: nowhere in one that is just a phrase. Undefined: it is made of
   * something else.
   * @param text normalised.
   */
  gapsIn(text: string, place: Place): Gap[] | undefined;
}

/** Where a text stands. */
interface Place {
  /** The app speaks there, and not its data: on a button, in a heading. */
  readonly isOfApp: boolean;
  /** It is what stands beside a placeholder. */
  readonly isPart: boolean;
}

/** A piece of a text that is data. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

interface Token extends Gap {
  /** In small letters. */
  readonly text: string;
}

/** A phrase with data in it. */
interface Gapped {
  /** The words between the gaps. */
  readonly runs: readonly (readonly string[])[];
  readonly isOpenAtStart: boolean;
  readonly isOpenAtEnd: boolean;
}

/** Stands for data in a phrase. */
export const GAP = '{}';
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const BETWEEN_ASCII_WORDS = /[^a-z\d]+/g;
/** ASCII, and the dashes, quotation marks and currencies beside it: no other letters or digits. */
const ASCII_AND_SIGNS = /^[\0-\x7f\u2010-\u2027\u20a0-\u20bf]*$/;
/** What is its own key. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/;
const SHORT_NUMBER = /^\d{1,4}$/;
/** Where one phrase may end and the next begin. */
const BOUNDARIES = /(?<=[.!?…:;。！？])\s+|\n\s*|\s[–—|·•-]\s/g;
/** Shorter words say too little to know a phrase with data in it by them. */
const MIN_LETTERS = 3;
/** Longest text in which phrases with data are looked for, in words. */
const MAX_WORDS = 200;
/** Most sentences of a text, and of one phrase: a page may say anything, and is not to keep the worker busy with it. */
const MAX_SENTENCES = 40;
const MAX_IN_PHRASE = 6;

/**
 * @param isName tells a word that is a name of people or places too: by itself, it is the app’s only where the app speaks.
 */
export function createPhrases(listed: readonly string[], isName: (word: string) => boolean): Phrases {
  const wholes = new Set<string>();
  const parts = new Set<string>();
  const byWord = new Map<string, Gapped[]>();
  for (const phrase of listed) {
    const pieces = phrase.split(GAP).map(keyOf);
    if (pieces.length === 1) {
      wholes.add(pieces[0] ?? '');
      continue;
    }
    const runs = pieces.filter((piece) => piece !== '').map((piece) => piece.split(' '));
    const telling = runs.flat().filter((word) => /^\p{L}/u.test(word) && word.length >= MIN_LETTERS && !isName(word));
    const [longest] = telling.toSorted((a, b) => b.length - a.length);
    if (longest === undefined) continue;
    for (const run of runs) (run.some((word) => telling.includes(word)) ? wholes : parts).add(run.join(' '));
    const gapped = { runs, isOpenAtStart: pieces[0] === '', isOpenAtEnd: pieces.at(-1) === '' };
    byWord.set(longest, [...(byWord.get(longest) ?? []), gapped]);
  }
  wholes.delete('');

  function gapsInOne(text: string, start: number, { isOfApp, isPart }: Place): Gap[] | undefined {
    const key = keyOf(text);
    if (key === '') return [];
    if (wholes.has(key) || (isPart && parts.has(key))) return isOfApp || !isName(key) ? [] : undefined;
    const before = key.slice(0, Math.max(0, key.lastIndexOf(' ')));
    const isNumbered = wholes.has(before) && SHORT_NUMBER.test(key.slice(before.length + 1)) && !isName(before);
    if (!isNumbered && !key.split(' ').some((word) => byWord.has(word))) return undefined;
    const tokens = tokensOf(text, start);
    if (isNumbered) return tokens.slice(-1);
    if (tokens.length > MAX_WORDS) return undefined;
    for (const word of new Set(tokens.map((token) => token.text)))
      for (const gapped of byWord.get(word) ?? []) {
        const gaps = gapsOf(tokens, gapped);
        if (gaps) return gaps;
      }
    return undefined;
  }

  return {
    gapsIn(text, place) {
      if (wholes.size + byWord.size === 0) return undefined;
      const whole = gapsInOne(text, 0, place);
      if (whole?.length === 0) return whole;
      const sentences = sentenceRanges(text);
      if (sentences.length < 2 || sentences.length > MAX_SENTENCES) return whole;
      const all: Gap[] = [];
      for (let at = 0; at < sentences.length;) {
        const from = sentences[at]?.from ?? 0;
        // A phrase may be of several sentences: the longest counts.
        let gaps: Gap[] | undefined;
        let end = Math.min(sentences.length, at + MAX_IN_PHRASE);
        for (; end > at && !gaps; end -= 1) {
          const together = text.slice(from, sentences[end - 1]?.to);
          gaps = isShortcut(together) ? [] : gapsInOne(together, from, place);
        }
        if (!gaps) return whole;
        all.push(...gaps);
        at = end + 1;
      }
      return all;
    },
  };
}

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] => sentenceRanges(text).map(({ from, to }) => text.slice(from, to));

function sentenceRanges(text: string): Gap[] {
  const boundaries = matchesIn(text, BOUNDARIES);
  if (boundaries.length === 0) return [{ from: 0, to: text.length }];
  const ranges: Gap[] = [];
  let from = 0;
  for (const { 0: boundary, index } of [...boundaries, { 0: '', index: text.length }]) {
    if (index > from) ranges.push({ from, to: index });
    from = index + boundary.length;
  }
  return ranges;
}

/** The words alone: case, space, punctuation and typography do not count. */
function keyOf(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (ASCII_AND_SIGNS.test(lower)) return lower.replace(BETWEEN_ASCII_WORDS, ' ').trim();
  return lower.replace(BETWEEN_WORDS, ' ').trim();
}

function tokensOf(text: string, start: number): Token[] {
  return matchesIn(text, WORDS).map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    from: start + index,
    to: start + index + word.length,
  }));
}

/** Where the gaps of a phrase are in a text of these words, if it is one. A gap is at least one word. */
function gapsOf(tokens: readonly Token[], { runs, isOpenAtStart, isOpenAtEnd }: Gapped): Gap[] | undefined {
  const gaps: Gap[] = [];
  let at = 0;
  const fill = (to: number): void => void gaps.push({ from: tokens[at]?.from ?? 0, to: tokens[to - 1]?.to ?? 0 });
  for (const [place, run] of runs.entries()) {
    const isAtStart = place === 0 && !isOpenAtStart;
    const isAtEnd = place === runs.length - 1 && !isOpenAtEnd;
    const found = isAtStart ? 0 : isAtEnd ? tokens.length - run.length : indexOf(tokens, run, at + 1);
    if (found < (isAtStart ? 0 : at + 1) || !isAt(tokens, run, found)) return undefined;
    if (!isAtStart) fill(found);
    at = found + run.length;
  }
  if (isOpenAtEnd === at >= tokens.length) return undefined;
  if (isOpenAtEnd) fill(tokens.length);
  return gaps;
}

function indexOf(tokens: readonly Token[], run: readonly string[], from: number): number {
  for (let at = from; at + run.length <= tokens.length; at += 1) if (isAt(tokens, run, at)) return at;
  return -1;
}

const isAt = (tokens: readonly Token[], run: readonly string[], at: number): boolean =>
  run.every((word, place) => tokens[at + place]?.text === word);
