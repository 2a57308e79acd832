import type { Lexicon, WordClass } from './lexicon.ts';
import { matchesIn } from './matches.ts';
import { isOfPerson, type Word } from './names-of-people.ts';
import type { Region } from './region.ts';
import { isShortcut, withoutShortcut } from './shortcut.ts';

/** A piece of a text that may be data. */
export interface Unsure {
  readonly from: number;
  readonly to: number;
}

interface Place extends Unsure {
  readonly text: string;
}

type Part = Place & Word;

/** With the one letter that stands before some: `E-mail`. */
const WORDS = /(?:(?<![\p{L}\p{M}\p{N}])\p{L}-(?=\p{L}))?[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
/** Between them, the parts of a heading or a title speak for themselves: `Tickets – Desk`. */
const PARTS = /(?:\s[–—|·•\-/]\s|[:|·•]\s|\s[›»>]\s|[\n\r]+)/;
/** `maxItems`, `HTTPRequest`. */
const HUMPS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu;

/** Two capitals may be somebody’s initials, as beside a name or in place of a picture; these mostly are not. */
const INITIALS = /^\p{Lu}{2}$/u;
const ABBREVIATIONS: ReadonlySet<string> = new Set('AM CC GO ID IN IP NO OK ON OR PM QR TO UP'.split(' '));

/** Longest text without a mark of its own that is taken for the app’s, in words. */
const MAX_WORDS = 6;
/** Longest heading in which the wider class of words is enough, in words. */
const MAX_HEADING = 3;

/**
 * What of a text at this place is not known to be the app’s own words.
 * @param isAlone it is the whole of a text, and not what stands beside something that goes.
 */
export function unsureIn(text: string, region: Region | undefined, lexicon: Lexicon, isAlone = true): Unsure[] {
  if (region === 'data') return wholeOf(text);
  const places = placesOf(withoutShortcut(text));
  if (places.length === 0) return [];
  if (isAlone && isShortcut(text)) return [];
  // Letters by themselves: pages that animate a text show it so.
  if (isAlone && places.length === 1 && places[0]?.text.length === 1) return [whole(places)];
  const words = places.map((place): Part => ({ ...place, known: classOf(place.text, lexicon), mark: text[place.to] }));
  if (region === 'label') return runs(words.map((word, at) => (isOwn(words, at, true) ? undefined : word)));
  let next = 0;
  return partsOf(text).flatMap(({ to }) => {
    const first = next;
    while ((words[next]?.to ?? Infinity) <= to) next += 1;
    const part = words.slice(first, next);
    if (part.length === 0) return [];
    const isHeading = region !== undefined;
    const isShort = part.length <= (isHeading ? MAX_HEADING : 1);
    const isLong = !isHeading && part.length > MAX_WORDS;
    const isApp = !isLong && part.every((_, at) => isOwn(part, at, isShort));
    return isApp ? [] : [whole(part)];
  });
}

/** From the first letter or digit to the last. */
function wholeOf(text: string): Unsure[] {
  const from = text.search(OF_WORD);
  if (from < 0) return [];
  let to = text.length;
  while (!ENDS_IN_WORD.test(text.slice(Math.max(from, to - 2), to))) to -= 1;
  return [{ from, to }];
}

function placesOf(text: string): Place[] {
  return matchesIn(text, WORDS).map(({ 0: word, index }) => ({ from: index, to: index + word.length, text: word }));
}

/** Words that code has run together count as what they consist of. */
function classOf(word: string, lexicon: Lexicon): WordClass | undefined {
  const known = lexicon.classOf(word.replace(/^\p{L}-/u, ''));
  if (known === 'code') return undefined;
  if (known !== undefined && word.length === 2 && INITIALS.test(word) && !ABBREVIATIONS.has(word)) return 'name';
  if (known !== undefined) return known;
  const humps = word.match(HUMPS) ?? [];
  if (humps.length < 2 || humps.join('') !== word) return undefined;
  const classes = humps.map((hump) => (hump.length > 1 ? lexicon.classOf(hump) : 'label'));
  if (classes.some((one) => one === undefined || one === 'name' || one === 'code')) return undefined;
  return classes.every((one) => one === 'app') ? 'app' : 'label';
}

function isOwn(words: readonly Word[], at: number, isLabel: boolean): boolean {
  const known = words[at]?.known;
  if (known === undefined || isOfPerson(words, at)) return false;
  if (known === 'app') return true;
  if (known === 'label') return isLabel;
  return known === 'name' && isOrdinary(words, at);
}

/**
 * A word that is a name too is none between ordinary words, unless its capital says so: “Mark as read”, “assigned to Mark”.
 * What stands before a colon is not beside it: “Owner: Mark”.
 */
function isOrdinary(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.mark === ':' ? undefined : words[at - 1];
  const after = words[at + 1];
  const near = [before, after].filter((word) => word !== undefined);
  if (near.length === 0 || near.some(({ known }) => known === undefined || known === 'name')) return false;
  const isCapital = (word: Word | undefined) => /^\p{Lu}/u.test(word?.text ?? '');
  return !(isCapital(words[at]) && before !== undefined && !isCapital(before));
}

function partsOf(text: string): Unsure[] {
  if (!PARTS.test(text)) return [{ from: 0, to: text.length }];
  const parts: Unsure[] = [];
  let at = 0;
  for (const part of text.split(PARTS)) {
    const from = text.indexOf(part, at);
    at = from + part.length;
    parts.push({ from, to: at });
  }
  return parts;
}

const whole = (words: readonly Unsure[]): Unsure => ({ from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 });

/** Neighbours become one: how many words there were is nobody’s business. */
function runs(words: readonly (Part | undefined)[]): Unsure[] {
  const found: Unsure[] = [];
  for (const [at, word] of words.entries()) {
    if (!word) continue;
    const last = words[at - 1] ? found.pop() : undefined;
    found.push({ from: last?.from ?? word.from, to: word.to });
  }
  return found;
}
