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

/**
 * True for a step on something that a script was moving then, before the gesture as after it: it was struck on its way, at
 * that moment, and will not come to rest.
 */
export function wasMoving({ streams }: Episode, { action, observation, target, at, until }: Step): boolean {
  const struck = target?.hit?.nodeId ?? target?.nodeId;
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events;
  if (!STRIKES.has(action.type) || !place || !events || typeof struck !== 'number') return false;
  const told = events.slice(0, place.events);
  const before = told.filter(({ timestamp }) => timestamp > at - NEARBY_MS).flatMap(movedBy);
  const after = events
    .slice(place.events)
    .filter(({ timestamp }) => timestamp < until + NEARBY_MS)
    .flatMap(movedBy);
  if (before.length < FEWEST_BEFORE || after.length === 0) return false;
  const page = createPageModel();
  for (const event of told) page.apply(event);
  const isCarried = (ids: ReadonlySet<number>) => page.closest(struck, ({ id }) => ids.has(id)) !== undefined;
  return before.filter(isCarried).length >= FEWEST_BEFORE && after.some(isCarried);
}

/** The nodes that an event moved. None: it moved nothing. */
function movedBy(event: RrwebEvent): ReadonlySet<number>[] {
  const told = isMutation(event) ? attributesTold(event) : [];
  const ids = told.flatMap(([id, names]) => (names.some((name) => PLACES.includes(name)) ? id : []));
  return ids.length > 0 ? [new Set(ids)] : [];
}
