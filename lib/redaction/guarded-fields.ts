import { ANY_PLACEHOLDER } from './kinds.ts';
import { withoutPlaceholders } from './placeholders.ts';

/** Words in the names and labels of fields whose values are kept at no level. English and German, as the interface. */
const NAME = [
  'pass|password|passwd|pwd|pass ?phrase|pass ?code|passwort|kennwort|secret|geheimnis|pin|pin ?code',
  'otp|totp|mfa|2fa|one ?time ?(?:code|password|token)|verification ?code|tan|security ?code',
  'cvv2?|cvc2?|csc|card ?(?:number|no|nr)|cc ?(?:number|num|csc|exp)|kartennummer|kreditkarte|credit ?card|last ?(?:4|four)(?: ?digits)?',
  'iban|bic|swift|(?:bank ?)?account ?(?:number|no|nr)|routing ?(?:number|no)|sort ?code|aba|kontonummer|bankleitzahl|blz',
  'api ?key|access ?token|auth ?token|private ?key|token|csrf',
].join('|');
const HINT = new RegExp(String.raw`\b(?:${NAME})\b`);
/** A label that says nothing else: `Your new password *`. */
const LABEL = new RegExp(
  String.raw`^(?:(?:enter|your|the|a|new|current|old|confirm|repeat|client|login|ihre?|das|die|neues) )*(?:${NAME})(?: (?:required|is|ist))? ?\*?$`,
);

const AUTOCOMPLETE = /(?:^|\s)(?:current-password|new-password|one-time-code|cc-\S+)(?:\s|$)/i;

/** Attributes in which a page says what a field is for. */
const TELLING = ['name', 'id', 'aria-label', 'placeholder', 'title', 'label'] as const;

/** True for a field that is for a password, a code, a card or an account. */
export function isGuardedField(attributes: Readonly<Record<string, unknown>>): boolean {
  if (/^password$/i.test(String(attributes['type'] ?? '').trim())) return true;
  if (AUTOCOMPLETE.test(String(attributes['autocomplete'] ?? ''))) return true;
  return TELLING.some((name) => typeof attributes[name] === 'string' && namesSecret(attributes[name]));
}

/** True for a name or a label of such a field. What a placeholder stands for there says nothing of the field. */
export const namesSecret = (label: string): boolean => HINT.test(wordsOf(label));

/** True for a text that is nothing but the label of such a field. */
export const labelsSecret = (text: string): boolean => text.length < MAX_LABEL && LABEL.test(wordsOf(text).trim());

const MAX_LABEL = 60;

const wordsOf = (label: string): string =>
  withoutPlaceholders(label, ANY_PLACEHOLDER, () => ' ')
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.:()[\]\s]+/g, ' ')
    .toLowerCase();
