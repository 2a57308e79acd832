import { isGuardedField } from '../../lib/redaction/guarded-fields.ts';

/** The last texts that fields held, that are remembered for their echoes. */
const MAX_TEXTS = 200;
/** Shorter secrets would be found everywhere. */
const MIN_SECRET_LENGTH = 4;

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface Typing {
  /** What fields hold, and held on the way. Nothing of fields for secrets. */
  texts(): string[];
  /** What fields for secrets hold and held: it does not leave the page. */
  secrets(): ReadonlySet<string>;
}

/** Remembers what fields hold. */
export function watchTyping(signal: AbortSignal): Typing {
  const texts = new Set<string>();
  const secrets = new Set<string>();
  const secretFields = new WeakSet<Field>();

  function remember(field: Field) {
    const { value } = field;
    if (value.trim() === '' || !holdsText(field)) return;
    // A password that is shown for a moment is still one.
    if (secretFields.has(field) || isSecret(field)) {
      secretFields.add(field);
      if (value.length >= MIN_SECRET_LENGTH) secrets.add(value);
      return;
    }
    texts.delete(value);
    texts.add(value);
    for (const oldest of texts) {
      if (texts.size <= MAX_TEXTS) break;
      texts.delete(oldest);
    }
  }
  function rememberAll() {
    for (const field of document.querySelectorAll<Field>('input, textarea')) remember(field);
  }
  const heard = (event: Event) => {
    const target = event.composedPath()[0];
    if (isField(target)) remember(target);
  };
  for (const type of ['input', 'change', 'focusout'])
    window.addEventListener(type, heard, { capture: true, passive: true, signal });
  return {
    texts: () => (rememberAll(), [...texts]),
    secrets: () => (rememberAll(), secrets),
  };
}

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Their values are labels, or none. */
const WITHOUT_TEXT = ['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit'];

const holdsText = (field: Field): boolean => !WITHOUT_TEXT.includes(field.type);

function isSecret(field: Field): boolean {
  const attributes = Object.fromEntries([...field.attributes].map(({ name, value }) => [name, value]));
  const label = [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ');
  const shown = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return isGuardedField({ ...attributes, type: field.type, label }) || (shown !== '' && shown !== 'none');
}
