/** Tells of most texts that no value begins in them, without taking them apart. */
export interface FirstWords {
  /** @param word in small letters. */
  add(word: string): void;
  mayBeIn(text: string): boolean;
}

const LONGEST = 31;

/** Knows of each word what it begins with and how long it is. */
export function createFirstWords(): FirstWords {
  /** For each character of ASCII, the lengths of the words that begin with it, a bit for each. */
  const lengths = new Int32Array(128);
  const bitOf = (length: number) => 1 << Math.min(length, LONGEST);

  return {
    add(word) {
      const first = word.charCodeAt(0);
      if (first < 128) lengths[first] = (lengths[first] ?? 0) | bitOf(word.length);
    },
    mayBeIn(text) {
      let first = 0;
      let length = 0;
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 0;
        if (code > 127 && !isSign(code)) return true;
        if (isOfWord(code)) {
          if (length === 0) first = code > 64 && code < 91 ? code + 32 : code;
          length += 1;
          continue;
        }
        if (length > 0 && ((lengths[first] ?? 0) & bitOf(length)) !== 0) return true;
        length = 0;
      }
      return false;
    },
  };
}

/** Dashes, quotation marks and the like, and signs of currencies: they are of no word, and no accent makes them. */
const isSign = (code: number): boolean => (code >= 0x2010 && code <= 0x2027) || (code >= 0x20a0 && code <= 0x20bf);

/** A letter or a digit. */
const isOfWord = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
