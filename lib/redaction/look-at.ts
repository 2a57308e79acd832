import type { Channel } from '../record.ts';
import type { Detection } from './detection.ts';
import { detect } from './detectors.ts';
import { encodedIn, withoutEntities } from './encoded.ts';
import { glanceAt, isPlain } from './glance.ts';
import { decoded, normalise } from './normalise.ts';
import type { Pass, Speech } from './pass.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { disjoint, type Span } from './span.ts';

/** Longest text that is looked at again instead of being remembered, if there is nothing in it, in characters. */
const SHORT = 40;
const NONE: readonly Span[] = [];

/** What has to go of a text: with the encodings of URLs and HTML undone, and as it stands where that finds nothing. */
export function lookAt(text: string, channel: Channel, pass: Pass): Speech {
  if (isPlain(text) && !isKnown(text, channel, pass)) return { form: text, spans: NONE };
  const plain = normalise(text);
  if (plain.includes('%') || plain.includes('&')) {
    const open = normalise(withoutEntities(decoded(plain)));
    const spans = open === plain ? [] : spansIn(open, channel, pass);
    if (spans.length > 0) return { form: open, spans };
  }
  return { form: plain, spans: spansIn(plain, channel, pass) };
}

/** True where a text holds something that somebody entered, or that the policy lists. */
function isKnown(text: string, channel: Channel, { values, echoes, custom }: Pass): boolean {
  const isEntered = values.find(text).length > 0 || custom.find(text).length > 0;
  return isEntered || (channel === 'mutation' && echoes.find(text).length > 0);
}

/** What has to go from a normalised text. */
export function spansIn(text: string, channel: Channel, pass: Pass): readonly Span[] {
  const known = pass.found[channel === 'mutation' ? 'inChanges' : 'elsewhere'];
  const before = known.get(text);
  if (before) return before;
  const spans = findSpans(text, channel, pass);
  // That there is nothing in a short text is found as soon as it is remembered.
  if (spans.length > 0 || text.length > SHORT) known.set(text, spans);
  return spans;
}

function findSpans(whole: string, channel: Channel, { values, echoes, custom, standing }: Pass): readonly Span[] {
  const text = withoutPlaceholders(whole, standing, hidden);
  const glance = glanceAt(text);
  const detected = detect(text, glance);
  const listed = custom.find(text);
  const entered = values.find(text);
  const echoed = channel === 'mutation' ? echoes.find(text) : NONE;
  const encoded = encodedIn(text, glance);
  // Most texts of a page: for them nothing more is made.
  if (detected.length + listed.length + entered.length + echoed.length + encoded.length === 0) return NONE;
  const found: Span[] = [...detected.map(asSpan), ...listed, ...entered, ...echoed];
  for (const { from, to, texts } of encoded) {
    const isTelling = texts.some(
      (inner) => detect(inner).length + custom.find(inner).length + values.find(inner).length > 0,
    );
    if (isTelling) found.push({ from, to, rule: 'encoded', be: { kind: 'IDENTIFIER' } });
  }
  return withNeighbours(text, disjoint(found));
}

const hidden = (placeholder: string): string => '⟦'.repeat(placeholder.length);

const asSpan = ({ from, to, kind }: Detection): Span => ({ from, to, rule: kind.toLowerCase(), be: { kind } });

/** Values that are written without anything between them hide each other: what is left of a text is looked at by itself. */
function withNeighbours(text: string, spans: readonly Span[]): readonly Span[] {
  let all = spans;
  for (let before = 0; all.length > before;) {
    before = all.length;
    const ends = [0, ...all.map(({ to }) => to)];
    const news = ends.flatMap((start, place) =>
      detect(text.slice(start, all[place]?.from ?? text.length)).map(({ from, to, kind }) =>
        asSpan({ from: start + from, to: start + to, kind }),
      ),
    );
    if (news.length > 0) all = disjoint([...all, ...news]);
  }
  return all;
}
