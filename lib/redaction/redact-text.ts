import type { Channel } from '../record.ts';
import type { Value } from '../value.ts';
import { detect } from './detectors.ts';
import { CLASS_OF_KIND, SECRET } from './kinds.ts';
import { decoded, normalise, valueKey } from './normalise.ts';
import type { Pass } from './pass.ts';
import { classOfPlaceholder } from './placeholders.ts';
import { disjoint, type Span } from './span.ts';
import { kindOfValue } from './value-kind.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** A text that people read. At level `strict` nothing of it is kept. */
export function redactText(text: string, channel: Channel, pass: Pass): string {
  if (pass.level !== 'strict') return redactData(text, channel, pass);
  if (text.includes(SECRET)) return withSecretsKept(text, (part) => redactText(part, channel, pass));
  if (!LETTER_OR_DIGIT.test(text) && pass.values.find(text).length === 0) return text;
  pass.tally.count(channel, 'strict_text');
  return pass.placeholders.get(text) ?? pass.placeholders.assign(text, kindOfValue(text));
}

/** A text that code reads, or people at the other levels: what was entered and what detectors find is replaced. */
export function redactData(text: string, channel: Channel, pass: Pass): string {
  if (text.includes(SECRET)) return withSecretsKept(text, (part) => redactData(part, channel, pass));
  for (const form of formsOf(text)) {
    const spans = spansIn(form, channel, pass);
    if (spans.length > 0) return replaced(form, spans, channel, pass);
  }
  return text;
}

/** True when something in the text would be replaced. */
export function isTelling(text: string, channel: Channel, pass: Pass): boolean {
  return formsOf(text).some((form) => spansIn(form, channel, pass).length > 0);
}

/**
 * The value of a field: nothing of it is kept but its class. At level `open` it is kept like any other text, unless
 * `isGuarded`.
 */
export function redactValue(value: string, channel: Channel, pass: Pass, isGuarded = false): Value {
  if (value === '') return { text: '', class: 'empty' };
  if (pass.level === 'open' && !isGuarded && value !== SECRET)
    return { text: redactData(value, channel, pass), class: CLASS_OF_KIND[kindOfValue(value)] };
  if (value !== SECRET) pass.tally.count(channel, 'value');
  const text = value === SECRET ? SECRET : placeholderOf(value, pass);
  return { text, class: classOfPlaceholder(text) };
}

function placeholderOf(value: string, { placeholders, passing }: Pass): string {
  return placeholders.get(value) ?? passing.get(valueKey(value)) ?? placeholders.assign(value, kindOfValue(value));
}

/** The text as it is looked at: as it stands, and without URL encoding if it has any. */
function formsOf(text: string): string[] {
  const plain = normalise(text);
  const open = plain.includes('%') ? normalise(decoded(plain)) : plain;
  return open === plain ? [plain] : [open, plain];
}

function spansIn(text: string, channel: Channel, { values, echoes }: Pass): Span[] {
  const found: Span[] = detect(text).map(({ from, to, kind }) => ({
    from,
    to,
    rule: kind.toLowerCase(),
    be: { kind },
  }));
  found.push(...values.find(text));
  if (channel === 'mutation') found.push(...echoes.find(text));
  return disjoint(found);
}

function replaced(text: string, spans: readonly Span[], channel: Channel, { placeholders, tally }: Pass): string {
  let result = '';
  let at = 0;
  for (const { from, to, rule, be } of spans) {
    tally.count(channel, rule);
    const placeholder = 'kind' in be ? placeholders.assign(text.slice(from, to), be.kind) : be.placeholder;
    result += text.slice(at, from) + placeholder;
    at = to;
  }
  return result + text.slice(at);
}

function withSecretsKept(text: string, redact: (part: string) => string): string {
  return text
    .split(SECRET)
    .map((part) => (part === '' ? '' : redact(part)))
    .join(SECRET);
}
