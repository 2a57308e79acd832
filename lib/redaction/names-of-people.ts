import type { WordClass } from './lexicon.ts';

/** A word of a text that may be part of somebody’s name. */
export interface Word {
  readonly text: string;
  readonly known: WordClass | undefined;
  /** The character behind it. */
  readonly mark: string | undefined;
}

/** Words of apps that are family names too: behind a name with a capital they are the rest of it. */
const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'banks best black bond branch bridge brown case child church court cross day english estes field fields french friend ' +
    'glass gold good gray green grey holiday house jobs joy key keys law light link little long love major masters merchant ' +
    'moon north page park peace person pitch player pond post pound power price rain root self shell short silver singer ' +
    'small snow speed spring stock stone street strong sweet tower wall walls way west white winter wise wood workman young'
  ).split(' '),
);
/** Before a name: after these, a word with a capital is somebody. */
const TITLES: ReadonlySet<string> = new Set(
  'dr mr mrs ms miss prof professor sir herr frau mme mlle monsieur madame señor señora sr sra signor signora mevrouw'.split(
    ' ',
  ),
);
/** After these, a name is one, also between ordinary words. */
const GREETINGS: ReadonlySet<string> = new Set(
  'hello hi hey welcome dear hallo bonjour hola ciao olá from by'.split(' '),
);

/** Words of the longest name: “Mark J. Price”. */
const LONGEST = 3;

/** True for a word of a name, as the capitals say: “Mark Price”, “Price, Mark”, “Alice Field”, “Dr Case”. */
export function isOfPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !/^\p{Lu}/u.test(word.text)) return false;
  for (let back = 0; back < LONGEST; back += 1) if (nameLength(words, at - back) > back) return true;
  if (!isCapitalised(word)) return false;
  const title = words[at - 1]?.text.toLowerCase() ?? '';
  return TITLES.has(title) || (word.known === 'name' && GREETINGS.has(title));
}

/** How many words the name has that begins there: 0 for none. */
function nameLength(words: readonly Word[], at: number): number {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  if (!first || !second) return 0;
  if ((isGivenName(first) || isDotted(first)) && isFamilyName(second)) return 2;
  if (isFamilyName(first) && first.mark === ',' && (isGivenName(second) || isDotted(second))) return 2;
  return third && isGivenName(first) && isInitial(second) && isFamilyName(third) ? 3 : 0;
}

const isCapitalised = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(text);
const isShouted = ({ text }: Word): boolean => /^\p{Lu}{3,}$/u.test(text);

const isFamilyName = (word: Word): boolean =>
  (isCapitalised(word) || isShouted(word)) && (word.known === 'name' || FAMILY_NAMES.has(word.text.toLowerCase()));

/** What is known of no other use is one, and so are names that are words too; `Max` mostly is the opposite of `Min`. */
const isGivenName = (word: Word): boolean =>
  word.known === 'name' ? word.text !== 'Max' && (isCapitalised(word) || isShouted(word)) : isStranger(word);

const isStranger = (word: Word): boolean => word.known === undefined && isCapitalised(word);

/** A letter that stands for a name; some are words, and those need a dot. */
const isInitial = (word: Word): boolean => isDotted(word) || (word.known === undefined && /^\p{Lu}$/u.test(word.text));
const isDotted = ({ text, mark }: Word): boolean => mark === '.' && /^\p{Lu}$/u.test(text);
