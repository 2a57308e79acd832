import { isUnit } from './css-words.ts';

/** What becomes of the pieces of CSS that may tell something: each gives what stands instead, or the same. */
export interface CssPieces {
  /** A class, an id or a custom property; `sign` is what it begins with. */
  name(name: string, sign: string): string;
  /** A word that stands by itself. */
  word(word: string): string;
  /** What is between quotation marks, which become double ones where it is replaced; `before` is the CSS before them. */
  string(text: string, before: string): string;
  /** What is between the brackets of `url()`; undefined where that cannot be told. */
  url(url: string | undefined): string;
}

/** rrweb's mark between the texts of a style element that has several. */
const SPLIT_MARK = '/* rr_split */';
const COMMENTS = /(?:(?!\/\* rr_split \*\/)\/\*[\s\S]*?(?:\*\/|$))+/y;
const OF_URL =
  /\((?:\s*"((?:[^"\\\n]|\\[\s\S])*)"\s*|\s*'((?:[^'\\\n]|\\[\s\S])*)'\s*|((?:[^"'()\\]|\\[\s\S])*))(?:\)|$)/y;
const OF_NO_URL = /\([^;}]*/y;
const AFTER_URL = /(?<!\w)url$/i;
const PART = /[^;{}]*[;{}]/y;
/** Shorter parts are looked at as quickly as they are found to be known, in characters. */
const MIN_PART = 4;
const [OPEN, CLOSED, DASH, OPEN_BRACE] = [...'⟦⟧-{'].map((sign) => sign.charCodeAt(0));
/** How much of the CSS before a string is told, in characters. */
const REACH = 200;
/** An escape of a character by its number, with the space that ends it. */
const CODE_POINT = /\\[\da-f]{1,6}(?:\r\n|\s)?/iy;

/** What a character may be; a word does not begin after the first five. */
const [LETTER, DIGIT, HYPHEN, SIGN, PERCENT, ESCAPE, QUOTE, BRACKET, SLASH] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const signs = [/[a-z_]/i, /\d/, /-/, /[.#]/, /%/, /\\/, /["']/, /\(/, /\//];
  return signs.findIndex((sign) => sign.test(String.fromCharCode(code))) + 1;
});

/**
 * CSS without comments, and with what its pieces become. Selectors and declarations are looked at as `plain` ones first, those
 * that have been found to stay as they are: apps have megabytes of CSS that say the same again and again.
 */
export function replacePieces(css: string, pieces: CssPieces, plain: Set<string>): string {
  let result = '';
  let copied = 0;
  const replace = (from: number, to: number, instead: string): void => {
    result += css.slice(copied, from) + instead;
    copied = to;
  };
  let at = 0;
  /** Where something ends that begins like a string and has no end: what is in it is looked at as CSS too. */
  let unclosed = 0;
  while (at < css.length) {
    const end = endOfPart(css, at);
    // Selectors hardly ever come twice.
    const part = end - at < MIN_PART || css.charCodeAt(end - 1) === OPEN_BRACE ? undefined : css.slice(at, end);
    if (part !== undefined && plain.has(part)) {
      at = end;
      continue;
    }
    const before = copied;
    while (at < end) {
      const from = at;
      at += 1;
      const is = classAt(css, from);
      switch (is) {
        case LETTER:
        case HYPHEN:
        case ESCAPE: {
          const isCustom = is === HYPHEN && css.startsWith('--', from) && isOfName(css, from + 2);
          if (!isCustom && !beginsName(css, from)) break;
          if (!isCustom && isJoined(css, from)) {
            at = endOfUnit(css, from);
            if (at > from) break;
          }
          at = isCustom ? endOfName(css, from) : endOfWord(css, from);
          const start = isCustom ? from + 2 : from;
          const name = css.slice(start, at);
          const safe = isCustom ? pieces.name(name, '--') : pieces.word(name);
          if (safe !== name) replace(start, at, safe);
          break;
        }
        case SIGN: {
          if (!beginsName(css, at)) break;
          const end = endOfName(css, at);
          const name = css.slice(at, end);
          const safe = pieces.name(name, css.charAt(from));
          if (safe !== name) replace(at, end, safe);
          at = end;
          break;
        }
        case QUOTE: {
          if (from < unclosed) break;
          const end = endOfString(css, from);
          const text = css.slice(at, end);
          const safe = pieces.string(text, css.slice(Math.max(0, from - REACH), from));
          if (safe !== text) replace(from, end + 1, `"${safe}"`);
          if (safe !== text || css.charAt(end) === css.charAt(from)) at = end + 1;
          else unclosed = end;
          break;
        }
        case BRACKET: {
          if (!AFTER_URL.test(css.slice(Math.max(0, from - 4), from))) break;
          const [all = '', ...urls] = matchAt(css, OF_URL, from) ?? matchAt(css, OF_NO_URL, from) ?? [];
          at = from + all.length;
          replace(from, at, `("${pieces.url(urls.find((url) => url !== undefined))}")`);
          break;
        }
        case SLASH: {
          const comments = matchAt(css, COMMENTS, from)?.[0] ?? '';
          if (comments !== '') {
            at = from + comments.length;
            // With nothing between them, two words would become one.
            replace(from, at, isOfName(css, from - 1) && isOfName(css, at) ? '/**/' : '');
          } else if (css.startsWith(SPLIT_MARK, from)) at = from + SPLIT_MARK.length;
        }
      }
    }
    // What goes on behind the end of a part may end elsewhere the next time.
    if (part !== undefined && copied === before && at === end) plain.add(part);
  }
  return result + css.slice(copied);
}

