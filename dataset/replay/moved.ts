import type { RrwebEvent } from '../../lib/capture.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { attributesTold, isMutation } from './look.ts';

/** What is done at a place, at a moment. */
export const STRIKES: ReadonlySet<string> = new Set(['click', 'dblclick', 'drag']);
/** Attributes by which scripts move what is drawn. */
export const DRAWN_AT = ['transform', 'cx', 'cy', 'x', 'y'] as const;
/** Attributes by which scripts move things. */
const PLACES: readonly string[] = ['style', ...DRAWN_AT];
/** What moves is told of so often before and after it was acted on, within so many ms. */
const NEARBY_MS = 400;
const FEWEST_BEFORE = 3;
/** What was moved so shortly before was on its way still, in ms. */
const STILL_MS = 100;

/** What a script was moving when something was struck, until it moved on or was gone. */
interface Motion {
  /** What was struck: it was struck on its way, at that moment, and will not come to rest. */
  readonly isOfTarget: boolean;
  /** Anything in its document: it will not come to rest either, and that it moves means nothing. */
  readonly isOfPage: boolean;
}

/** What moved by itself when a step was done. */
export function motionAt({ streams }: Episode, { action, observation, target, at, until }: Step): Motion {
  const struck = target?.hit?.nodeId ?? target?.nodeId;
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events;
  if (!STRIKES.has(action.type) || !place || !events) return { isOfTarget: false, isOfPage: false };
  const told = events.slice(0, place.events);
  const before = told.filter(({ timestamp }) => timestamp > at - NEARBY_MS);
  const after = events.slice(place.events).filter(({ timestamp }) => timestamp < until + NEARBY_MS);
  const isOnItsWay = (isIt: (id: number) => boolean) => {
    const moves = before.filter((event) => movedBy(event).some(isIt));
    if (moves.length < FEWEST_BEFORE) return false;
    if (after.some((event) => movedBy(event).some(isIt))) return true;
    return (moves.at(-1)?.timestamp ?? 0) > at - STILL_MS && after.some((event) => removedBy(event).some(isIt));
  };
  const page = createPageModel();
  for (const event of told) page.apply(event);
  const around = new Set<number>();
  for (let node = page.node(struck ?? -1); node; node = page.node(node.parent ?? -1)) around.add(node.id);
  const isOfPage = [...new Set(before.flatMap(movedBy))].some((one) => isOnItsWay((id) => id === one));
  return { isOfTarget: isOnItsWay((id) => around.has(id)), isOfPage };
}

/** Nodes that an event moved. */
export function movedBy(event: RrwebEvent): number[] {
  const told = isMutation(event) ? attributesTold(event) : [];
  return told.flatMap(([id, names]) => (names.some((name) => PLACES.includes(name)) ? id : []));
}

function removedBy(event: RrwebEvent): number[] {
  const { removes = [] } = (isMutation(event) ? event.data : {}) as { readonly removes?: readonly { id: number }[] };
  return removes.map(({ id }) => id);
}
