import type { ValueClass } from '../value.ts';

/**
 * Every kind of thing that is withheld, and its class: Presidio's entity names first, then shapes. A closed list, so that
 * a placeholder tells nothing of length or form.
 * @see https://microsoft.github.io/presidio/supported_entities/
 */
export const CLASS_OF_KIND = {
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone',
  CREDIT_CARD: 'identifier',
  IBAN_CODE: 'identifier',
  US_SSN: 'identifier',
  NATIONAL_ID: 'identifier',
  IP_ADDRESS: 'identifier',
  MAC_ADDRESS: 'identifier',
  CRYPTO: 'identifier',
  DATE_OF_BIRTH: 'date',
  CUSTOM: 'identifier',
  API_KEY: 'secret',
  NUMBER: 'number',
  DATE: 'date',
  TIME: 'time',
  COLOUR: 'colour',
  MONEY: 'money',
  URL: 'url',
  IDENTIFIER: 'identifier',
  WORD: 'word',
  WORDS: 'words',
  TEXT: 'text',
} as const satisfies Record<string, ValueClass>;

export type Kind = keyof typeof CLASS_OF_KIND;

/** Those that detectors find; the others are shapes. */
const DETECTED: readonly Kind[] = [
  ...(['EMAIL_ADDRESS', 'PHONE_NUMBER', 'CREDIT_CARD', 'IBAN_CODE', 'US_SSN', 'NATIONAL_ID', 'IP_ADDRESS'] as const),
  ...(['MAC_ADDRESS', 'CRYPTO', 'DATE_OF_BIRTH', 'CUSTOM', 'API_KEY'] as const),
];

export const isDetected = (kind: Kind | undefined): boolean => kind !== undefined && DETECTED.includes(kind);

/** What the page has already put in the place of a secret field's value. */
export const SECRET = '⟦SECRET⟧';

/** The placeholders of a first pass over content: what the page itself withheld. In a group, to split a text around them. */
export const SECRET_ALONE = new RegExp(`(${SECRET})`, 'u');

const NUMBERED = String.raw`⟦(?:${Object.keys(CLASS_OF_KIND).join('|')})_\d{1,6}⟧`;
/** All that redaction makes. The list is closed and the numbers are short: nobody can hide a value in one. */
export const ANY_PLACEHOLDER = new RegExp(`(${SECRET}|${NUMBERED})`, 'u');
/** Those with a number, with their kind and their number. */
export const NUMBERED_PLACEHOLDER = new RegExp(String.raw`(?=${NUMBERED})⟦(\w+)_(\d+)⟧`, 'gu');
