import type { Detection } from './detectors.ts';
import type { Kind } from './kinds.ts';

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

const PATTERNS: readonly (readonly [
  kind: Kind,
  pattern: RegExp,
  isMeant: (found: string, before: string) => boolean,
])[] = [
  ['IP_ADDRESS', new RegExp(String.raw`(?<![\w.])(?:${OCTET}\.){3}${OCTET}(?![\w-]|\.\d)`, 'g'), isIpv4],
  ['IP_ADDRESS', /(?<![\w:.])(?:[\da-f]{1,4}(?::|(?=::))|::){1}[\da-f:]{2,38}(?:\.\d{1,3}){0,3}(?![\w:])/gi, isIpv6],
  ['MAC_ADDRESS', /(?<![\w:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\w]|[:-][\da-f])/gi, () => true],
  ['MAC_ADDRESS', /(?<![\w.])[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\w.])/gi, (found) => /[a-f]/i.test(found)],
  // Ethereum and its like; Bitcoin, in base 58 and in bech32; Tron; Litecoin; Ripple.
  ['CRYPTO', /(?<!\w)0x[\da-f]{40}(?!\w)/gi, () => true],
  ['CRYPTO', /(?<!\w)(?:[13LMX]|T)[1-9A-HJ-NP-Za-km-z]{25,34}(?!\w)/g, isMixed],
  ['CRYPTO', /(?<!\w)r[1-9A-HJ-NP-Za-km-z]{24,34}(?!\w)/g, isMixed],
  ['CRYPTO', /(?<!\w)(?:bc1|tb1|ltc1|addr1|cosmos1)[02-9ac-hj-np-z]{25,90}(?!\w)/g, () => true],
];

/** Worth a look: a dot between digits, colons between hexadecimal digits, or one long word. */
const WORTH_A_LOOK = /\d\.\d|[\da-f]?[:-][\da-f]{0,4}[:-]|[\da-f]{4}\.[\da-f]{4}|\w{26}/i;

/** Finds addresses of machines and of wallets. */
export function findAddresses(text: string): Detection[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  return PATTERNS.flatMap(([kind, pattern, isMeant]) => {
    const found: Detection[] = [];
    for (const { 0: address, index } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - 12), index);
      if (isMeant(address, before)) found.push({ from: index, to: index + address.length, kind });
    }
    return found;
  });
}

/** Version numbers look the same. */
function isIpv4(found: string, before: string): boolean {
  if (/(?:version|release|build|\bv|rev)[ .:]{0,2}$/i.test(before)) return false;
  return !/^(?:0|127|255)\./.test(found) && !/(?:^|\.)0\d/.test(found);
}

/** Times of day look the same. */
function isIpv6(found: string): boolean {
  const groups = found.split(':');
  const isShortened = found.includes('::');
  if (found.split('::').length > 2 || (isShortened ? groups.length > 8 : groups.length !== 8)) return false;
  const filled = groups.filter((group) => group !== '');
  return (
    filled.length >= 2 && filled.every((group) => /^[\da-f]{1,4}$/i.test(group)) && /[\da-f]{3}|[a-f]/i.test(found)
  );
}

/** Base 58 has capitals, small letters and digits in any text of its length; words and constants do not. */
function isMixed(found: string): boolean {
  return (
    /\d.*\d/.test(found) &&
    /[a-z].*[a-z].*[a-z]/.test(found) &&
    /[A-Z].*[A-Z].*[A-Z]/.test(found) &&
    !/[a-z]{10}/.test(found)
  );
}
