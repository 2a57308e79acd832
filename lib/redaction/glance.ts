/** What a text consists of, as far as that tells which detectors need not look at it: one look instead of many. */
export interface Glance {
  readonly digits: number;
  readonly hasTwoDigits: boolean;
  readonly hasAt: boolean;
  readonly dots: number;
  readonly colons: number;
  readonly hyphens: number;
  readonly equals: number;
  /** Longest runs, in characters: without a space, */
  readonly unspaced: number;
  /** of what keys and encoded texts are written in, */
  readonly code: number;
  /** of letters, digits and underscores, */
  readonly word: number;
  /** of capitals and digits. */
  readonly capitals: number;
}

const [SPACE, CODE, WORD, CAPITAL, DIGIT] = [1, 2, 4, 8, 16];

/** What each character of ASCII is. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/\d/.test(character)) return DIGIT | CAPITAL | WORD | CODE;
  if (/[A-Z]/.test(character)) return CAPITAL | WORD | CODE;
  if (/\w/.test(character)) return WORD | CODE;
  return /[.~+/=-]/.test(character) ? CODE : 0;
});

const [AT, DOT, COLON, HYPHEN, EQUALS] = [...'@.:-='].map((sign) => sign.charCodeAt(0));

export function glanceAt(text: string): Glance {
  let digits = 0;
  let [unspaced, code, word, capitals] = [0, 0, 0, 0];
  let [mostUnspaced, mostCode, mostWord, mostCapitals] = [0, 0, 0, 0];
  let hasTwoDigits = false;
  let hasAt = false;
  let [dots, colons, hyphens, equals] = [0, 0, 0, 0];
  let wasDigit = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const is = character < 128 ? (CLASSES[character] ?? 0) : isOtherSpace(character) ? SPACE : 0;
    const isDigit = (is & DIGIT) !== 0;
    if (isDigit) {
      digits += 1;
      hasTwoDigits ||= wasDigit;
    }
    wasDigit = isDigit;
    if (character === AT) hasAt = true;
    else if (character === DOT) dots += 1;
    else if (character === COLON) colons += 1;
    else if (character === HYPHEN) hyphens += 1;
    else if (character === EQUALS) equals += 1;
    unspaced = is & SPACE ? 0 : unspaced + 1;
    code = is & CODE ? code + 1 : 0;
    word = is & WORD ? word + 1 : 0;
    capitals = is & CAPITAL ? capitals + 1 : 0;
    if (unspaced > mostUnspaced) mostUnspaced = unspaced;
    if (code > mostCode) mostCode = code;
    if (word > mostWord) mostWord = word;
    if (capitals > mostCapitals) mostCapitals = capitals;
  }
  return {
    digits,
    hasTwoDigits,
    hasAt,
    dots,
    colons,
    hyphens,
    equals,
    unspaced: mostUnspaced,
    code: mostCode,
    word: mostWord,
    capitals: mostCapitals,
  };
}

/** White space that NFKC leaves as it is. */
const isOtherSpace = (code: number): boolean => code === 0x1680 || code === 0x2028 || code === 0x2029;
