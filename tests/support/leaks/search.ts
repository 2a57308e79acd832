import { type Needle, ODD, ODD_BACKWARDS } from './canaries.ts';

/** Finds needles in what was written, however they are written. */
export interface Search {
  /** In text, raw and encoded. */
  inText(text: string): Set<Needle>;
  /** In any bytes: as they are, and as 16-bit characters. */
  inBytes(bytes: Buffer): Set<Needle>;
}

/** Shorter ones are found in noise. */
const MIN_IN_BYTES = 7;
const TOKENS = /[A-Z]?[a-z]{4,}|[A-Z]{5,}/g;
/** Texts of nodes, as rrweb tells them and as markup has them between its tags. */
const TEXTS = /\\*"(?:textContent|value)\\*":\\*"((?:[^"\\]|\\.)*?)\\*"/g;
const TAGS = /<[^<>]*>/g;
/** Letters that stand by themselves, one after the other. */
const SPACED = /(?<![a-z\d])[a-z\d](?:[^a-z\d]{1,3}[a-z\d](?![a-z\d])){4,}/gi;
const BASE64 = /[A-Za-z\d+/_-]{7,}={0,2}/g;
const HEX = /(?:[\da-f]{2}){5,}/gi;
const ESCAPES = /\\+u([\da-f]{4})|\\+x([\da-f]{2})|&#(\d{2,6});|&#x([\da-f]{1,5});|\\([\da-f]{2,6}) ?/gi;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

export function createSearch(needles: readonly Needle[]): Search {
  const odd = new Map(
    needles.filter(({ kind }) => kind === 'odd').map((needle) => [needle.text.toLowerCase(), needle]),
  );
  const words = new Map<string, Needle>();
  for (const needle of needles.filter(({ kind }) => kind === 'word')) {
    const word = needle.text.toLowerCase();
    words.set(word, needle).set([...word].reverse().join(''), needle);
  }
  const values = needles.filter(({ kind }) => kind === 'value');
  const longValues = values.filter(({ text }) => text.length >= MIN_IN_BYTES);

  function look(text: string, found: Set<Needle>, sought = values): void {
    const lower = text.toLowerCase();
    for (const [canary] of lower.matchAll(ODD)) add(odd.get(canary), found);
    for (const [canary] of lower.matchAll(ODD_BACKWARDS)) add(odd.get([...canary].reverse().join('')), found);
    for (const [token] of text.matchAll(TOKENS)) add(words.get(token.toLowerCase()), found);
    for (const needle of sought) if (hasValue(text, needle.text)) found.add(needle);
  }
  return {
    inText(text) {
      const found = new Set<Needle>();
      for (const form of formsOf(text)) look(form, found);
      for (const [canary] of text
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '')
        .matchAll(ODD))
        add(odd.get(canary), found);
      return found;
    },
    inBytes(bytes) {
      const found = new Set<Needle>();
      const text = bytes.toString('latin1');
      look(text, found, longValues);
      look(text.replaceAll('\0', ''), found, longValues);
      return found;
    },
  };
}

function add(needle: Needle | undefined, found: Set<Needle>): void {
  if (needle) found.add(needle);
}

/** Numbers are found as the whole of a number. */
function hasValue(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + value.length);
    if (!/[\d.]/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}

/** The text, and what is left of it when encodings are undone. */
function* formsOf(text: string): Generator<string> {
  yield text;
  const once = unescaped(text);
  yield once;
  yield unescaped(once);
  yield decoded(text, BASE64, 4, (token) => Buffer.from(token, 'base64'));
  yield decoded(text, HEX, 2, (token) => Buffer.from(token, 'hex'));
  yield Array.from(text.matchAll(TEXTS), ([, content = '']) => content).join('');
  yield text.replace(TAGS, '');
  yield Array.from(once.matchAll(SPACED), ([run]) => run.replace(/[^a-z\d]+/gi, '')).join('\n');
}

/** Percent signs, entities, the escapes of JSON, scripts and style sheets, and characters that are not seen. */
function unescaped(text: string): string {
  return text
    .replace(/(?:%[\da-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(ESCAPES, (all, ...codes: (string | undefined)[]) => {
      const [json, byte, decimal, hex, css] = codes;
      const point = decimal === undefined ? Number.parseInt(json ?? byte ?? hex ?? css ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    })
    .replace(INVISIBLE, '')
    .normalize('NFKC');
}

/** What runs of a code stand for, begun at each of so many places: a piece may be cut out of the middle. */
function decoded(text: string, runs: RegExp, places: number, decode: (token: string) => Buffer): string {
  const tokens = text.match(runs) ?? [];
  return tokens
    .flatMap((token) => Array.from({ length: places }, (_, at) => decode(token.slice(at)).toString('latin1')))
    .join('\n');
}
