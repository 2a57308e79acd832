import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import type { Kind } from './kinds.ts';
import { matchesIn } from './matches.ts';

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

interface Address {
  readonly kind: Kind;
  readonly pattern: RegExp;
  readonly isMeant?: (found: string, before: string) => boolean;
}

type MayHave = (glance: Glance) => boolean;

/** Addresses of machines, by what all of some have. */
const MACHINES: readonly (readonly [mayHave: MayHave, worthALook: RegExp, addresses: readonly Address[]])[] = [
  [
    ({ dots }) => dots >= 3,
    /\d\.\d{1,3}\.\d/,
    [
      {
        kind: 'IP_ADDRESS',
        pattern: new RegExp(String.raw`(?<![\w.])(?:${OCTET}\.){3}${OCTET}(?![\w-]|\.\d)`, 'g'),
        isMeant: isIpv4,
      },
    ],
  ],
  [
    ({ colons }) => colons >= 2,
    /:[\da-f]{0,4}:/i,
    [
      {
        kind: 'IP_ADDRESS',
        pattern: /(?<![\w:.])(?:[\da-f]{1,4}(?::|(?=::))|::){1}[\da-f:]{2,38}(?:\.\d{1,3}){0,3}(?![\w:])/gi,
        isMeant: isIpv6,
      },
    ],
  ],
  [
    ({ colons, hyphens }) => colons >= 5 || hyphens >= 5,
    /[\da-f]{2}([:-])[\da-f]{2}\1[\da-f]{2}\1/i,
    [
      {
        kind: 'MAC_ADDRESS',
        pattern: /(?<![\w:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\w]|[:-][\da-f])/gi,
      },
    ],
  ],
  [
    ({ dots }) => dots >= 2,
    /[\da-f]{4}\.[\da-f]{4}\./i,
    [
      {
        kind: 'MAC_ADDRESS',
        pattern: /(?<![\w.])[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\w.])/gi,
        isMeant: (found) => /[a-f]/i.test(found),
      },
    ],
  ],
];

/** Addresses of wallets: one long word. */
const WALLETS: readonly Address[] = [
  // Ethereum and its like; Bitcoin, in base 58 and in bech32; Tron; Litecoin; Ripple.
  { kind: 'CRYPTO', pattern: /(?<!\w)0x[\da-f]{40}(?!\w)/gi },
  { kind: 'CRYPTO', pattern: /(?<!\w)(?:[13LMX]|T)[1-9A-HJ-NP-Za-km-z]{25,34}(?!\w)/g, isMeant: isMixed },
  { kind: 'CRYPTO', pattern: /(?<!\w)r[1-9A-HJ-NP-Za-km-z]{24,34}(?!\w)/g, isMeant: isMixed },
  { kind: 'CRYPTO', pattern: /(?<!\w)(?:bc1|tb1|ltc1|addr1|cosmos1)[02-9ac-hj-np-z]{25,90}(?!\w)/g },
];
const MIN_WALLET = 25;

/** Finds addresses of machines and of wallets. */
export function findAddresses(text: string, glance: Glance): readonly Detection[] {
  const { dots, colons, hyphens, word } = glance;
  if (dots < 2 && colons < 2 && hyphens < 5 && word < MIN_WALLET) return NONE;
  const found: Detection[] = [];
  for (const [mayHave, worthALook, addresses] of MACHINES)
    if (mayHave(glance) && worthALook.test(text)) search(text, addresses, found);
  if (word >= MIN_WALLET) search(text, WALLETS, found);
  return found;
}

function search(text: string, addresses: readonly Address[], found: Detection[]): void {
  for (const { kind, pattern, isMeant } of addresses) {
    for (const { 0: address, index } of matchesIn(text, pattern)) {
      const before = text.slice(Math.max(0, index - 12), index);
      if (isMeant?.(address, before) ?? true) found.push({ from: index, to: index + address.length, kind });
    }
  }
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
