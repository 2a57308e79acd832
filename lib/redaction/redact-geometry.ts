/** Digits that are kept of a number that draws: a picture needs no more, and amounts have more. */
const DIGITS = 3;
/** Longer drawings are no icons: a text as outlines, a signature, the curve of a chart. */
const MAX_DRAWING = 4_096;

/** A number without its sign: flags of an arc that are written before it, whole part, fraction. */
const NUMBERS = /(0[01]?(?=\d))?(\d*)(?:\.(\d+))?/g;
const SHARES = /(?<![\w.#-])\d*\.?\d+(?=%)/g;
/** Numbers of so many digits are no lengths of pages. */
const LARGE = /(?<![\w.#-])\d{5,}(?:\.\d+)?(?![\w.%])/g;
const FRACTIONS = /(?<![\w.#-])\d+\.\d{2,}(?![\w.%])/g;

/**
 * What is drawn, without what numbers tell besides the picture: three digits of each are kept, and nothing of what is too
 * long for an icon.
 */
export function redactGeometry(value: string): string {
  return value.length > MAX_DRAWING ? '' : shortened(value);
}

/** Lengths: shares of a whole in whole percents, and large numbers without a unit by their first digits. */
export function redactShares(value: string): string {
  if (!/\d/.test(value)) return value;
  return value.replace(SHARES, (share) => String(Math.round(Number(share)))).replace(LARGE, shortened);
}

/** Amounts that a state tells: the same, and three digits of each that has a fraction. */
export const redactAmounts = (value: string): string => redactShares(value).replace(FRACTIONS, shortened);

function shortened(value: string): string {
  return value.replace(NUMBERS, (number, flags = '', whole = '', fraction = '') => {
    if (whole.length + fraction.length <= DIGITS) return number;
    if (whole.length >= DIGITS) return flags + whole.slice(0, DIGITS) + '0'.repeat(whole.length - DIGITS);
    // Zeros before the first digit say how small a number is.
    const zeros = /[1-9]/.test(whole) ? 0 : (/^0*/.exec(fraction)?.[0].length ?? 0);
    const kept = fraction.slice(0, zeros + DIGITS - (zeros > 0 || whole === '0' ? 0 : whole.length));
    return `${flags}${whole}${kept && `.${kept}`}`;
  });
}
