/**
 * What is told of a secret instead of it: how many letters and digits it has, and a sum of 32 bits over them. By it the
 * secret is known again on other pages. It lives in memory only.
 */
export type SecretPrint = [length: number, sum: number];

const FACTOR = 0x9e3779b1;
const NO_INK = /[^\p{L}\p{N}]/gu;

/** The sum after one more character: that of a text is made from the first to the last, and begins at 0. */
export const sumWith = (sum: number, code: number): number => (Math.imul(sum, FACTOR) + code) | 0;

/** The print of a secret, in which case, spacing and signs do not count. */
export function printOf(secret: string): SecretPrint {
  const ink = secret.normalize('NFKC').toLowerCase().replace(NO_INK, '');
  let sum = 0;
  for (let at = 0; at < ink.length; at += 1) sum = sumWith(sum, ink.charCodeAt(at));
  return [ink.length, sum];
}
