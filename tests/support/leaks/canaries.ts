import type { LeakCase } from './leak-case.ts';
import { LEAK_CASES } from './leak-cases.ts';
import { WORD_CANARIES } from './word-canaries.ts';

/** `odd` canaries are found nowhere else; `word` ones are names that look like any word. */
export type CanaryKind = 'odd' | 'word';
export const CANARY_KINDS: readonly CanaryKind[] = ['odd', 'word'];

/** In the text of a case, with the encoding that is asked for. */
const CANARY = /\$([A-J])(?![A-Z])(?:\.(64|hex|rev)\b)?/g;

/** What an odd canary looks like, in small letters: it names its case. */
export const ODD = /qx\d{3}secret[a-j]/g;
export const ODD_BACKWARDS = /[a-j]terces\d{3}xq/g;

/** One thing that must not be found. */
export interface Needle {
  readonly number: number;
  /** Of a canary; else the value itself. */
  readonly name: string;
  readonly kind: CanaryKind | 'value';
  readonly text: string;
  /** It goes at level `open` too. */
  readonly isFloor: boolean;
  /** The worker need not be told. */
  readonly isUnsaid: boolean;
}

/** Everything that must not be found of these cases. */
export function needlesOf(cases: readonly LeakCase[], kinds: readonly CanaryKind[]): Needle[] {
  return cases.flatMap((one) => {
    const isIn = (list: string | undefined, name: string) =>
      list === 'all' || (name.length === 1 && list?.includes(name) === true);
    const needle = (kind: Needle['kind'], name: string, text: string): Needle => ({
      ...{ number: one.number, name, kind, text },
      ...{ isFloor: isIn(one.floors, name), isUnsaid: isIn(one.unsaid, name) },
    });
    const canaries = kinds.flatMap((kind) =>
      lettersOf(one).map((letter) => needle(kind, letter, canaryOf(kind, one.number, letter))),
    );
    return [...canaries, ...(one.values ?? []).map((value) => needle('value', value, value))];
  });
}

export function canaryOf(kind: CanaryKind, number: number, letter: string): string {
  if (kind === 'odd') return `Qx${String(number).padStart(3, '0')}secret${letter}`;
  const word = WORDS.get(`${number}${letter}`) ?? '';
  // Names are written with a capital, and without.
  return 'BDFHJ'.includes(letter) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A text of a case with its canaries in it. */
export function withCanaries(text: string, number: number, kind: CanaryKind): string {
  return text.replace(CANARY, (_, letter: string, encoding?: string) => {
    const canary = canaryOf(kind, number, letter);
    if (encoding === undefined) return canary;
    if (encoding === 'rev') return [...canary].reverse().join('');
    return Buffer.from(canary).toString(encoding === 'hex' ? 'hex' : 'base64');
  });
}

function lettersOf(one: LeakCase): string[] {
  const found = JSON.stringify(one).matchAll(CANARY);
  return [...new Set(Array.from(found, ([, letter = '']) => letter))].sort();
}

/** Each canary has a word of its own, so that it names its case. */
const WORDS: ReadonlyMap<string, string> = new Map(
  LEAK_CASES.flatMap((one) => lettersOf(one).map((letter) => `${one.number}${letter}`)).map((key, at) => {
    const word = WORD_CANARIES[at];
    if (word === undefined) throw new Error('There are more canaries than words: add to word-canaries.ts.');
    return [key, word];
  }),
);
