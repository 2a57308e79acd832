import type { RrwebEvent } from '../../lib/capture.ts';
import type { Step } from '../../lib/episode.ts';
import type { PageModel } from '../../lib/page-model.ts';
import { isMutation } from './look.ts';

/** What a document shows that goes on counting by itself: clocks, countdowns, prices. */
export interface Clocks {
  /** Hears of a change, before it is applied to the model. */
  note(event: RrwebEvent, model: PageModel): void;
  /** The texts of what is counting at a moment. */
  textsAt(at: number): ReadonlySet<string>;
}

/** Fewest equal intervals, how short they may be in ms, and how unlike, by their length and in ms. */
const INTERVALS = 2;
const SHORTEST_MS = 80;
const UNLIKE = 0.3;
const UNLIKE_MS = 60;
/** What is done has its effect within so many ms. */
const EFFECT_MS = 300;
/** Numbers as pages write them, and what was withheld of them. */
const NUMBERS = /\d[\d.,:]*|⟦[^⟦⟧]*⟧/gu;

interface Counted {
  readonly at: number;
  readonly texts: readonly string[];
}

/** `fold` makes of texts what they are compared as. */
export function createClocks(steps: readonly Step[], fold: (text: string) => string): Clocks {
  /** What texts were put in the place of others, by the element that they are in. */
  const counted = new Map<number, Counted[]>();
  const deeds = steps.filter(({ action }) => action.type !== 'wait');
  const isIdle = (from: number, to: number) =>
    !deeds.some(({ at, until }) => at < to && Math.max(at, until) + EFFECT_MS > from);

  function isCounting(all: readonly Counted[], now: number): boolean {
    const last = all.slice(-1 - INTERVALS);
    const intervals = last.slice(1).map(({ at }, place) => at - (last[place]?.at ?? 0));
    const [least, most] = [Math.min(...intervals), Math.max(...intervals)];
    const isRegular = least >= SHORTEST_MS && most - least <= Math.min(UNLIKE_MS, most * UNLIKE);
    if (intervals.length < INTERVALS || !isRegular || now - (last.at(-1)?.at ?? 0) > 2 * most) return false;
    const shapes = new Set(last.map(({ texts }) => texts.join(' ').replace(NUMBERS, '0')));
    const isNumber = shapes.size === 1 && [...shapes].every((shape) => shape.includes('0'));
    return isNumber && last.slice(1).some(({ at }, place) => isIdle(last[place]?.at ?? at, at));
  }
  return {
    note(event, model) {
      if (!isMutation(event)) return;
      const texts = new Map<number, string[]>();
      for (const [around, text] of textsPut(event, model))
        texts.set(around, [...(texts.get(around) ?? []), fold(text)]);
      for (const [around, each] of texts)
        counted.set(around, [...(counted.get(around) ?? []), { at: event.timestamp, texts: each }]);
    },
    textsAt(at) {
      const counting = [...counted.values()].filter((all) => isCounting(all, at));
      return new Set(counting.flatMap((all) => all.flatMap(({ texts }) => texts)));
    },
  };
}

interface Mutation {
  readonly texts?: readonly { readonly id: number; readonly value: string | null }[];
  readonly adds?: readonly {
    readonly parentId: number;
    readonly node: { readonly id: number; readonly type: number; readonly textContent?: string };
  }[];
}

/** Texts that an event put somewhere, each with the element that had been there before. */
function textsPut({ data }: RrwebEvent, model: PageModel): [around: number, text: string][] {
  const { texts = [], adds = [] } = data as Mutation;
  const parents = new Map(adds.map(({ node, parentId }) => [node.id, parentId]));
  const outermost = (id: number): number => {
    const parent = parents.get(id);
    return parent === undefined ? id : outermost(parent);
  };
  return [
    ...texts.map(({ id, value }): [number, string] => [model.node(id)?.parent ?? -1, value ?? '']),
    ...adds.flatMap(({ parentId, node }): [number, string][] =>
      node.textContent === undefined ? [] : [[outermost(parentId), node.textContent]],
    ),
  ];
}
