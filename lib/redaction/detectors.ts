import { findAddresses } from './detect-addresses.ts';
import { findCodes } from './detect-codes.ts';
import { findCredentials, mayHaveCredentials } from './detect-credentials.ts';
import { type Detection, NONE } from './detection.ts';
import { findDatesAndLongNumbers } from './detect-dates.ts';
import { findKeys } from './detect-keys.ts';
import { findNationalIds } from './detect-national-ids.ts';
import { findNumbers } from './detect-numbers.ts';
import { type Glance, glanceAt } from './glance.ts';

type Find = (text: string, glance: Glance) => readonly Detection[];

const FINDERS: readonly Find[] = [
  findEmails,
  findNumbers,
  findNationalIds,
  findAddresses,
  findDatesAndLongNumbers,
  findKeys,
  findCodes,
  findCredentials,
];

/** Length of a text without spaces that may be a key or an address without two digits in it, in characters. */
const MIN_UNSPACED = 20;
/** Of addresses of machines that may be of letters alone. */
const GROUPS = /:[\da-f]{0,4}:|[\da-f]{2}-[\da-f]{2}-[\da-f]{2}-|[\da-f]{4}\.[\da-f]{4}\./i;

/**
 * Finds e-mail addresses, card, account, phone and national numbers, addresses of machines and wallets, dates of birth,
 * keys and tokens, and long numbers. Takes linear time.
 */
export function detect(text: string, glance: Glance = glanceAt(text)): readonly Detection[] {
  if (holdsNothing(text, glance)) return NONE;
  let found = NONE;
  for (const find of FINDERS) {
    const more = find(text, glance);
    if (more.length > 0) found = [...found, ...more];
  }
  return found;
}

/** True for most texts of a page: they hold nothing that a detector knows. */
function holdsNothing(text: string, glance: Glance): boolean {
  const { hasAt, hasTwoDigits, colons, hyphens, dots, unspaced } = glance;
  if (hasAt || hasTwoDigits || unspaced >= MIN_UNSPACED || mayHaveCredentials(glance)) return false;
  return (colons < 2 && hyphens < 5 && dots < 2) || !GROUPS.test(text);
}

const LOCAL_PART = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}/u;
/** Longest local part and domain, in characters (RFC 5321), with room. */
const MAX_PART = 255;

function findEmails(text: string, { hasAt }: Glance): readonly Detection[] {
  if (!hasAt) return NONE;
  const found: Detection[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(0, at - MAX_PART), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_PART))?.[0];
    if (local && domain) found.push({ from: at - local.length, to: at + 1 + domain.length, kind: 'EMAIL_ADDRESS' });
  }
  return found;
}
