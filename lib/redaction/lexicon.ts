import { ALSO_NAMES, EVERYWHERE, IN_CODE, IN_LABELS } from './app-words.ts';
import { createPhrases, type Phrases } from './phrases.ts';

/**
 * What is known of a word: `app` may stay wherever an app can speak, `label` on its buttons and labels, `name` is a name of
 * people too, `code` a word of names in code alone. Undefined: it may be anything.
 */
export type WordClass = 'app' | 'label' | 'name' | 'code';

/** The words of apps, and the phrases of one site. */
export interface Lexicon {
  classOf(word: string): WordClass | undefined;
  /** What the policy lists for the site. Undefined: it is not known what that is. */
  readonly phrases: Phrases | undefined;
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

let latest: { readonly vocabulary: readonly string[] | null; readonly lexicon: Lexicon } | undefined;

/**
 * That of the batch before is used again where it is the same: a site may list thousands of phrases.
 * @param vocabulary phrases that the policy lists for the site; null if that is not known.
 */
export function lexiconOf(vocabulary: readonly string[] | null): Lexicon {
  if (!latest || !isSame(latest.vocabulary, vocabulary)) latest = { vocabulary, lexicon: createLexicon(vocabulary) };
  return latest.lexicon;
}

function createLexicon(vocabulary: readonly string[] | null): Lexicon {
  const words = commonWords();
  const classOf = (word: string) => words.get(word) ?? lookUp(word, words);
  return { classOf, phrases: vocabulary ? createPhrases(vocabulary, (word) => classOf(word) === 'name') : undefined };
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null || one === other) return one === other;
  return one.length === other.length && one.every((phrase, at) => phrase === other[at]);
}

/** Names of people and towns that end like the plural of a word. */
const NO_PLURALS: ReadonlySet<string> = new Set(
  'arias billings brussels coles dallas denys digos dourados evers griffiths jonas lucas paris peters pitts rhodes rojas'.split(
    ' ',
  ),
);

/** A word as it is written in the middle of a sentence, or what it is the plural of. */
function lookUp(written: string, words: ReadonlyMap<string, WordClass>): WordClass | undefined {
  const word = written.toLowerCase().replaceAll('’', "'");
  const known = word === written ? undefined : words.get(word);
  if (known !== undefined || word.length < 5 || !word.endsWith('s') || NO_PLURALS.has(word)) return known;
  const singular = words.get(word.slice(0, -1));
  return singular === 'name' ? undefined : singular;
}
