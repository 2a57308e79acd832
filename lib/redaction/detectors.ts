import { findAddresses } from './detect-addresses.ts';
import { findDatesAndLongNumbers } from './detect-dates.ts';
import { findKeys } from './detect-keys.ts';
import { findNationalIds } from './detect-national-ids.ts';
import { findNumbers } from './detect-numbers.ts';
import type { Kind } from './kinds.ts';

/** Something that a detector found in a normalised text. */
export interface Detection {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

/** Texts without any of these hold nothing that a detector knows: most texts of a page. */
const WORTH_A_LOOK = /[@]|\d{2}|\S{20}|:[\da-f]{0,4}:/i;

/**
 * Finds e-mail addresses, card, account, phone and national numbers, addresses of machines and wallets, dates of birth,
 * keys and tokens, and long numbers. Takes linear time.
 */
export function detect(text: string): Detection[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  return [
    ...findEmails(text),
    ...findNumbers(text),
    ...findNationalIds(text),
    ...findAddresses(text),
    ...findDatesAndLongNumbers(text),
    ...findKeys(text),
  ];
}

const LOCAL_PART = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}/u;
/** Longest local part and domain, in characters (RFC 5321), with room. */
const MAX_PART = 255;

function findEmails(text: string): Detection[] {
  const found: Detection[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(0, at - MAX_PART), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_PART))?.[0];
    if (local && domain) found.push({ from: at - local.length, to: at + 1 + domain.length, kind: 'EMAIL_ADDRESS' });
  }
  return found;
}
