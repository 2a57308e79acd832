import type { Channel } from '../record.ts';
import { ANY_PLACEHOLDER } from './kinds.ts';
import type { Pass } from './pass.ts';
import { redactData } from './redact-text.ts';
import { kindOfValue } from './value-kind.ts';

/** What names in code are put together from: words, numbers, and what is both. */
const PARTS = /[\p{L}\p{M}\p{N}]+/gu;
/** `maxItems`, `MuiButton`. */
const HUMPS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|[^\p{Lu}\p{Ll}\p{M}]+/gu;
/** Shorter words tell nothing; longer numbers are somebody's: a postal code, the number of an order. */
const SHORT_WORD = 2;
const LONG_NUMBER = 4;
const NUMBER = /^\p{N}+$/u;
/** A day is no word of code, and parts of it are not long. */
const DAY = /(?<!\d)(?:19|20)\d{2}([-_./]?)(?:0\d|1[0-2])\1(?:[0-2]\d|3[01])(?!\d)/g;
const DIGITS_OF_DAY = 8;
/** A word that is spelt: `a.l.i.c.e`. Between spaces, letters are names of their own. */
const SPELT = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\s⟦⟧]\p{L}){4,}(?![\p{L}\p{N}])/gu;
const LETTERS_SPELT = 5;
/** Marks of style sheets that belong to one component, as compilers write them. */
const SCOPE =
  /^(?:data-v-[\da-f]{6,8}|_ng(?:content|host)-(?:[a-z]{2,3}-)?s?c?\d{1,12}(?:-\d{1,4})?|svelte-(?=[a-z]*\d)[a-z\d]{5,8})$/;

/**
 * A name that code gives to things: a class, an id, a file, a piece of a path. What somebody entered and what detectors
 * find is replaced at all levels; at `standard` and `strict` also each word that is not known to be one of apps or of code,
 * by the same placeholder in pages, style sheets and selectors.
 */
export function redactName(name: string, channel: Channel, pass: Pass): string {
  const plain = pass.plainNames[channel === 'mutation' ? 'inChanges' : 'elsewhere'];
  if (plain.has(name)) return name;
  const safe = redactData(name, channel, pass);
  if (pass.level === 'open') return safe;
  if (safe === name && isOrdinaryName(name, pass)) {
    plain.add(name);
    return name;
  }
  if (SCOPE.test(name)) return safe;
  const known = pass.names.get(safe);
  if (known !== undefined) return known;
  const parts = safe.includes('⟦') ? safe.split(ANY_PLACEHOLDER) : [safe];
  const words = parts.map((part, at) => (at % 2 === 1 ? part : withoutStrangers(part, channel, pass)));
  const result = words.join('');
  pass.names.set(safe, result);
  return result;
}

/** True when something in a name would be replaced. */
export const isTellingName = (name: string, channel: Channel, pass: Pass): boolean =>
  redactName(name, channel, pass) !== name;

function withoutStrangers(part: string, channel: Channel, pass: Pass): string {
  const replace = (word: string) => {
    pass.tally.count(channel, 'name');
    return pass.placeholders.assign(word, kindOfValue);
  };
  const withoutDays = part.replace(DAY, replace).replace(SPELT, replace);
  const pieces = withoutDays === part ? [part] : withoutDays.split(ANY_PLACEHOLDER);
  const words = pieces.map((piece, at) =>
    at % 2 === 1 ? piece : piece.replace(PARTS, (word) => (isOrdinary(word, pass) ? word : replace(word))),
  );
  return words.join('');
}

/** True for a name without placeholders of which each word may stay. Style sheets have thousands: most are of ASCII alone. */
function isOrdinaryName(name: string, pass: Pass): boolean {
  let start = 0;
  let digits = 0;
  let digitsOfWord = 0;
  let letters = 0;
  for (let at = 0; at <= name.length; at += 1) {
    const code = at < name.length ? name.charCodeAt(at) : 0;
    if (code > 127) return isOrdinaryForeign(name, pass);
    if (code > 47 && code < 58) {
      digits += 1;
      digitsOfWord += 1;
    } else if (!((code > 96 && code < 123) || (code > 64 && code < 91))) {
      const length = at - start;
      if (length === 1) letters += 1;
      const isNumber = digitsOfWord === length && length <= LONG_NUMBER;
      if (!isNumber && !isOrdinary(name.slice(start, at), pass)) return false;
      start = at + 1;
      digitsOfWord = 0;
    }
  }
  if (letters >= LETTERS_SPELT && name.search(SPELT) >= 0) return false;
  return digits < DIGITS_OF_DAY || name.search(DAY) < 0;
}

const isOrdinaryForeign = (name: string, pass: Pass): boolean =>
  !name.includes('⟦') &&
  name.search(DAY) < 0 &&
  name.search(SPELT) < 0 &&
  (name.match(PARTS) ?? []).every((word) => isOrdinary(word, pass));

function isOrdinary(word: string, pass: Pass): boolean {
  if (word.length <= LONG_NUMBER && NUMBER.test(word)) return true;
  const before = pass.ordinary.get(word);
  if (before !== undefined) return before;
  const known = isOfCode(word, pass);
  pass.ordinary.set(word, known);
  return known;
}

function isOfCode(word: string, pass: Pass): boolean {
  if (isKnown(word, pass)) return true;
  // A number in the middle is that of a hash, or of somebody.
  const [, letters = '', number = ''] = /^(\P{N}+)(\p{N}*)$/u.exec(word) ?? [];
  if (letters === '' || number.length > LONG_NUMBER) return false;
  const humps = letters.match(HUMPS) ?? [];
  return humps.every((hump) => isWord(hump, pass)) || (number !== '' && isKnown(letters, pass));
}

function isKnown(word: string, pass: Pass): boolean {
  if (NUMBER.test(word)) return word.length <= LONG_NUMBER;
  return word.length <= SHORT_WORD ? /^[a-z]+\d?$/i.test(word) : isWord(word, pass);
}

function isWord(word: string, { lexicon }: Pass): boolean {
  const known = lexicon.classOf(word);
  return known !== undefined && known !== 'name';
}
