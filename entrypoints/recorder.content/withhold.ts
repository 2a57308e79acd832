import type { RrwebEvent } from '../../lib/capture.ts';
import { printOf, type SecretPrint } from '../../lib/secret-print.ts';
import { extensionRuntime } from '../../page/extension-runtime.ts';
import { ask } from './delivery.ts';
import { readingsOf } from './readings.ts';
import { isSecretField, markSecret, SECRET } from './secret-fields.ts';

/** Shorter texts would be found everywhere. */
const MIN_SECRET_LENGTH = 4;
/** The last values of secret fields that are looked for elsewhere. */
const MAX_SECRETS = 50;

/** Values that secret fields held, in any case: nothing that leaves the page may hold them. Kept in memory only. */
const secrets = new Map<string, RegExp>();

/**
 * Remembers what a secret field holds, so that its echo is withheld too. The worker hears of it at once: another document
 * may show it, or an address have it, before the next batch of this one.
 */
export function rememberSecret(value: string): void {
  if (value.length < MIN_SECRET_LENGTH) return;
  if (!secrets.delete(value))
    void ask(() => extensionRuntime().sendMessage({ name: 'secret', request: printOf(value) }));
  // What stands for another secret holds none.
  secrets.set(value, new RegExp(`(?<!\u27e6)${RegExp.escape(value)}`, 'gi'));
  const [oldest = ''] = secrets.keys();
  if (secrets.size > MAX_SECRETS) secrets.delete(oldest);
}

/** By what the worker knows the secrets that other pages show again. */
export const secretPrints = (): SecretPrint[] => [...secrets.keys()].map(printOf);

/** Replaces what secret fields held, wherever it stands in a text; a text that holds it in a code, as a whole. */
export function withholdText(text: string): string {
  if (secrets.size === 0) return text;
  const patterns = [...secrets].sort(([a], [b]) => b.length - a.length).map(([, pattern]) => pattern);
  for (const pattern of patterns) text = text.replace(pattern, SECRET);
  const readings = readingsOf(text);
  return patterns.some((pattern) => readings.search(pattern) >= 0) ? SECRET : text;
}

/** True for a text of which nothing is withheld. */
export const isHarmless = (text: string): boolean => withholdText(text) === text;

/** A node of rrweb's snapshot, as far as it matters here. */
interface Serialized {
  id?: number;
  tagName?: string;
  attributes?: Record<string, unknown>;
  childNodes?: Serialized[];
  textContent?: string;
}

interface Payload {
  node?: Serialized;
  /** Nodes; or rules of a style sheet, which hold no secrets. */
  adds?: { node?: Serialized }[];
  attributes?: { id: number; attributes: Record<string, unknown> }[];
  id?: number;
  text?: string;
}

/**
 * Takes out of an rrweb event what must not leave the page: values of password-like and of hidden fields, in their own
 * attributes, and what password-like fields held, in every text. Works in place.
 * @returns the size of the event in characters, roughly: what it will weigh in a message.
 */
export function withholdSecrets(event: RrwebEvent, nodeOf: (id: number) => Node | null): number {
  const payload = event.data as Payload;
  if (payload.node) visit(payload.node, nodeOf);
  for (const { node } of payload.adds ?? []) if (node) visit(node, nodeOf);
  for (const { id, attributes } of payload.attributes ?? []) {
    delete attributes['srcdoc'];
    withholdAttributes(nodeOf(id), attributes);
  }
  if (typeof payload.text === 'string' && payload.id !== undefined)
    payload.text = valueFor(nodeOf(payload.id), payload.text);
  return weigh(payload);
}

function visit(node: Serialized, nodeOf: (id: number) => Node | null): void {
  // The text of a child document belongs into its own recording.
  if (node.tagName === 'iframe') delete node.attributes?.['srcdoc'];
  if (node.attributes && (node.tagName === 'input' || node.tagName === 'textarea')) {
    const field = nodeOf(node.id ?? -1);
    withholdAttributes(field, node.attributes);
    for (const child of node.childNodes ?? []) child.textContent = valueFor(field, child.textContent ?? '');
  }
  for (const child of node.childNodes ?? []) visit(child, nodeOf);
}

function withholdAttributes(field: Node | null, attributes: Record<string, unknown>): void {
  if (typeof attributes['value'] === 'string') attributes['value'] = valueFor(field, attributes['value']);
  // What was hidden is shown: from now on, the page may show it elsewhere too.
  if (attributes['type'] && field instanceof HTMLInputElement) valueFor(field, field.value);
}

/** The value of a field. Some nobody typed, and they say too much: what scripts hide in forms, and the names of files. */
function valueFor(field: Node | null, value: string): string {
  if (value === '' || !(field instanceof Element)) return value;
  if (field instanceof HTMLInputElement && /^(hidden|file)$/.test(field.type)) {
    // It stays one that nobody was to see, though it be shown later.
    if (field.type === 'hidden') markSecret(field);
    return '';
  }
  if (!isSecretField(field)) return value;
  if (value !== SECRET) rememberSecret(value);
  return SECRET;
}

/** Characters of a number, a name or a bracket in JSON, on average. */
const SMALL = 6;

/** Adds up the size of a value and, where secrets are known, takes them out of its texts. */
export function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length + SMALL;
  if (typeof value !== 'object' || value === null) return SMALL;
  let size = SMALL;
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const item = record[key];
    if (secrets.size > 0 && typeof item === 'string') record[key] = withholdText(item);
    size += key.length + weigh(record[key]);
  }
  return size;
}
