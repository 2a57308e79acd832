import type { Element } from '../../lib/element.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';
import { DRAWN_AT, movedBy } from './moved.ts';

/** What scripts set on what is to follow the pointer. Other styles that they set meanwhile move nothing. */
const PLACED = /\b(?:position|left|top|inset|transform|translate)\s*:[^;]*/g;

/**
 * How something came to where the drag ended. `along`: a script put it in its place, to be seen under the pointer, or moved
 * it together with what was dragged; a thing like it may be found on the page before, but is not where the drag went.
 * `opened`: the page showed it on the way, as a folder does over which a drag waits. Null: it was there before, or it did not
 * come.
 */
export function cameByDrag(
  { streams }: Episode,
  { observation, target, until }: Step,
  { nodeId }: Element,
): 'along' | 'opened' | null {
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events;
  if (!place || !events || nodeId === null) return null;
  const page = createPageModel();
  for (const event of events.slice(0, place.events)) page.apply(event);
  const during = events.slice(place.events).filter(({ timestamp }) => timestamp <= until);
  if (page.node(nodeId)) {
    const holds = (outer: number, inner: number | null) =>
      page.closest(inner ?? -1, ({ id }) => id === outer) !== undefined;
    const around = [...new Set(during.flatMap(movedBy))].filter(
      (id) => holds(id, nodeId) && holds(id, target?.nodeId ?? null),
    );
    const places = new Map(around.map((id) => [id, placeOf(page.node(id))]));
    const isElsewhere = (id: number) => placeOf(page.node(id)) !== places.get(id);
    return during.some((event) => (page.apply(event), around.some(isElsewhere))) ? 'along' : null;
  }
  const before = new Set(page.find(() => true).map(({ id }) => id));
  let hasCome = false;
  for (const event of during) {
    page.apply(event);
    hasCome ||= page.node(nodeId) !== undefined;
    for (let node = page.node(nodeId); node && !before.has(node.id); node = page.node(node.parent ?? -1))
      if (isPlaced(node)) return 'along';
  }
  return hasCome ? 'opened' : null;
}

const isPlaced = ({ attributes }: PageNode) => placedIn(attributes) !== '';

const placedIn = (attributes: PageNode['attributes']): string =>
  (attributes.get('style')?.match(PLACED) ?? []).join(';');

/** All that says where an element is. */
const placeOf = (node: PageNode | undefined): string =>
  node ? [placedIn(node.attributes), ...DRAWN_AT.map((name) => node.attributes.get(name))].join() : '';
