import { detect } from '../../lib/redaction/detectors.ts';
import type { Kind } from '../../lib/redaction/kinds.ts';
import { createLexicon } from '../../lib/redaction/lexicon.ts';
import { normalise } from '../../lib/redaction/normalise.ts';

/** Longest phrase that is worth a line in a policy, in characters. */
const MAX_LENGTH = 200;

/** What people write with. Braces, tags, slashes between words and the like are those of code. */
const WRITTEN = /^[\p{L}\p{M}\p{N}\s'’"“”„«»()[\].,:;!?…&%+*#·•–—/-]+$/u;
const ADDRESS = /^[./#@-]\S|:\/\/|\S\/\S*\/|\w\.\w/;
/** Style sheets and calls: `&:hover, &-active`, `0 !important`, `translate(…`. Not `ticket(s)`. */
const STYLED = /^[&+/*:;]|!important|(?:^|[\w\s,&]):{1,2}[a-z]|\w\((?!s\))|^\(.*:.*\)$|\bsans-serif\b/;
/** Shapes in SVG and lists of numbers. */
const DRAWN = /^[MmLlHhVvCcSsQqTtAaZz]?[\d\s.,-]+$/;
const CAPITALISED = /^(?:\p{Lu}[\p{Ll}\p{M}]*(?:[-'’]?[\p{Ll}\p{M}]+)+|\p{Lu}{2,4}|\p{Lo}+)[.:!?…]*$/u;
const WORDS = /[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu;

const lexicon = createLexicon([]);
const isKnown = (word: string): boolean => !['code', 'name', undefined].includes(lexicon.classOf(word));

/** Space as a page shows it. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * True for a text of a program that looks like words for people: a capital at its beginning, or nothing but words that apps
 * are known to say.
 * @param text tidy.
 */
export function isForPeople(text: string): boolean {
  if (!couldBeWords(text)) return false;
  const tokens = text.split(' ');
  const words = text.match(WORDS) ?? [];
  if (tokens.length === 1) return CAPITALISED.test(text);
  const isMixed = tokens.some((token) => /\p{L}\d|\d\p{L}{2}|[\p{Ll}]\p{Lu}/u.test(token));
  if (isMixed || words.length * 2 < tokens.length) return false;
  if (/^["“„«(]?[\p{Lu}\p{Lo}\d]/u.test(text)) return true;
  return /^[\p{L}\p{M}'’ ]+[.!?…]?$/u.test(text) && words.every(isKnown);
}

/** True for a text that can be words at all: enough where it stands in a list of messages or in a template. */
export function couldBeWords(text: string): boolean {
  if (text.length < 2 || text.length > MAX_LENGTH || !/\p{L}{2}|\p{Lo}/u.test(text)) return false;
  return [ADDRESS, STYLED, DRAWN].every((pattern) => !pattern.test(text)) && WRITTEN.test(text);
}

/** What detectors find in a phrase: then it is data, wherever it came from. */
export function kindsIn(phrase: string): Kind[] {
  return detect(normalise(phrase)).map(({ kind }) => kind);
}

/** True where two words in a row begin with a capital and are not known as words of apps, and for initials. */
export function mayNameSomebody(phrase: string): boolean {
  if (/^\p{Lu}{2,3}$/u.test(phrase) && !isKnown(phrase)) return true;
  return Array.from(phrase.matchAll(/(?=(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}'’-]+) (\p{Lu}[\p{L}\p{M}'’-]+))/gu)).some(
    ([, first = '', second = '']) => !isKnown(first) && !isKnown(second),
  );
}
