import { escapeCss, unescapeCss } from './css-escapes.ts';
import { CSS_WORDS } from './css-words.ts';
import type { Pass } from './pass.ts';
import { isTellingName, redactName } from './redact-name.ts';
import { redactText } from './redact-text.ts';
import { redactUrl, TRANSPARENT_PIXEL } from './redact-url.ts';

/** Pictures in style sheets up to this length are icons, in characters. */
const MAX_ICON = 2_048;

/** rrweb's mark between the texts of a style element that has several. */
const SPLIT_MARK = '/* rr_split */';

/** Comments, `url()` and strings, each also when its end is missing; last, a `url()` that is none. */
const TOKENS = new RegExp(
  [
    String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
    String.raw`\burl\((?:\s*"((?:[^"\\\n]|\\[\s\S])*)"\s*|\s*'((?:[^'\\\n]|\\[\s\S])*)'\s*|((?:[^"'()\\]|\\[\s\S])*))(?:\)|$)`,
    String.raw`"((?:[^"\\\n]|\\[\s\S])*)(?:"|\n|\\?$)`,
    String.raw`'((?:[^'\\\n]|\\[\s\S])*)(?:'|\n|\\?$)`,
    String.raw`\burl\([^;}]*`,
    // Classes, ids and properties of the page's own.
    String.raw`[.#]-{0,2}(?:[a-z_]|[^\0-\x7f]|\\[^\n])(?:[\w-]|[^\0-\x7f]|\\[^\n])*`,
    String.raw`--(?:[\w-]|[^\0-\x7f]|\\[^\n])+`,
  ].join('|'),
  'gi',
);

/** A word or a name that stands by itself, in a group, and what else may stand beside it. */
const BARE =
  /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|⟦\w+⟧|(?<![\w.#%-])(-{0,2}(?:[a-z_]|[^\0-\x7f]|\\[^\n])(?:[\w-]|[^\0-\x7f⟦⟧]|\\[^\n])*)/gi;
const CONTENT_BEFORE = /content\s*:[^;{}]*$/i;
const NAME_STARTS = ['.', '#', '-'];
/** Of strings and placeholders. */
const OTHER_STARTS = ['"', "'", '⟦'];
const COLOUR = /^#[\da-f]{3,8}$/i;
const URL_LIKE = /:\/\/|^[./]|^data:|\?.*=/;

/**
 * CSS text without comments, with its URLs redacted, its names and words where they are not known to be ones of CSS, of apps
 * or of code, and its strings where they hold what was entered or detected.
 */
export function redactCss(css: string, pass: Pass): string {
  const known = pass.styleSheets.get(css);
  if (known !== undefined) return known;
  const marked = css.replace(TOKENS, (token: string, ...groups: (string | number | undefined)[]) =>
    redactToken(token, groups, css, pass),
  );
  const redacted = hasStrangers(marked, pass)
    ? marked.replace(BARE, (found, name?: string) => (name === undefined ? found : redactBare(name, pass)))
    : marked;
  pass.styleSheets.set(css, redacted);
  return redacted;
}

function redactToken(token: string, groups: (string | number | undefined)[], css: string, pass: Pass): string {
  if (NAME_STARTS.includes(token.charAt(0))) return redactCssName(token, pass);
  if (token.startsWith('/*')) return token === SPLIT_MARK ? token : '';
  const [quotedUrl, singleUrl, bareUrl, double, single, offset] = groups;
  const url = quotedUrl ?? singleUrl ?? bareUrl;
  if (typeof url === 'string') return `url("${escapeCss(redactCssUrl(unescapeCss(url.trim()), pass))}")`;
  if (/^url/i.test(token)) return 'url("")';
  const text = unescapeCss(String(double ?? single ?? ''));
  const isContent =
    pass.level !== 'open' && CONTENT_BEFORE.test(css.slice(Math.max(0, Number(offset) - 200), Number(offset)));
  const safe = URL_LIKE.test(text)
    ? redactCssUrl(text, pass)
    : (isContent ? redactText : redactName)(text, 'style', pass);
  return safe === text ? token : `"${escapeCss(safe)}"`;
}

/** True when a word is not one of CSS. Most style sheets have none, which is much faster to see than to replace. */
function hasStrangers(css: string, pass: Pass): boolean {
  for (const word of css.match(BARE) ?? []) {
    const isWord = !OTHER_STARTS.includes(word.charAt(0));
    if (isWord && pass.styleSheets.get(word) !== word && redactBare(word, pass) !== word) return true;
  }
  return false;
}

/** A class, an id or a custom property; what is a colour looks like an id. */
function redactCssName(token: string, pass: Pass): string {
  if (COLOUR.test(token)) return token;
  const sign = token.startsWith('--') ? '--' : token.charAt(0);
  return sign + redactIdentifier(token.slice(sign.length), pass);
}

function redactIdentifier(name: string, pass: Pass): string {
  const plain = unescapeCss(name);
  const safe = redactName(plain, 'style', pass);
  return safe === plain ? name : safe.replace(/[^\w⟦⟧-]/g, '\\$&');
}

/** A word of CSS, or the name of a font, an animation, an area, an element. */
function redactBare(name: string, pass: Pass): string {
  const known = pass.styleSheets.get(name);
  if (known !== undefined) return known;
  const words = name.split('-');
  const isPlain = words.every((word) => word === '' || isCssWord(word) || !isTellingName(word, 'style', pass));
  const safe = isPlain ? name : redactIdentifier(name, pass);
  pass.styleSheets.set(name, safe);
  return safe;
}

const isCssWord = (word: string): boolean => CSS_WORDS.has(word) || CSS_WORDS.has(word.toLowerCase());

/** The value of a property: what it is called says what its strings are. */
export function redactDeclared(property: unknown, value: string, pass: Pass): string {
  if (property !== 'content') return redactCss(value, pass);
  const start = `${property}:`;
  return redactCss(start + value, pass).slice(start.length);
}

/** A URL in CSS. References into the document stay, and small icons: most of what a page looks like hangs on them. */
function redactCssUrl(url: string, pass: Pass): string {
  if (/^#[\w-]{1,64}$/.test(url)) return redactName(url, 'style', pass);
  if (!/^\s*data:/i.test(url)) return redactUrl(url, pass);
  const isIcon = url.length <= MAX_ICON && /^data:image\/[\w.+-]+[;,]/i.test(url) && pass.values.find(url).length === 0;
  if (isIcon) return url;
  pass.tally.count('style', 'data_url');
  return TRANSPARENT_PIXEL;
}
