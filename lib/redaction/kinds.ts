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

/** What the page has already put in the place of a secret field's value. */
export const SECRET = '⟦SECRET⟧';
