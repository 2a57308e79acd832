import { detect } from '../../lib/redaction/detectors.ts';
import type { Kind } from '../../lib/redaction/kinds.ts';
import { lexiconOf } from '../../lib/redaction/lexicon.ts';
import { normalise } from '../../lib/redaction/normalise.ts';
import { GAP, sentencesOf } from '../../lib/redaction/phrases.ts';

/** Longer texts are taken apart into their sentences; longer sentences are left out: a policy does not take them. */
const MAX_TOGETHER = 200;
const MAX_LENGTH = 500;
/** Fewer words say too little to tell a piece of a sentence from names of code. */
const MIN_OF_SENTENCE = 4;

/** What people write with. Braces, tags, slashes between words and the like are those of code. */
const WRITTEN = /^[\p{L}\p{M}\p{N}\s'’"“”„«»()[\].,:;!?…&%+*#·•–—/-]+$/u;
const ADDRESS = /^[./#@-]\S|:\/\/|\S\/\S*\/|\w\.\w/;
/** Style sheets and calls: `&:hover, &-active`, `0 !important`, `translate(…`. Not `ticket(s)`. */
const STYLED = /^[&+/*:;]|!important|(?:^|[\w\s,&]):{1,2}[a-z]|\w\((?!s\))|^\(.*:.*\)$|\bsans-serif\b/;
/** Shapes in SVG and lists of numbers. */
const DRAWN = /^[MmLlHhVvCcSsQqTtAaZz]?[\d\s.,-]+$/;
const CAPITALISED = /^(?:\p{Lu}[\p{Ll}\p{M}]*(?:[-'’]?[\p{Ll}\p{M}]+)+|\p{Lu}{2,4}|\p{Lo}+)[.:!?…]*$/u;
/** What is written in one word with capitals inside or a number at its end for people too: `OpenID`, `GitHub`, `OAuth2`. */
const BRAND = /^["'“„«(]?(?:\p{Lu}\p{L}*|\p{Ll}\p{Lu}\p{Ll}+)\d{0,4}["'”“»).,:;!?…]*$/u;
const HAS_WORD = /\p{L}{2}|\p{Lo}/u;
const WORDS = /[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu;

const lexicon = lexiconOf([]);
const isKnown = (word: string): boolean => !['code', 'name', undefined].includes(lexicon.classOf(word));

/** Stands in a text of a program for what is computed. */
export const COMPUTED = '\u{F8FF}';
/** How programs write in a text that a value goes there: `{{name}}`, `${name}`, `{0}`, `%s`, `__name__`, `<<name>>`. */
const VALUES = new RegExp(
  [
    String.raw`\{\{[^{}]*\}\}`,
    String.raw`[$%#]?\{[\w\s.,:+-]*\}`,
    String.raw`%(?:\d+\$)?[sdif@](?!\w)`,
    String.raw`\b__\w+?__\b`,
    String.raw`<<[^<>]*>>`,
    COMPUTED,
  ].join('|'),
  'gu',
);

/** Lines, and the forms of a message for one and for many: `No items | One item | {count} items`. */
const LINES = /\n|\s\|\s/;

/** A value and what it is one word with: `v{{version}}`. */
const AROUND_COMPUTED = new RegExp(String.raw`[\p{L}\p{M}\p{N}]*${COMPUTED}[\p{L}\p{M}\p{N}${COMPUTED}]*`, 'gu');
/** Marks of Markdown, of wikis and for keys, which a page shows as elements. */
const MARKS = /`+|\*\*|''|\[\[|\]\]|\[|\](?:\([^()]*\))?|\|/;

/** What a page shows around elements: pieces of more than one word. */
function piecesAround(line: string): string[] {
  const pieces = line.split(MARKS);
  return pieces.length > 1 ? pieces.filter((piece) => (piece.match(WORDS)?.length ?? 0) > 1) : [];
}

/**
 * The phrases that a text of an app consists of, with `{}` where data goes: one, or the sentences of a long one.
 * @param of where it stands: a page may show data, a program says much that is not for people.
 */
export function phrasesIn(text: string, of: 'page' | 'template' | 'messages' | 'program'): string[] {
  const lines = of === 'messages' || of === 'program' ? text.split(LINES) : [text];
  const pieces = of === 'messages' ? lines.flatMap((line) => [line, ...piecesAround(line)]) : lines;
  return pieces.flatMap((piece) => {
    const phrase = tidy(piece.replace(VALUES, COMPUTED).replace(AROUND_COMPUTED, ` ${GAP} `));
    const all = phrase.length > MAX_TOGETHER ? sentencesOf(phrase) : [phrase];
    const isPhrase = of === 'program' && (piece.includes(COMPUTED) || piece.includes(GAP)) ? isComposed : IS_PHRASE[of];
    return all.filter(isPhrase).filter(({ length }) => length <= MAX_LENGTH);
  });
}

/** Space as a page shows it. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const withoutGaps = (text: string): string => tidy(text.replaceAll(GAP, ' '));

/**
 * True for a text of a program that looks like words for people: a capital at its beginning, or words half of which apps are
 * known to say.
 */
function isForPeople(phrase: string): boolean {
  const text = withoutGaps(phrase);
  if (!couldBeWords(text)) return false;
  const tokens = text.split(' ');
  const words = text.match(WORDS) ?? [];
  if (tokens.length === 1 && text === phrase) return CAPITALISED.test(text);
  const mixed = tokens.filter((token) => /\p{L}\d|\d\p{L}{2}|[\p{Ll}]\p{Lu}/u.test(token));
  const isMixed = !mixed.every((token) => BRAND.test(token)) || mixed.length * 2 > tokens.length;
  if (isMixed || words.length * 2 < tokens.length) return false;
  const isMostlyKnown = words.filter(isKnown).length * 2 >= words.length;
  if (mixed.length > 0 && !isMostlyKnown) return false;
  if (/^["“„«(]?[\p{Lu}\p{Lo}\d]/u.test(text)) return true;
  return isMostlyKnown && (/^[\p{L}\p{M}'’ ]+[.!?…]?$/u.test(text) || isPartOfSentence(tokens));
}

/** True for a piece of a sentence around something marked: `, which is a well-known way to do so.` */
const isPartOfSentence = (tokens: readonly string[]): boolean =>
  tokens.length >= MIN_OF_SENTENCE &&
  !tokens.some((token) => /[&#+*·•]/.test(token)) &&
  tokens.filter((token) => /\w-\w/.test(token)).length * 4 <= tokens.length;

/** True for what a program puts together for people: of more words than one, or a word with a capital. */
function isComposed(phrase: string): boolean {
  const words = withoutGaps(phrase).toLowerCase().split(' ');
  return isForPeople(phrase) && (new Set(words).size > 1 || /^\p{Lu}\p{Ll}/u.test(phrase));
}

/** True for a text that can be words at all: enough where a page shows it on a button or in a heading. */
function couldBeWords(phrase: string): boolean {
  const text = withoutGaps(phrase);
  if (!HAS_WORD.test(text)) return false;
  return [ADDRESS, STYLED, DRAWN].every((pattern) => !pattern.test(text)) && WRITTEN.test(text);
}

/** True for what may be a message: not for an address or a name in code alone. */
const couldBeMessage = (phrase: string): boolean =>
  HAS_WORD.test(phrase) && (/\s/.test(phrase) || couldBeWords(phrase));

const IS_PHRASE = {
  page: couldBeWords,
  template: (phrase: string) => HAS_WORD.test(phrase),
  messages: couldBeMessage,
  program: isForPeople,
};

/** What detectors find in a phrase: then it is data, wherever it came from. */
export function kindsIn(phrase: string): Kind[] {
  return detect(normalise(phrase)).map(({ kind }) => kind);
}

/** True where two words in a row begin with a capital and are not known as words of apps, and for initials. */
export function mayNameSomebody(phrase: string): boolean {
  return (/^\p{Lu}{2,3}$/u.test(phrase) && !isKnown(phrase)) || namesIn(phrase).length > 0;
}

/** The initials of those whom a phrase may name. */
export const initialsIn = (phrase: string): string[] =>
  namesIn(phrase).map((names) => names.map(([initial]) => initial).join(''));

const NAMES = /(?=(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}'’-]+) (\p{Lu}[\p{L}\p{M}'’-]+))/gu;

const namesIn = (phrase: string): string[][] =>
  Array.from(phrase.matchAll(NAMES), ([, ...names]) => names).filter((names) => !names.some(isKnown));
