/** Characters that NFKC leaves as they are, also next to each other: of ASCII, the letters of Western Europe, and signs. */
const NORMAL = /^[\0-\x7fÀ-ÿ€–—‘’“”•]*$/;

/** Characters that are not seen, and would keep a value from being found. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

const IS_DIGIT = /^\p{Nd}$/u;
/** Digits of other scripts, of which each has ten in a row; those in mathematical letters are ASCII's after NFKC. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/** The text in the one form in which values are looked for: NFKC, with the digits of ASCII, without invisible characters. */
export function normalise(text: string): string {
  return NORMAL.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '').replace(OTHER_DIGITS, digitOf);
}

/** What a digit stands for: its distance from the zero of its script. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && IS_DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** A number as people write it: the same digits with other separators are the same value. */
const SPACED_DIGITS = /^[+(]?\d[\d ().\/-]{5,}\d$/;
const UNEVEN = /\s\s|[^\S ]/;
/** IBANs are written in groups. */
const SPACED_IBAN = /^[a-z]{2}\d{2}( ?[a-z\d]{1,4}){3,8}$/;

/** Two values with the same key are the same value: case, spacing and separators of numbers do not count. */
export function valueKey(value: string): string {
  const lower = normalise(value).toLowerCase().trim();
  const folded = UNEVEN.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
  if (SPACED_DIGITS.test(folded)) return folded.replace(/[^\d+]/g, '');
  return folded.length < 50 && SPACED_IBAN.test(folded) ? folded.replaceAll(' ', '') : folded;
}

/** Takes URL encoding off, repeatedly, as far as it can be taken off. */
export function decoded(text: string): string {
  let result = text;
  for (let round = 0; round < 3 && /%[\da-f]{2}/i.test(result); round += 1) {
    const next = result.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        // Not UTF-8: then it is no text either, and stays as it is.
        return codes;
      }
    });
    if (next === result) break;
    result = next;
  }
  return result;
}
