import { passesLuhn, passesMod97 } from './checksums.ts';
import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';

/** What all of these numbers have: a few digits, close together. Dates have it too; most texts do not. */
const WORTH_A_LOOK = /\d(?:[ ./()-]{0,3}\d){5}|\d{4}[^\w\s]\d{4}|[a-z]{2}\d{2}[ ./-]?[a-z\d]/i;

/** Digits of the shortest of them but the IBANs, which may be letters but for two; and characters of the shortest IBAN. */
const MIN_DIGITS = 6;
const MIN_IBAN = 15;

/** Finds card, IBAN, phone and social security numbers. */
export function findNumbers(text: string, { digits, hasTwoDigits }: Glance): readonly Detection[] {
  if (digits < MIN_DIGITS && (!hasTwoDigits || text.length < MIN_IBAN)) return NONE;
  if (!WORTH_A_LOOK.test(text)) return NONE;
  return [...findCards(text), ...findIbans(text), ...findByPattern(text)];
}

/** Digits in groups, as cards have them printed or typed. */
const GROUPS = /(?<![\d.,])\d(?:[ -]?\d){11,80}(?![\d])/g;
/** Four groups of four with another sign, or more spaces, between all of them. */
const SPREAD = /(?<![\d.,])\d{4}( {2,3}|[.·/|–—‐]| [–—-] )\d{4}\1\d{4}\1\d{4}(?!\d)/g;
/** First digits of the card networks: Visa, Mastercard, American Express, Discover, JCB, Diners, UnionPay, Maestro. */
const NETWORK = /^(?:4|5[0-8]|2[2-7]|3[47]|6(?:011|4[4-9]|[2357])|35|3[0689]|6\d)/;
const CARD_LENGTHS = [19, 18, 17, 16, 15, 14, 13] as const;

function findCards(text: string): Detection[] {
  const found: Detection[] = [];
  for (const { 0: run, index } of matchesIn(text, GROUPS)) {
    const places = [...run.matchAll(/\d/g)].map((digit) => digit.index);
    for (let start = 0; start < places.length; start += 1) {
      const from = places[start] ?? 0;
      if (start > 0 && places[start - 1] === from - 1) continue;
      const length = CARD_LENGTHS.find((count) => isCard(run, places, start, count));
      if (length === undefined) continue;
      found.push({ from: index + from, to: index + (places[start + length - 1] ?? 0) + 1, kind: 'CREDIT_CARD' });
      start += length - 1;
    }
  }
  for (const { 0: card, index } of matchesIn(text, SPREAD)) {
    const places = [...card.matchAll(/\d/g)].map((digit) => digit.index);
    if (isCard(card, places, 0, places.length))
      found.push({ from: index, to: index + card.length, kind: 'CREDIT_CARD' });
  }
  return found;
}

function isCard(run: string, places: readonly number[], start: number, count: number): boolean {
  const last = places[start + count - 1];
  if (last === undefined || places[start + count] === last + 1) return false;
  const digits = run.slice(places[start], last + 1).replace(/\D/g, '');
  return NETWORK.test(digits) && new Set(digits).size > 1 && passesLuhn(digits);
}

/** Length of an IBAN by country. @see https://www.swift.com/standards/data-standards/iban-international-bank-account-number */
const IBAN_LENGTHS = new Map(
  (
    '15NO 16BE 18DK 18FI 18FO 18GL 18NL 18SD 19MK 19SI 20AT 20BA 20EE 20KZ 20LT 20LU 20MN 20XK 21CH 21HR 21LI 21LV ' +
    '22BG 22BH 22CR 22DE 22GB 22GE 22IE 22ME 22RS 22VA 23AE 23GI 23IL 23IQ 23OM 23SO 23TL 24AD 24CZ 24ES 24MD 24PK ' +
    '24RO 24SA 24SE 24SK 24TN 24VG 25LY 25PT 26IS 26TR 27BI 27DJ 27FR 27GR 27IT 27MC 27MR 27SM 28AL 28AZ 28BY 28CY ' +
    '28DO 28GT 28HN 28HU 28LB 28NI 28PL 28SV 29BR 29EG 29PS 29QA 29UA 30JO 30KW 30MU 31MT 31SC 32LC 33RU'
  )
    .split(' ')
    .map((entry) => [entry.slice(2), Number(entry.slice(0, 2))]),
);

const IBAN_STARTS = /(?<![a-z\d])([a-z]{2})\d{2}(?=[ ./-]?[a-z\d])/gi;

function findIbans(text: string): Detection[] {
  const found: Detection[] = [];
  for (const { index, 1: country = '' } of matchesIn(text, IBAN_STARTS)) {
    const length = IBAN_LENGTHS.get(country.toUpperCase());
    if (length === undefined) continue;
    const places = [...text.slice(index, index + length * 2).matchAll(/[a-z\d]|[^ ./-]/gi)].slice(0, length);
    const iban = places.map(([character]) => character.toUpperCase()).join('');
    const last = places.at(-1)?.index ?? 0;
    if (iban.length !== length || !/^[A-Z\d]+$/.test(iban) || !passesMod97(iban)) continue;
    found.push({ from: index, to: index + last + 1, kind: 'IBAN_CODE' });
  }
  return found;
}

/** US social security numbers, never issued blocks left out. @see https://www.ssa.gov/employer/randomization.html */
const SSN = /(?<![\w-])(?!000|666|9)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])/g;
const ANNOUNCED_SSN = /(?<=\b(?:ssn|social security(?: number| no\.?)?)[:# ]{1,3})(?!000|666|9)\d{9}(?!\d)/gi;

/** Phone numbers: with a country code; with an area code in one of the common national forms; or after a word for it. */
const PHONES = [
  /(?<![\w+])(?:\+|00 ?(?=[1-9]))(?:\(\d{1,4}\)|\d)(?:[ ./()-]{0,2}\d){6,14}(?!\d)/g,
  /(?<![\w.+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-])/g,
  /(?<![\w.,+/-]|\d )\(?0[1-9]\d{0,4}\)?(?: ?[ /-] ?\d{2,8}){1,4}(?![\w/]|[.,-]\d)/g,
  /(?<![\w.,+/-]|\d )0[1-9](?:[ .]\d{2}){4}(?![\w/]|[.,-]\d)/g,
  /(?<=\b(?:phone|tel|telephone|mobile|cell|fax|call|telefon|mobil|handy|rufnummer)\b[.:# ]{1,3})(?!\d{1,4}[-./]\d{1,2}[-./]\d{2,4})\(?\d(?:[ ./()-]{0,2}\d){5,14}(?!\d)/gi,
];

function findByPattern(text: string): Detection[] {
  const ssns = [SSN, ANNOUNCED_SSN].flatMap((pattern) => all(text, pattern, 'US_SSN'));
  const phones = PHONES.flatMap((pattern) => all(text, pattern, 'PHONE_NUMBER'));
  return [...ssns, ...phones.filter(({ from, to }) => isPhoneLength(text.slice(from, to)))];
}

function all(text: string, pattern: RegExp, kind: Detection['kind']): Detection[] {
  return matchesIn(text, pattern).map(({ 0: found, index }) => ({ from: index, to: index + found.length, kind }));
}

/** Digits of a number with its area code, at least and at most (E.164 has 15). */
function isPhoneLength(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  const isInternational = /^(?:\+|00)/.test(text);
  return digits >= (isInternational ? 8 : /^\(?0/.test(text) ? 9 : 6) && digits <= 17;
}
