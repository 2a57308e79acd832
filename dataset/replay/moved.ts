import type { RrwebEvent } from '../../lib/capture.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { attributesTold, isMutation } from './look.ts';

/** What is done at a place, at a moment. */
const STRIKES = new Set(['click', 'dblclick', 'drag']);
/** Attributes by which scripts move things. */
const PLACES = ['style', 'transform', 'cx', 'cy', 'x', 'y'];
/** What moves is told of so often before and after it was acted on, within so many ms. */
const NEARBY_MS = 400;
const FEWEST_BEFORE = 3;
/** What was moved so shortly before was on its way still, in ms. */
const STILL_MS = 100;

/**
 * True for a step on something that a script was moving then, until it moved on or was gone: it was struck on its way, at that
 * moment, and will not come to rest.
 */
export function wasMoving({ streams }: Episode, { action, observation, target, at, until }: Step): boolean {
  const struck = target?.hit?.nodeId ?? target?.nodeId;
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events;
  if (!STRIKES.has(action.type) || !place || !events || typeof struck !== 'number') return false;
  const told = events.slice(0, place.events);
  const before = told.filter(({ timestamp }) => timestamp > at - NEARBY_MS);
  const after = events.slice(place.events).filter(({ timestamp }) => timestamp < until + NEARBY_MS);
  const page = createPageModel();
  for (const event of told) page.apply(event);
  const holds = (ids: readonly number[]) => page.closest(struck, ({ id }) => ids.includes(id)) !== undefined;
  const moves = before.filter((event) => holds(movedBy(event)));
  if (moves.length < FEWEST_BEFORE) return false;
  if (after.some((event) => holds(movedBy(event)))) return true;
  return (moves.at(-1)?.timestamp ?? 0) > at - STILL_MS && after.some((event) => holds(removedBy(event)));
}

function movedBy(event: RrwebEvent): number[] {
  const told = isMutation(event) ? attributesTold(event) : [];
  return told.flatMap(([id, names]) => (names.some((name) => PLACES.includes(name)) ? id : []));
}

function removedBy(event: RrwebEvent): number[] {
  const { removes = [] } = (isMutation(event) ? event.data : {}) as { readonly removes?: readonly { id: number }[] };
  return removes.map(({ id }) => id);
}
