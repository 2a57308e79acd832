/** What a text consists of, as far as that tells which detectors need not look at it: one look instead of many. */
export interface Glance {
  readonly digits: number;
  readonly hasTwoDigits: boolean;
  readonly hasAt: boolean;
  readonly dots: number;
  readonly colons: number;
  readonly hyphens: number;
  readonly equals: number;
  /** Characters that are neither letters nor digits of ASCII. */
  readonly signs: number;
  /** Longest runs, in characters: without a space, */
  readonly unspaced: number;
  /** of what keys and encoded texts are written in, */
  readonly code: number;
  /** of letters, digits and underscores, */
  readonly word: number;
  /** of capitals and digits. */
  readonly capitals: number;
  /** Names that code strings together: `table-row--hover`. They are no hexadecimal number, and no text in base64. */
  readonly isNameOfCode: boolean;
}

const [SPACE, CODE, WORD, CAPITAL, DIGIT, ALPHANUMERIC, NAME, NOT_HEX, AT, PLAIN] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256, 512,
];

/** What each character of ASCII is. */
const CLASSES = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const classes: readonly (readonly [is: number, pattern: RegExp])[] = [
    [SPACE, /\s/],
    [CODE, /[\w.~+/=-]/],
    [WORD, /\w/],
    [CAPITAL, /[A-Z\d]/],
    [DIGIT, /\d/],
    [ALPHANUMERIC, /[A-Za-z\d]/],
    [NAME, /[a-z\d_-]/],
    [NOT_HEX, /[g-z_]/],
    [AT, /@/],
    [PLAIN, /[\w ,!?'()-]/],
  ];
  return classes.reduce((all, [is, pattern]) => (pattern.test(character) ? all | is : all), 0);
});

const [DOT, COLON, HYPHEN, EQUALS] = [...'.:-='].map((sign) => sign.charCodeAt(0));

export function glanceAt(text: string): Glance {
  let digits = 0;
  let signs = 0;
  let dots = 0;
  let colons = 0;
  let hyphens = 0;
  let equals = 0;
  let unspaced = 0;
  let code = 0;
  let word = 0;
  let capitals = 0;
  /** Where the runs begin that go on. */
  let unspacedFrom = 0;
  let codeFrom = 0;
  let wordFrom = 0;
  let capitalsFrom = 0;
  /** What some characters are, what all are, what two are that follow each other, and what the last is. */
  let some = 0;
  let every = -1;
  let pairs = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const is = character < 128 ? (CLASSES[character] ?? 0) : isOtherSpace(character) ? SPACE : 0;
    some |= is;
    every &= is;
    pairs |= is & last;
    last = is;
    if (is & DIGIT) digits += 1;
    if ((is & ALPHANUMERIC) === 0) {
      signs += 1;
      if (character === DOT) dots += 1;
      else if (character === COLON) colons += 1;
      else if (character === HYPHEN) hyphens += 1;
      else if (character === EQUALS) equals += 1;
    }
    // What ends a run ends those of the fewer characters too.
    if (is & CAPITAL) continue;
    capitals = Math.max(capitals, at - capitalsFrom);
    capitalsFrom = at + 1;
    if (is & WORD) continue;
    word = Math.max(word, at - wordFrom);
    wordFrom = at + 1;
    if (is & CODE) continue;
    code = Math.max(code, at - codeFrom);
    codeFrom = at + 1;
    if (is & SPACE) {
      unspaced = Math.max(unspaced, at - unspacedFrom);
      unspacedFrom = at + 1;
    }
  }
  return {
    digits,
    hasTwoDigits: (pairs & DIGIT) !== 0,
    hasAt: (some & AT) !== 0,
    dots,
    colons,
    hyphens,
    equals,
    signs,
    unspaced: Math.max(unspaced, text.length - unspacedFrom),
    code: Math.max(code, text.length - codeFrom),
    word: Math.max(word, text.length - wordFrom),
    capitals: Math.max(capitals, text.length - capitalsFrom),
    isNameOfCode: isNameOfCode(text, every, some),
  };
}

/** Longest text that is plain with digits in it, and with a long name of code: shorter than what any detector finds there. */
const MAX_WITH_DIGITS = 14;
const MAX_NAME = 19;
/** Most digits of such a text, most capitals and digits, and most digits where there are several signs, as in dates. */
const MAX_DIGITS = 5;
const MAX_CAPITALS = 6;
const MAX_BETWEEN_SIGNS = 3;
/** Characters that follow each other in texts that are encoded, at least. */
const MIN_CODE = 8;

/**
 * True for most words and short texts: no detector finds anything in them, and they stand for no other text. Quicker than a
 * glance, and surer than it has to be.
 */
export function isPlain(text: string): boolean {
  let digits = 0;
  let capitals = 0;
  let signs = 0;
  let every = -1;
  let some = 0;
  let run = 0;
  let isCode = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const is = character < 128 ? (CLASSES[character] ?? 0) : 0;
    if ((is & PLAIN) === 0) return false;
    every &= is;
    some |= is;
    if (is & CAPITAL) capitals += 1;
    if (is & DIGIT) digits += 1;
    if ((is & ALPHANUMERIC) === 0) signs += 1;
    run = is & CODE ? run + 1 : 0;
    if (run === MIN_CODE) isCode = true;
  }
  if (digits > 0) {
    if (text.length > MAX_WITH_DIGITS || digits > MAX_DIGITS || capitals > MAX_CAPITALS) return false;
    if (digits > MAX_BETWEEN_SIGNS && signs > 2) return false;
  }
  return !isCode || (text.length <= MAX_NAME && isNameOfCode(text, every, some));
}

/** By what all of its characters are, and what some are. */
function isNameOfCode(text: string, every: number, some: number): boolean {
  const ends = (CLASSES[text.charCodeAt(0)] ?? 0) & (CLASSES[text.charCodeAt(text.length - 1)] ?? 0);
  return (every & NAME) !== 0 && (some & NOT_HEX) !== 0 && (ends & ALPHANUMERIC) !== 0;
}

/** White space that NFKC leaves as it is. */
const isOtherSpace = (code: number): boolean => code === 0x1680 || code === 0x2028 || code === 0x2029;
