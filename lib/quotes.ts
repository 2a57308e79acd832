/**
 * Quotes: a text with references in the place of what an earlier text said already. A reference is `␁skip.length;`,
 * both in base 36: `length` characters of the past, beginning `skip` after the end of the reference before; the first one
 * counts from the end of the past. Texts must not hold U+0001: JSON never does.
 */
const REFERENCE = /\u0001(-?[0-9a-z]+)\.([0-9a-z]+);/g;

/** How much of the past can be quoted, in characters. */
export const PAST_LENGTH = 4_000_000;

/** Shorter repetitions are left to the compression that follows, in characters. */
const MIN_QUOTE = 48;
/** Repetitions are found by this many characters, of which every fourth place in the past is known. */
const SEED = 24;
const STEP = 4;
const TABLE_BITS = 17;

/** Writes texts with quotes from those before. */
export interface Quoter {
  /** The text with quotes from what has been learnt so far. */
  quote(text: string): string;
  /** From now on, the text belongs to the past. */
  learn(text: string): void;
}

export function createQuoter(): Quoter {
  let past = '';
  const places = new Int32Array(2 ** TABLE_BITS);

  return {
    quote(text) {
      const slots = slotsOf(text);
      let quoted = '';
      let told = 0;
      let pastEnd = past.length;
      for (let at = 0; at < slots.length; at = Math.max(at + 1, told)) {
        const place = (places[slots[at] ?? 0] ?? 0) - 1;
        if (place < 0) continue;
        const before = matchBackward(text, at, told, past, place);
        const length = before + matchForward(text, at, past, place);
        if (length < MIN_QUOTE) continue;
        const [from, begin] = [place - before, at - before];
        quoted += `${text.slice(told, begin)}\u0001${(from - pastEnd).toString(36)}.${length.toString(36)};`;
        pastEnd = from + length;
        told = begin + length;
      }
      return quoted + text.slice(told);
    },
    learn(text) {
      if (past.length + text.length > PAST_LENGTH) {
        past = '';
        places.fill(0);
      }
      if (text.length > PAST_LENGTH) return;
      const slots = slotsOf(text);
      for (let at = 0; at < slots.length; at += STEP) places[slots[at] ?? 0] = past.length + at + 1;
      past += text;
    },
  };
}

/**
 * The text as it was before it was quoted. Undefined when it quotes what is not there.
 * @param past all texts before it, in order; their last `PAST_LENGTH` characters are enough.
 */
export function unquote(quoted: string, past: string): string | undefined {
  let pastEnd = past.length;
  let isSound = true;
  const text = quoted.replace(REFERENCE, (_reference, skip: string, length: string) => {
    const from = pastEnd + Number.parseInt(skip, 36);
    pastEnd = from + Number.parseInt(length, 36);
    isSound &&= from >= 0 && pastEnd <= past.length;
    return past.slice(Math.max(0, from), pastEnd);
  });
  return isSound ? text : undefined;
}

/** For every place of a text with a whole seed after it, where in the table that seed belongs: a rolling hash. */
function slotsOf(text: string): Int32Array {
  const slots = new Int32Array(Math.max(0, text.length - SEED + 1));
  let hash = 0;
  for (let end = 0; end < text.length; end += 1) {
    const place = end - SEED + 1;
    const gone = place > 0 ? Math.imul(text.charCodeAt(place - 1), BASE_TO_SEED) : 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - gone) | 0;
    if (place >= 0) slots[place] = Math.imul(hash, GOLDEN) >>> (32 - TABLE_BITS);
  }
  return slots;
}

const BASE = 31;
const GOLDEN = 0x9e3779b1;
const BASE_TO_SEED = Array.from({ length: SEED }).reduce<number>((power) => Math.imul(power, BASE), 1);

function matchForward(text: string, at: number, past: string, place: number): number {
  let length = 0;
  while (at + length < text.length && text.charCodeAt(at + length) === past.charCodeAt(place + length)) length += 1;
  return length;
}

/** How far the match reaches back, to `told` at most. */
function matchBackward(text: string, at: number, told: number, past: string, place: number): number {
  let length = 0;
  while (at - length > told && text.charCodeAt(at - length - 1) === past.charCodeAt(place - length - 1)) length += 1;
  return length;
}
