import type { Channel } from '../record.ts';
import type { Value } from '../value.ts';
import { unsureIn } from './app-speech.ts';
import { detect } from './detectors.ts';
import { encodedIn, withoutEntities } from './encoded.ts';
import { glanceAt } from './glance.ts';
import { CLASS_OF_KIND } from './kinds.ts';
import { decoded, normalise, valueKey } from './normalise.ts';
import type { Pass, Speech } from './pass.ts';
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
    return aroundPlaceholders(text, pass, (part) => redactText(part, channel, { ...pass, isPart: true }, region));
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
  const ofRegion = pass.speech[channel === 'mutation' ? 'inChanges' : 'elsewhere'];
  const known = ofRegion.get(region) ?? new Map<string, Speech>();
  ofRegion.set(region, known);
  const speech = (pass.isPart ? undefined : known.get(text)) ?? speechIn(text, channel, pass, region);
  if (!pass.isPart) known.set(text, speech);
  return speech.spans.length === 0 ? text : replaced(speech.form, speech.spans, channel, pass);
}

function speechIn(text: string, channel: Channel, pass: Pass, region: Region | undefined): Speech {
  const { form, spans } = lookAt(text, channel, pass);
  const all: Span[] = [];
  let start = 0;
  for (const span of [...spans, undefined]) {
    const around = form.slice(start, span?.from ?? form.length);
    for (const piece of unsureIn(around, region, pass.lexicon, spans.length === 0 && !pass.isPart)) {
      const placeholder = placeholderOf(around.slice(piece.from, piece.to), pass);
      all.push({ from: start + piece.from, to: start + piece.to, rule: 'data', be: { placeholder } });
    }
    if (span) all.push(span);
    start = span?.to ?? form.length;
  }
  return { form, spans: all };
}

/** A text that code reads, or people at the other levels: what was entered and what detectors find is replaced. */
export function redactData(text: string, channel: Channel, pass: Pass): string {
  if (pass.standing.test(text)) return aroundPlaceholders(text, pass, (part) => redactData(part, channel, pass));
  const { form, spans } = lookAt(text, channel, pass);
  return spans.length === 0 ? text : replaced(form, spans, channel, pass);
}

/** True when something in the text would be replaced. */
export function isTelling(text: string, channel: Channel, pass: Pass): boolean {
  return lookAt(text, channel, pass).spans.length > 0;
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
  const known = passing.size === 0 ? undefined : (placeholders.get(value) ?? passing.get(valueKey(value)));
  return known ?? placeholders.assign(value, kindOfValue);
}

/** What has to go of a text: with the encodings of URLs and HTML undone, and as it stands where that finds nothing. */
function lookAt(text: string, channel: Channel, pass: Pass): Speech {
  const plain = normalise(text);
  if (plain.includes('%') || plain.includes('&')) {
    const open = normalise(withoutEntities(decoded(plain)));
    const spans = open === plain ? [] : spansIn(open, channel, pass);
    if (spans.length > 0) return { form: open, spans };
  }
  return { form: plain, spans: spansIn(plain, channel, pass) };
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

function findSpans(whole: string, channel: Channel, { values, echoes, custom, standing }: Pass): readonly Span[] {
  const text = withoutPlaceholders(whole, standing, (placeholder) => '⟦'.repeat(placeholder.length));
  const glance = glanceAt(text);
  const found: Span[] = [];
  for (const { from, to, kind } of detect(text, glance))
    found.push({ from, to, rule: kind.toLowerCase(), be: { kind } });
  found.push(...custom.find(text), ...values.find(text));
  if (channel === 'mutation') found.push(...echoes.find(text));
  for (const { from, to, texts } of encodedIn(text, glance)) {
    const isTelling = texts.some(
      (inner) => detect(inner).length + custom.find(inner).length + values.find(inner).length > 0,
    );
    if (isTelling) found.push({ from, to, rule: 'encoded', be: { kind: 'IDENTIFIER' } });
  }
  return withNeighbours(text, disjoint(found));
}

/** Values that are written without anything between them hide each other: what is left of a text is looked at by itself. */
function withNeighbours(text: string, spans: readonly Span[]): readonly Span[] {
  let all = spans;
  for (let before = 0; all.length > before;) {
    before = all.length;
    const ends = [0, ...all.map(({ to }) => to)];
    const news = ends.flatMap((start, place) =>
      detect(text.slice(start, all[place]?.from ?? text.length)).map(({ from, to, kind }): Span => ({
        from: start + from,
        to: start + to,
        rule: kind.toLowerCase(),
        be: { kind },
      })),
    );
    if (news.length > 0) all = disjoint([...all, ...news]);
  }
  return all;
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
