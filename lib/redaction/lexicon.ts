import { ALSO_NAMES, EVERYWHERE, IN_CODE, IN_LABELS } from './app-words.ts';
import { normalise } from './normalise.ts';

/**
 * What is known of a word: `app` may stay wherever an app can speak, `label` on its buttons and labels, `name` is a name of
 * people too, `code` a word of names in code alone. Undefined: it may be anything.
 */
export type WordClass = 'app' | 'label' | 'name' | 'code';

/** The words of apps, and the phrases of one site. */
export interface Lexicon {
  classOf(word: string): WordClass | undefined;
  /** True for a text that the policy lists for the site. Undefined: it is not known what it lists. */
  isPhrase(text: string): boolean | undefined;
}

let common: ReadonlyMap<string, WordClass> | undefined;

/** The common words; they are taken apart when they are needed first. */
function commonWords(): ReadonlyMap<string, WordClass> {
  if (common) return common;
  const classes = new Map<string, WordClass>();
  for (const [words, wordClass] of [
    [IN_CODE, 'code'],
    [EVERYWHERE, 'app'],
    [IN_LABELS, 'label'],
    [ALSO_NAMES, 'name'],
  ] as const)
    for (const word of words.split(' ')) classes.set(word, wordClass);
  common = classes;
  return classes;
}

/** @param vocabulary phrases that the policy lists for the site; null if that is not known. */
export function createLexicon(vocabulary: readonly string[] | null): Lexicon {
  const words = commonWords();
  const phrases = new Set(vocabulary?.map(phraseKey));
  return {
    classOf: (word) => lookUp(word.toLowerCase().replaceAll('’', "'"), words),
    isPhrase: (text) => (vocabulary ? phrases.size > 0 && phrases.has(phraseKey(text)) : undefined),
  };
}

/** Case, space, and what stands around a phrase do not count. */
function phraseKey(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** A word, or what it is the plural of. */
function lookUp(word: string, words: ReadonlyMap<string, WordClass>): WordClass | undefined {
  const known = words.get(word);
  if (known !== undefined || word.length < 5 || !word.endsWith('s')) return known;
  const singular = words.get(word.slice(0, -1));
  return singular === 'name' ? undefined : singular;
}