/** A selector, a declaration, or what is between others ends with the sign behind it. */
function endOfPart(css: string, at: number): number {
  PART.lastIndex = at;
  return PART.test(css) ? PART.lastIndex : css.length;
}

function matchAt(css: string, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(css);
}

/** The class of a character; names may have all letters that are not of ASCII. */
function classAt(css: string, at: number): number {
  const code = css.charCodeAt(at);
  return code > 127 ? LETTER : (CLASSES[code] ?? 0);
}

/** True for what goes on with a number, a name or the like before it; a placeholder never does. */
function isJoined(css: string, at: number): boolean {
  const before = css.charCodeAt(at - 1);
  return before < 128 && CLASSES[before] !== 0 && classAt(css, at - 1) <= PERCENT && css.charCodeAt(at) !== OPEN;
}

/** Where a unit or the like ends that is behind a digit, or a character of a word that has been looked at; `at` for another word. */
function endOfUnit(css: string, at: number): number {
  if (css.startsWith('px', at) && !isOfName(css, at + 2)) return at + 2;
  const before = classAt(css, at - 1);
  if (before !== DIGIT && (before !== PERCENT || classAt(css, at) === ESCAPE)) return at + 1;
  const end = endOfWord(css, at);
  return isUnit(css.slice(at, end)) ? end : at;
}

const isEscape = (css: string, at: number): boolean => at + 1 < css.length && css.charAt(at + 1) !== '\n';

function isOfName(css: string, at: number): boolean {
  const is = classAt(css, at);
  return is === LETTER || is === DIGIT || is === HYPHEN || (is === ESCAPE && isEscape(css, at));
}

/** True where a name begins, with two hyphens before its first letter at most. */
function beginsName(css: string, at: number): boolean {
  let start = at;
  while (start < at + 2 && classAt(css, start) === HYPHEN) start += 1;
  const is = classAt(css, start);
  return is === LETTER || (is === ESCAPE && isEscape(css, start));
}

function endOfName(css: string, start: number): number {
  let at = start;
  while (isOfName(css, at)) at = behind(css, at);
  return at;
}

/** Where the next character of a name begins. */
const behind = (css: string, at: number): number =>
  at + (classAt(css, at) === ESCAPE ? (matchAt(css, CODE_POINT, at)?.[0].length ?? 2) : 1);

/** A word ends where a custom property or a placeholder may begin, and where one ends. */
function endOfWord(css: string, start: number): number {
  let at = start;
  do at = behind(css, at);
  while (isOfName(css, at) && css.charCodeAt(at - 1) !== CLOSED && !beginsOther(css, at));
  return at;
}

const beginsOther = (css: string, at: number): boolean => {
  const code = css.charCodeAt(at);
  return code === OPEN || (code === DASH && css.charCodeAt(at + 1) === DASH);
};

function endOfString(css: string, start: number): number {
  const quote = css.charAt(start);
  let at = start + 1;
  while (at < css.length && css.charAt(at) !== quote && css.charAt(at) !== '\n') at += css.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, css.length);
}
