import { escapeCss, unescapeCss } from './css-escapes.ts';
import type { Pass } from './pass.ts';
import { redactName } from './redact-name.ts';
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
    // What the page names without quotation marks: fonts, animations, layers.
    String.raw`(?<!\w)(?:font|animation)(?:-family|-name)?\s*:(?:"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[^:;{}"'])*`,
    String.raw`@(?:-\w+-)?(?:keyframes|layer|container|counter-style|page|font-[a-z]+-values)\s[^@{;"'(]*`,
  ].join('|'),
  'gi',
);

const NAME_STARTS = ['.', '#', '-'];
const NAMED_STARTS = ['@', 'f', 'F', 'a', 'A'];
/** What a declaration or a rule begins with before the names in it. */
const HEAD = /^(?:@[\w-]+|[\w-]+\s*:)/;
/** A name that stands by itself, in a group, and what else may stand beside it. */
const BARE =
  /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|--[^\s,;:)]+|[\d.#][\w.%-]*|⟦\w+⟧|(-?(?:[a-z_]|[^\0-\x7f]|\\[^\n])(?:[\w-]|[^\0-\x7f]|\\[^\n])*)(?![\w-]*\()/gi;
/** Properties whose values are looked at together with them. */
const NAMING_PROPERTY = /^(?:content|(?:font|animation)(?:-family|-name)?)$/;
const CONTENT_BEFORE = /content\s*:[^;{}]*$/i;
const COLOUR = /^#[\da-f]{3,8}$/i;
const URL_LIKE = /:\/\/|^[./]|^data:|\?.*=/;

/** CSS text without comments, with its URLs redacted, and its strings where they hold what was entered or detected. */
export function redactCss(css: string, pass: Pass): string {
  const known = pass.styleSheets.get(css);
  if (known !== undefined) return known;
  const redacted = css.replace(TOKENS, (token: string, ...groups: (string | number | undefined)[]) => {
    if (NAME_STARTS.includes(token.charAt(0))) return redactCssName(token, pass);
    if (NAMED_STARTS.includes(token.charAt(0))) return redactNamed(token, pass);
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
  });
  pass.styleSheets.set(css, redacted);
  return redacted;
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

/** A declaration of fonts or animations, or the beginning of a rule that has a name. */
function redactNamed(token: string, pass: Pass): string {
  const known = pass.styleSheets.get(token);
  if (known !== undefined) return known;
  const [head = ''] = HEAD.exec(token) ?? [];
  const value = redactCss(token.slice(head.length), pass);
  const redacted =
    head + value.replace(BARE, (found, name?: string) => (name === undefined ? found : redactIdentifier(name, pass)));
  pass.styleSheets.set(token, redacted);
  return redacted;
}

/** The value of a property. */
export function redactDeclared(property: unknown, value: string, pass: Pass): string {
  if (typeof property !== 'string' || !NAMING_PROPERTY.test(property)) return redactCss(value, pass);
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
