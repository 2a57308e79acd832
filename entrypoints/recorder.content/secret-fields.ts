import { rootOf } from './dom-tree.ts';

/** What stands for the value of a password-like field, in every channel. */
export const SECRET = '\u27e6SECRET\u27e7';

/** Words that a field for a secret is named with, in a name, an id or a label. English and German, as the interface. */
const HINT =
  /\b(pass|password|passwd|pwd|pass ?phrase|pass ?code|passwort|kennwort|secret|geheimnis|pin|pin ?code|otp|totp|mfa|2fa|one ?time ?(code|password)|cvv2?|cvc2?|csc|security ?code|card ?number|kartennummer|api ?key|access ?token|auth ?token|private ?key)\b/;

const AUTOCOMPLETE = /(^|\s)(current-password|new-password|one-time-code|cc-\S+)(\s|$)/;

/** True for what holds text in itself. */
export const isTextField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Fields that were once seen to be secret: a password that is shown for a moment is still one. */
const known = new WeakSet<Element>();

/** What was found out about fields in this very moment: a snapshot asks for each of them several times. */
let moment: { readonly harmless: WeakSet<Element>; readonly labels: Map<string, string> } | null = null;

/** True for a field whose value must not leave the page. */
export function isSecretField(element: Element): boolean {
  if (known.has(element)) return true;
  const { harmless, labels } = (moment ??= beginMoment());
  if (harmless.has(element)) return false;
  const isSecret = looksSecret(element, labels);
  (isSecret ? known : harmless).add(element);
  return isSecret;
}

/** True for a question whose answer must not leave the page. */
export const asksForSecret = (question: string): boolean => HINT.test(words([question]));

function beginMoment(): NonNullable<typeof moment> {
  queueMicrotask(() => (moment = null));
  const labels = new Map<string, string>();
  // `HTMLInputElement.labels` walks the whole document, for each field again.
  for (const label of document.querySelectorAll('label[for]'))
    labels.set(label.getAttribute('for') ?? '', label.textContent);
  return { harmless: new WeakSet(), labels };
}

/** Remembers a field as secret for good. */
export const markSecret = (element: Element): void => void known.add(element);

/** Remembers what the page says is a password before its scripts may say otherwise. Call it as soon as the script runs. */
export function notePasswords(signal: AbortSignal): void {
  const note = () => document.querySelectorAll('[type=password]').forEach(markSecret);
  document.addEventListener('DOMContentLoaded', note, { signal, once: true });
}

function looksSecret(element: Element, labels: ReadonlyMap<string, string>): boolean {
  if (!isTextField(element) && !(element instanceof HTMLElement && element.isContentEditable)) return false;
  if (element instanceof HTMLInputElement) {
    if (element.type === 'password') return true;
    if (NEVER_SECRET.has(element.type)) return false;
  }
  if (AUTOCOMPLETE.test(element.getAttribute('autocomplete')?.toLowerCase() ?? '')) return true;
  if (HINT.test(words(hints(element, labels)))) return true;
  const shown = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return shown !== '' && shown !== 'none';
}

/** Types whose value is no text that somebody keeps to themselves. */
const NEVER_SECRET = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

const hints = (element: Element, labels: ReadonlyMap<string, string>): (string | null | undefined)[] => [
  ...['name', 'id', 'aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)),
  element.closest('label')?.textContent,
  element.id && labelOf(element, labels),
];

function labelOf(element: Element, labels: ReadonlyMap<string, string>): string | null | undefined {
  const root = rootOf(element);
  if (root === document) return labels.get(element.id);
  return root.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent;
}

/** `userPassword`, `user_password` and `User password:` become the same words. */
const words = (texts: readonly (string | null | undefined)[]): string =>
  texts
    .map((part) => part?.slice(0, 200))
    .join(' | ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.:]+/g, ' ')
    .toLowerCase();
