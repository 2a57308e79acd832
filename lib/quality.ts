import { z } from 'zod';
import { EventType, type RrwebEvent } from './capture.ts';
import type { Step } from './episode.ts';
import type { Gap } from './gap.ts';
import type { Scene } from './observe.ts';
import { Count } from './units.ts';

const Share = z.number().min(0).max(1).nullable();

export const Quality = z
  .strictObject({
    uniqueTargets: Share.describe(
      'Share of targets that some selector matched alone when it was recorded. Null: no targets.',
    ),
    alignedTargets: Share.describe(
      'Share of targets whose node is in the page rebuilt for their observation, with the same tag. Null: no targets. The others ' +
        'are flagged `misaligned`.',
    ),
    eventsPerAction: z.number().nonnegative().nullable().describe('rrweb events to one step. Null: no steps.'),
    gaps: Count.describe('Number of gaps, without those of missing screenshots.'),
    gapMs: Count.describe('Time that the gaps cover together, in ms, as far as their ends are known.'),
    redactedTexts: Share.describe('Share of the texts of pages that hold a placeholder. Null: no texts.'),
  })
  .describe('What a trainer may choose episodes by.');
export type Quality = z.infer<typeof Quality>;

/** Measures an episode. `end` is its last moment. */
export function qualityOf(scene: Scene, steps: readonly Step[], gaps: readonly Gap[], end: number): Quality {
  const targeted = steps.filter(({ target }) => target !== null);
  const done = steps.filter(({ action }) => action.type !== 'wait');
  const events = scene.streams.reduce((sum, stream) => sum + stream.events.length, 0);
  const texts = scene.streams.flatMap((stream) => stream.events.flatMap(textsOf));
  return {
    uniqueTargets: share(targeted, ({ target }) => target?.selectors.some(({ matches }) => matches === 1) ?? false),
    alignedTargets: share(targeted, ({ flags }) => !flags.includes('misaligned')),
    eventsPerAction: done.length === 0 ? null : rounded(events / done.length),
    gaps: gaps.length,
    gapMs: coveredMs(gaps, end),
    redactedTexts: share(texts, (text) => /⟦[^⟧]*⟧/u.test(text)),
  };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : rounded(items.filter(holds).length / items.length);
}

const rounded = (number: number) => Math.round(number * 1000) / 1000;

/** Gaps may lie over each other: frames of one page often miss the same time. */
function coveredMs(gaps: readonly Gap[], end: number): number {
  let [covered, until] = [0, 0];
  for (const { from, to } of gaps.toSorted((a, b) => a.from - b.from)) {
    const [begin, stop] = [Math.max(from, until), to ?? end];
    covered += Math.max(0, stop - begin);
    until = Math.max(until, stop);
  }
  return covered;
}

/** The texts that an event brings into a page. Style sheets are none. */
function textsOf({ type, data }: RrwebEvent): string[] {
  if (type !== EventType.fullSnapshot && type !== EventType.incremental) return [];
  const {
    node,
    adds = [],
    texts = [],
  } = data as {
    readonly node?: Text;
    /** Nodes, or rules of a style sheet. */
    readonly adds?: readonly { readonly node?: Text }[];
    readonly texts?: readonly { readonly value: string | null }[];
  };
  const changed = texts.map(({ value }) => value ?? '');
  const nodes = [{ node }, ...adds].flatMap((each) => each.node ?? []);
  return [...nodes.flatMap(textsIn), ...changed].filter((text) => /\S/.test(text));
}

interface Text {
  readonly type: number;
  readonly tagName?: string;
  readonly textContent?: string;
  readonly childNodes?: readonly Text[];
}

function textsIn({ type, tagName, textContent = '', childNodes = [] }: Text): string[] {
  if (tagName === 'style') return [];
  return type === 3 ? [textContent] : childNodes.flatMap(textsIn);
}
