import { escapeCss, unescapeCss } from './css-escapes.ts';
import { type CssPieces, replacePieces } from './css-pieces.ts';
import { CSS_WORDS } from './css-words.ts';
import type { Pass } from './pass.ts';
import { isTellingName, redactName } from './redact-name.ts';
import { redactText } from './redact-text.ts';
import { redactUrl, TRANSPARENT_PIXEL } from './redact-url.ts';
import { wordsOfPicture } from './svg-icon.ts';

/** Pictures in style sheets up to this length are icons, in characters. */
const MAX_ICON = 2_048;

const CONTENT_BEFORE = /content\s*:[^;{}]*$/i;
const COLOUR = /^[\da-f]{3,8}$/i;
/** Numbers and colours, with the letters of paths before them. Not those in words. */
const NUMBERS =
  /#[\da-f]{3,8}\b|(?:(?<![a-z])[a-z]{1,2}\s*[+-]?|[+-]|(?<![a-z\d])|(?=\.))(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:px|r?em|%)?(?!\d|[a-z]{5})/gi;
const NO_WORD = /[^\p{L}\p{N}]+/u;
const URL_LIKE = /:\/\/|^[./]|^data:|\?.*=/;

/**
 * CSS text without comments, with its URLs redacted, its names and words where they are not known to be ones of CSS, of apps
 * or of code, and its strings where they hold what was entered or detected.
 */
export function redactCss(css: string, pass: Pass): string {
  const known = pass.styleSheets.get(css);
  if (known !== undefined) return known;
  const pieces: CssPieces = {
    name: (name, sign) => (sign === '#' && COLOUR.test(name) ? name : redactIdentifier(name, pass)),
    word: (word) => pass.cssWords.get(word) ?? redactBare(word, pass),
    string: (text, before) => redactString(text, before, pass),
    url: (url) => (url === undefined ? '' : escapeCss(redactCssUrl(unescapeCss(url.trim()), pass))),
  };
  const redacted = replacePieces(css, pieces, pass.plainCss);
  pass.styleSheets.set(css, redacted);
  return redacted;
}

function redactString(string: string, before: string, pass: Pass): string {
  const text = unescapeCss(string);
  const isContent = pass.level !== 'open' && CONTENT_BEFORE.test(before);
  const safe = URL_LIKE.test(text)
    ? redactCssUrl(text, pass)
    : (isContent ? redactText : redactName)(text, 'style', pass);
  return safe === text ? string : escapeCss(safe);
}

/** A class, an id or a custom property. */
function redactIdentifier(name: string, pass: Pass): string {
  const plain = unescapeCss(name);
  const safe = redactName(plain, 'style', pass);
  return safe === plain ? name : safe.replace(/[^\w⟦⟧-]/g, '\\$&').replace(/^\d/, '\\3$& ');
}

/** A word of CSS, or the name of a font, an animation, an area, an element. */
function redactBare(name: string, pass: Pass): string {
  const plain = unescapeCss(name);
  const words = plain.split('-');
  const isPlain =
    words.every((word) => word === '' || isCssWord(word) || !isTellingName(word, 'style', pass)) &&
    (words.length === 1 || pass.values.find(plain).length === 0);
  const safe = isPlain ? name : redactIdentifier(name, pass);
  pass.cssWords.set(name, safe);
  return safe;
}

const isCssWord = (word: string): boolean => CSS_WORDS.has(word) || CSS_WORDS.has(word.toLowerCase());

/** The value of a property: what it is called says what its strings are. */
export function redactDeclared(property: unknown, value: string, pass: Pass): string {
  if (property !== 'content') return redactCss(value, pass);
  const start = `${property}:`;
  return redactCss(start + value, pass).slice(start.length);
}

/** True for a small picture in which nobody is named. */
function isIcon(url: string, pass: Pass): boolean {
  if (url.length > MAX_ICON || pass.values.find(url).length > 0) return false;
  if (pass.level === 'open') return /^data:image\/[\w.+-]+[;,]/i.test(url);
  const isPlain = (word: string) => word === '' || isCssWord(word) || !isTellingName(word, 'style', pass);
  return wordsOfPicture(url)?.every((words) => words.replace(NUMBERS, ' ').split(NO_WORD).every(isPlain)) ?? false;
}

/** A URL in CSS. References into the document stay, and small icons: most of what a page looks like hangs on them. */
function redactCssUrl(url: string, pass: Pass): string {
  if (/^#[\w-]{1,64}$/.test(url)) return redactName(url, 'style', pass);
  if (!/^\s*data:/i.test(url)) return redactUrl(url, pass);
  if (isIcon(url, pass)) return url;
  pass.tally.count('style', 'data_url');
  return TRANSPARENT_PIXEL;
}
