import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';

const MONTHS =
  'jan(?:uary|uar|vier)?|f[eé](?:b(?:ruary|ruar)?|vr(?:ier)?)|m(?:ar(?:ch|s)?|är(?:z)?)|a(?:pr(?:il)?|vril)|ma[yi]|ju(?:n[ei]?|in)|' +
  'ju(?:ly|li|illet)|au?g(?:ust)?|août|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|d[eé][cz](?:ember|embre)?';

const DATE = String.raw`\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:\d{4}|\d{2})|\d{1,2}\.? (?:${MONTHS})\.?,? \d{4}|(?:${MONTHS})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`;

const ANNOUNCEMENT = String.raw`\b(?:d\.?o\.?b\.?|born(?: on)?|birth ?(?:date|day)|date of birth|geboren(?: am)?|geburtsdatum|geb\.|né(?:e)?(?: le)?|date de naissance|fecha de nacimiento|nacid[oa](?: el)?|data di nascita|nat[oa](?: il)?|data de nascimento|geboortedatum|geboren op|data urodzenia|födelsedatum|fødselsdato)[^\p{L}\p{N}]{1,4}`;

const BORN = new RegExp(`(?<=${ANNOUNCEMENT})(?:${DATE})(?!\\d)`, 'giu');

/** Quicker than all of it: most texts announce nothing. */
const ANNOUNCED = /\b(?:d\.?o\.?b|born|birth|geb|n[aeéė]|f[øöe]|data|date|urodz)/i;

/** Of a date, the year with two digits; and the signs before it and in it. */
const MIN_DIGITS = 4;
const MIN_SIGNS = 3;

/** Long numbers, except what begins like the seconds and milliseconds of these decades. */
const LONG = /(?<![\w.,:#-])(?!1[5-9]\d{8}(?:\d{3})?(?!\d))\d{10,}(?![\w]|[.,:-]\d)/g;

/** Finds dates of birth by what stands before them, and long numbers. */
export function findDatesAndLongNumbers(text: string, { digits, hasTwoDigits, signs }: Glance): readonly Detection[] {
  if (!hasTwoDigits || digits < MIN_DIGITS) return NONE;
  const found: Detection[] = [];
  if (signs >= MIN_SIGNS && ANNOUNCED.test(text)) {
    for (const { 0: date, index } of matchesIn(text, BORN))
      found.push({ from: index, to: index + date.length, kind: 'DATE_OF_BIRTH' });
  }
  if (digits >= 10) {
    for (const { 0: number, index } of matchesIn(text, LONG)) {
      if (new Set(number).size > 1) found.push({ from: index, to: index + number.length, kind: 'NUMBER' });
    }
  }
  return found;
}
