import type { Channel } from '../record.ts';
import type { Value } from '../value.ts';
import { type Unsure, unsureIn } from './app-speech.ts';
import { CLASS_OF_KIND, isDetected } from './kinds.ts';
import { lookAt } from './look-at.ts';
import { valueKey } from './normalise.ts';
import type { Pass, Speech } from './pass.ts';
import type { Gap } from './phrases.ts';
import {
  classOfPlaceholder,
  hasPlaceholder,
  isPlaceholder,
  kindOfPlaceholder,
  withoutPlaceholders,
} from './placeholders.ts';
import type { Region } from './region.ts';
import type { Span } from './span.ts';
import { kindOfValue } from './value-kind.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Shorter texts may be data in one place and the app's in another, in words: `Open`, `New ticket`. */
const MIN_WORDS = 3;

/**
 * A text that people read, in a part of the page that speaks of `region`. At level `strict` nothing of it is kept but the
 * site's own phrases; at `standard` what is known as the words of an app.
 */
export function redactText(text: string, channel: Channel, pass: Pass, region = pass.region): string {
  if (pass.level === 'open') return pieceFor(text, pass) ?? redactData(text, channel, pass);
  if (hasPlaceholder(text, pass))
    return aroundPlaceholders(text, pass, (part) => redactText(part, channel, { ...pass, isPart: true }, region));
  if (!LETTER_OR_DIGIT.test(text) && pass.values.find(text).length === 0) return text;
  // Without the site's list, any text in which nothing is found may be a phrase of it.
  if (!pass.lexicon.phrases && !isTelling(text, channel, pass)) return text;
  return redactSpeech(text, channel, pass, region);
}

/** What stands for a text that is a piece of something detected or secret, which the page shows in several nodes. */
function pieceFor(text: string, { placeholders, guarded }: Pass): string | undefined {
  const known = placeholders.get(text);
  return known !== undefined && (guarded.has(known) || isDetected(kindOfPlaceholder(known))) ? known : undefined;
}

/** A text of which the site's phrases are kept and, at `standard`, the words of the app. */
function redactSpeech(text: string, channel: Channel, pass: Pass, region: Region | undefined): string {
  const speech = pass.isPart ? speechIn(text, channel, pass, region) : speechOf(text, channel, pass, region);
  return speech.spans.length === 0 ? text : replaced(speech.form, speech.spans, channel, pass);
}

/** The same for a whole text, which pages repeat. */
function speechOf(text: string, channel: Channel, pass: Pass, region: Region | undefined): Speech {
  const ofRegion = pass.speech[channel === 'mutation' ? 'inChanges' : 'elsewhere'];
  let known = ofRegion.get(region);
  if (!known) ofRegion.set(region, (known = new Map<string, Speech>()));
  let speech = known.get(text);
  if (!speech) known.set(text, (speech = speechIn(text, channel, pass, region)));
  return speech;
}

function speechIn(text: string, channel: Channel, pass: Pass, region: Region | undefined): Speech {
  const looked = lookAt(text, channel, pass);
  const { form, spans } = looked;
  const phrased = phrasesIn(looked, channel, pass, region);
  if (phrased) return phrased;
  if (pass.level === 'strict') {
    const be = { placeholder: placeholderOf(text, pass) };
    return { form, spans: [{ from: 0, to: form.length, rule: 'strict_text', be }] };
  }
  const all: Span[] = [];
  let start = 0;
  for (let place = 0; place <= spans.length; place += 1) {
    const span = spans[place];
    const around = form.slice(start, span?.from ?? form.length);
    const unsure = unsureIn(around, region, pass.lexicon, spans.length === 0 && !pass.isPart);
    for (const piece of unsure.length === 0 && region !== 'label' ? dataIn(around, pass) : unsure) {
      const placeholder = placeholderOf(around.slice(piece.from, piece.to), pass);
      all.push({ from: start + piece.from, to: start + piece.to, rule: 'data', be: { placeholder } });
    }
    if (span) all.push(span);
    start = span?.to ?? form.length;
  }
  return { form, spans: all };
}

/** A text of ordinary words that was data in another place is so here too: the subject of a message over the message. */
function dataIn(text: string, { placeholders }: Pass): readonly Unsure[] {
  const plain = text.trim();
  const from = text.indexOf(plain);
  const isKnown = plain.split(/\s+/, MIN_WORDS).length === MIN_WORDS && placeholders.get(plain) !== undefined;
  return isKnown ? [{ from, to: from + plain.length }] : [];
}

/** A text that is made of the site's phrases, with data in their gaps at most. */
function phrasesIn(looked: Speech, channel: Channel, pass: Pass, region: Region | undefined): Speech | undefined {
  const { form } = looked;
  const gaps = gapsIn(looked, isOfApp(region), pass);
  const spans = gaps?.flatMap(({ from, to }): readonly Span[] => {
    const text = form.slice(from, to);
    const inside = speechIn(text, channel, { ...pass, isPart: true }, region);
    if (inside.form === text)
      return inside.spans.map((span) => ({ ...span, from: from + span.from, to: from + span.to }));
    return [{ from, to, rule: 'data', be: { placeholder: placeholderOf(text, pass) } }];
  });
  return spans && { form, spans };
}

/** Where there is data in a text that is made of the site's phrases; undefined where it is not, or something else goes. */
export function gapsIn({ form, spans }: Speech, isOfApp: boolean, pass: Pass): readonly Gap[] | undefined {
  const gaps = pass.lexicon.phrases?.gapsIn(form, { isOfApp, isPart: pass.isPart ?? false });
  if (!gaps) return undefined;
  const isInGap = ({ from, to }: Span) => gaps.some((gap) => gap.from <= from && to <= gap.to);
  return spans.every((span) => isInGap(span) || isOfPhrase(span, form, isOfApp, pass)) ? gaps : undefined;
}

/** What somebody entered may be in a phrase by chance; as the whole of one, only where the app speaks. A secret never is. */
function isOfPhrase({ from, to, rule, be }: Span, text: string, isOfApp: boolean, { guarded }: Pass): boolean {
  if (rule !== 'entered' || ('placeholder' in be && guarded.has(be.placeholder))) return false;
  return isOfApp || LETTER_OR_DIGIT.test(text.slice(0, from) + text.slice(to));
}

/** True where a page speaks of the app, and not of data. */
export const isOfApp = (region: Region | undefined): boolean => region !== undefined && region !== 'data';

/** A text that code reads, or people at the other levels: what was entered and what detectors find is replaced. */
export function redactData(text: string, channel: Channel, pass: Pass): string {
  if (hasPlaceholder(text, pass)) return aroundPlaceholders(text, pass, (part) => redactData(part, channel, pass));
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
