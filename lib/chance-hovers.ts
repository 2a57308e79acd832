import { EventType, type RrwebEvent } from './capture.ts';
import type { EpisodeStream } from './episode.ts';
import type { ExactPlace } from './observe.ts';
import type { PageModel } from './page-model.ts';
import type { ReducedAction } from './reduce-actions.ts';
import { Source } from './redaction/rrweb-types.ts';
import { createStage } from './stage.ts';

/** What follows within so many ms is part of the same change. */
const ONE_CHANGE_MS = 300;
/** Fewest equal intervals that nobody keeps by hand, how short they may be and how unlike, in ms. */
const INTERVALS = 3;
const SHORTEST_MS = 400;
const UNLIKE_MS = 80;

/**
 * The actions without the hovers that showed nothing: what was acted on next came while the pointer was there, but at the
 * regular intervals at which it comes by itself, as the pictures of a carousel do. The next action accounts for them.
 */
export function withoutChanceHovers(
  actions: readonly ReducedAction[],
  streams: readonly EpisodeStream[],
  exact: readonly ExactPlace[],
): ReducedAction[] {
  const stage = createStage(streams);
  let passed: number[] = [];
  return actions.flatMap((each, index) => {
    const next = actions[index + 1];
    const [from, to] = [exact[each.first], exact[next?.first ?? -1]];
    const captured = [...passed, ...each.captured];
    const isHover = each.action.type === 'hover' && next && from && to && from.stream === to.stream;
    const events = isHover ? (streams[to.stream]?.events.slice(0, to.events) ?? []) : [];
    const isByChance = isHover && cameByItself(next, stage.pageAt(to.stream, to.events), events, from.events);
    passed = isByChance ? captured : [];
    return isByChance ? [] : [{ ...each, captured }];
  });
}

function cameByItself({ target }: ReducedAction, page: PageModel, events: readonly RrwebEvent[], from: number) {
  const around = new Set<number>();
  page.closest(target?.hit?.nodeId ?? target?.nodeId ?? -1, ({ id }) => (around.add(id), false));
  const showing = new Set(events.slice(from).flatMap((event) => changesOf(event, page, around)));
  return showing.size > 0 && [...showing].every((change) => isRegular(momentsOf(change, events, page)));
}

interface Mutation {
  readonly source?: unknown;
  readonly adds?: readonly { readonly parentId: number; readonly node: { readonly id: number } }[];
  readonly attributes?: readonly { readonly id: number; readonly attributes: object }[];
}

/** What an event changed, each by the parent and the attribute: siblings take turns. `only`: of these nodes. */
function changesOf({ type, data }: RrwebEvent, page: PageModel, only?: ReadonlySet<number>): string[] {
  const { source, adds = [], attributes = [] } = data as Mutation;
  if (type !== EventType.incremental || source !== Source.mutation) return [];
  const isMeant = (id: number) => only === undefined || only.has(id);
  return [
    ...adds.flatMap(({ parentId, node }) => (isMeant(node.id) ? `${parentId}` : [])),
    ...attributes.flatMap(({ id, attributes: told }) =>
      isMeant(id) ? Object.keys(told).map((name) => `${page.node(id)?.parent} ${name}`) : [],
    ),
  ];
}

function momentsOf(change: string, events: readonly RrwebEvent[], page: PageModel): number[] {
  const moments: number[] = [];
  for (const event of events)
    if (event.timestamp - (moments.at(-1) ?? 0) > ONE_CHANGE_MS && changesOf(event, page).includes(change))
      moments.push(event.timestamp);
  return moments;
}

/** True where the last intervals are alike. */
function isRegular(moments: readonly number[]): boolean {
  const last = moments.slice(-1 - INTERVALS);
  const intervals = last.slice(1).map((moment, place) => moment - (last[place] ?? 0));
  const [least, most] = [Math.min(...intervals), Math.max(...intervals)];
  return intervals.length === INTERVALS && least >= SHORTEST_MS && most - least <= UNLIKE_MS;
}
