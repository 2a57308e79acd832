import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';

/** What a text calls a code that lets somebody in. `Status code` and `postal code` are none. English and German, as the interface. */
const NAME = String.raw`(?:(?:one[ -]?time|verification|security|sign[ -]?in|log[ -]?in|authentication|authori[sz]ation|confirmation|access|activation|unlock|pairing|device|2fa|mfa|sms)[ -](?:pass)?(?:code|pin|password)|t?otp|passcode|pin|puk|m?tan|2fa|cvv2?|cvc2?|(?:einmal|bestätigungs|sicherheits)-?(?:code|kennwort|passwort))`;

/** Digits of a code, in groups or not. */
const DIGITS = (least: number) => String.raw`\d(?:[ -]?\d){${least - 1},7}(?![\d.,]?\d)`;

/** A code behind its name: where less stands between them, the code is longer. */
const CODE = new RegExp(
  [
    String.raw`(?<=\b${NAME}["' ]{0,2}[:=]["' ]{0,2})${DIGITS(3)}`,
    String.raw`(?<=\b(?:your|the|ihre?|die|das) ${NAME} (?:is|ist|lautet):? ["']?)${DIGITS(4)}`,
    String.raw`(?<=\b${NAME} )${DIGITS(6)}`,
    String.raw`(?<=\b(?:cvv2?|cvc2?|csc) )\d{3,4}(?![\d.,]?\d)`,
    String.raw`(?<=\b(?:code|use|enter|type) )${DIGITS(4)}(?= (?:to|and) (?:sign|log|verify|confirm|continue|authenticate|authori[sz]e|finish|unlock|pair)\b)`,
    String.raw`(?<=\b(?:your|login|the) code(?: is|:| is:) )${DIGITS(4)}`,
    String.raw`(?<=\bcode:? )${DIGITS(4)}(?= (?:expires|is valid|will expire|is about to expire)\b)`,
    String.raw`\b\d{3}[ -]?\d{1,5}(?= is your (?:[\w-]+ ){0,4}(?:code|passcode|otp|pin)\b)`,
  ].join('|'),
  'gi',
);
const MIN_DIGITS = 3;

/** Who somebody is, and a password, in an address. */
const USER_INFO = /(?<=:\/\/)[^\s:@/?#]{0,100}:[^\s@/]{1,200}(?=@)/g;

/** Codes that let somebody in once, numbers on a card beside its own, and credentials in addresses: by what stands around them. */
export function findCodes(text: string, { digits, hasTwoDigits, hasAt, colons }: Glance): readonly Detection[] {
  const codes = hasTwoDigits && digits >= MIN_DIGITS ? matchesIn(text, CODE) : [];
  const credentials = hasAt && colons > 1 ? matchesIn(text, USER_INFO) : [];
  if (codes.length + credentials.length === 0) return NONE;
  return [...codes, ...credentials].map(({ 0: found, index }) => ({
    ...{ from: index, to: index + found.length },
    kind: 'API_KEY',
  }));
}
