import type { Channel } from '../record.ts';
import type { Value } from '../value.ts';
import { unsureIn } from './app-speech.ts';
import { detect } from './detectors.ts';
import { encodedIn, withoutEntities } from './encoded.ts';
import { CLASS_OF_KIND } from './kinds.ts';
import { decoded, normalise, valueKey } from './normalise.ts';
import type { Pass } from './pass.ts';
import { classOfPlaceholder, isPlaceholder, withoutPlaceholders } from './placeholders.ts';
import type { Region } from './region.ts';
import { disjoint, type Span } from './span.ts';
import { kindOfValue } from './value-kind.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A text that people read, in a part of the page that speaks of `region`. At level `strict` nothing of it is kept but the
 * site's own phrases; at `standard` what is known as the words of an app.
 */
export function redactText(text: string, channel: Channel, pass: Pass, region = pass.region): string {
  if (pass.level === 'open') return redactData(text, channel, pass);
  if (pass.standing.test(text))
    return aroundPlaceholders(text, pass, (part) => redactText(part, channel, pass, region));
  if (!LETTER_OR_DIGIT.test(text) && pass.values.find(text).length === 0) return text;
  if (isPhrase(text, channel, pass)) return text;
  if (pass.level === 'standard') return redactSpeech(text, channel, pass, region);
  pass.tally.count(channel, 'strict_text');
  return placeholderOf(text, pass);
}

/** A phrase of the site holds nothing that is looked for. Without the list, any text that does not may be one. */
function isPhrase(text: string, channel: Channel, pass: Pass): boolean {
  const isListed = pass.lexicon.isPhrase(text);
  return isListed === undefined ? !isTelling(text, channel, pass) : isListed && detect(normalise(text)).length === 0;
}

/** A text of which the words of the app are kept. */
function redactSpeech(text: string, channel: Channel, pass: Pass, region: Region | undefined): string {
  const forms = formsOf(text);
  const found = forms
    .map((form) => [form, spansIn(form, channel, pass)] as const)
    .find(([, spans]) => spans.length > 0);
  const [form, spans] = found ?? [forms.at(-1) ?? '', []];
  const around = between(form, spans).flatMap(([from, to]) => {
    const unsure = unsureIn(form.slice(from, to), region, pass.lexicon);
    return unsure.map((piece): Span => {
      const value = form.slice(from + piece.from, from + piece.to);
      return {
        from: from + piece.from,
        to: from + piece.to,
        rule: 'data',
        be: { placeholder: placeholderOf(value, pass) },
      };
    });
  });
  const all = [...spans, ...around].sort((a, b) => a.from - b.from);
  return all.length === 0 ? text : replaced(form, all, channel, pass);
}

/** What lies between the spans. */
function between(text: string, spans: readonly Span[]): [from: number, to: number][] {
  const starts = [0, ...spans.map(({ to }) => to)];
  const ends = [...spans.map(({ from }) => from), text.length];
  return starts.map((from, at) => [from, ends[at] ?? text.length]);
}

/** A text that code reads, or people at the other levels: what was entered and what detectors find is replaced. */
export function redactData(text: string, channel: Channel, pass: Pass): string {
  if (pass.standing.test(text)) return aroundPlaceholders(text, pass, (part) => redactData(part, channel, pass));
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
  if (isPlaceholder(value, pass)) return { text: value, class: classOfPlaceholder(value) };
  if (pass.level === 'open' && !isGuarded)
    return { text: redactData(value, channel, pass), class: CLASS_OF_KIND[kindOfValue(value)] };
  pass.tally.count(channel, 'value');
  const text = placeholderOf(value, pass);
  return { text, class: classOfPlaceholder(text) };
}

function placeholderOf(value: string, { placeholders, passing }: Pass): string {
  return placeholders.get(value) ?? passing.get(valueKey(value)) ?? placeholders.assign(value, kindOfValue(value));
}

/** The text as it is looked at: as it stands, and without the encoding of URLs and of HTML if it has any. */
function formsOf(text: string): string[] {
  const plain = normalise(text);
  const open = plain.includes('%') || plain.includes('&') ? normalise(withoutEntities(decoded(plain))) : plain;
  return open === plain ? [plain] : [open, plain];
}

/** What has to go from a normalised text. */
export function spansIn(text: string, channel: Channel, pass: Pass): readonly Span[] {
  const known = pass.found[channel === 'mutation' ? 'inChanges' : 'elsewhere'];
  const before = known.get(text);
  if (before) return before;
  const spans = findSpans(text, channel, pass);
  known.set(text, spans);
  return spans;
}

function findSpans(whole: string, channel: Channel, { values, echoes, custom, standing }: Pass): Span[] {
  const text = withoutPlaceholders(whole, standing, (placeholder) => '⟦'.repeat(placeholder.length));
  const found: Span[] = detect(text).map(({ from, to, kind }) => ({
    from,
    to,
    rule: kind.toLowerCase(),
    be: { kind },
  }));
  found.push(...custom.find(text), ...values.find(text));
  if (channel === 'mutation') found.push(...echoes.find(text));
  for (const { from, to, texts } of encodedIn(text)) {
    const isTelling = texts.some(
      (inner) => detect(inner).length + custom.find(inner).length + values.find(inner).length > 0,
    );
    if (isTelling) found.push({ from, to, rule: 'encoded', be: { kind: 'IDENTIFIER' } });
  }
  return disjoint(found);
}

function replaced(text: string, spans: readonly Span[], channel: Channel, pass: Pass): string {
  let result = '';
  let at = 0;
  for (const span of spans) {
    pass.tally.count(channel, span.rule);
    result += text.slice(at, span.from) + textOfSpan(text, span, pass);
    at = span.to;
  }
  return result + text.slice(at);
}

/** What stands for a span of a text. */
export function textOfSpan(text: string, { from, to, be }: Span, { placeholders }: Pass): string {
  return 'kind' in be ? placeholders.assign(be.value ?? text.slice(from, to), be.kind) : be.placeholder;
}

function aroundPlaceholders(text: string, { standing }: Pass, redact: (part: string) => string): string {
  return text
    .split(standing)
    .map((part, at) => (part === '' || at % 2 === 1 ? part : redact(part)))
    .join('');
}
