import { isSecretField, isTextField, SECRET } from './secret-fields.ts';
import { rememberSecret } from './withhold.ts';

/** Longest value that is handed over, in characters. */
const MAX_VALUE = 20_000;

const CHOICES = new Set(['checkbox', 'radio']);
const BUTTONS = new Set(['button', 'submit', 'reset', 'image', 'hidden']);
const PICKERS = new Set(['range', 'color', 'date', 'datetime-local', 'month', 'time', 'week']);

export type Toggle = HTMLInputElement & { type: 'checkbox' | 'radio' };

export const isToggle = (element: unknown): element is Toggle =>
  element instanceof HTMLInputElement && CHOICES.has(element.type);

export const isFileInput = (element: unknown): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === 'file';

/** An input whose value is moved or picked more than typed. */
export const isPicker = (element: unknown): element is HTMLInputElement =>
  element instanceof HTMLInputElement && PICKERS.has(element.type);

export const isMultiline = (element: unknown): element is HTMLElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);

/** True where a key types text: not so in a part of a date that only looks like it, as the page takes the keys itself. */
export function isTextEntry(element: unknown): element is HTMLElement {
  if (isMultiline(element)) return element.role !== 'spinbutton';
  return isFillable(element) && !isPicker(element);
}

/** True for a key that types a character, or would in a field. */
export const isCharacter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  !event.isComposing &&
  ((!event.ctrlKey && !event.metaKey && !event.altKey) || event.getModifierState('AltGraph'));

/** True where one field has taken the place of another, as when a page draws itself anew at every key. */
export const isLike = (one: Element, other: Element): boolean =>
  ['id', 'name', 'type', 'placeholder', 'aria-label'].every(
    (name) => one.getAttribute(name) === other.getAttribute(name),
  ) && one.localName === other.localName;

/** True for what a person fills in: text of any kind, dates, numbers, colours. */
export function isFillable(element: unknown): boolean {
  if (isMultiline(element)) return true;
  if (!(element instanceof HTMLInputElement)) return false;
  return !CHOICES.has(element.type) && !BUTTONS.has(element.type) && element.type !== 'file';
}

export const isEmpty = (element: unknown): boolean => element instanceof HTMLInputElement && element.value === '';

/** What a field holds, as it may be handed over: a constant where it is secret. */
export function fieldValue(element: Element): string {
  const value = valueOf(element).slice(0, MAX_VALUE);
  if (value === '' || !isSecretField(element)) return value;
  rememberSecret(value);
  return SECRET;
}

function valueOf(element: Element): string {
  if (isTextField(element)) return element.value;
  return element instanceof HTMLElement ? element.innerText : '';
}
