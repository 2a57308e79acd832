/** Characters by their codes, as URLs, scripts and HTML write them. */
const BY_CODE = /(?:%(?:25)*|\\x|\\u00|&#x)([\da-f]{2});?|&#(\d+);?/gi;
/** Bytes in hexadecimal. */
const HEX = /(?:[\da-f]{2}){4,}/gi;
/** A capital or a digit tells base64 from words. */
const BASE64 = /(?=[a-z]*[A-Z\d])[\w+/-]{6,}/g;

const character = (code: string, radix?: number): string => String.fromCharCode(parseInt(code, radix));

/** What a text says to somebody who reads codes. Only the page knows its secrets: nobody after it could find one there. */
export function readingsOf(text: string): string {
  const readings = [
    text.replace(BY_CODE, (_, hex?: string, decimal = '') => (hex ? character(hex, 16) : character(decimal))),
  ];
  for (const [run] of text.matchAll(HEX)) readings.push(run.replace(/../g, (hex) => character(hex, 16)));
  for (const [run] of text.matchAll(BASE64)) {
    const digits = run.replaceAll('-', '+').replaceAll('_', '/');
    // One digit too many tells of no byte.
    readings.push(atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits));
  }
  return readings.join('\n');
}
