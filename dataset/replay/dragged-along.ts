import type { Element } from '../../lib/element.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';

/** What scripts set on what is to follow the pointer. */
const PLACED = /\b(position|left|top|inset|transform|translate)\s*:/;

/**
 * True for what the drag itself brought, to be seen under the pointer: it was not there before, and a script put it in its
 * place. A thing like it may be found on the page before, but is not where the drag went.
 */
export function isDraggedAlong({ streams }: Episode, { observation, until }: Step, { nodeId }: Element): boolean {
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events;
  if (!place || !events || nodeId === null) return false;
  const page = createPageModel();
  for (const event of events.slice(0, place.events)) page.apply(event);
  if (page.node(nodeId)) return false;
  const before = new Set(page.find(() => true).map(({ id }) => id));
  for (const event of events.slice(place.events)) {
    if (event.timestamp > until) break;
    page.apply(event);
    for (let node = page.node(nodeId); node && !before.has(node.id); node = page.node(node.parent ?? -1))
      if (isPlaced(node)) return true;
  }
  return false;
}

const isPlaced = ({ attributes }: PageNode) => PLACED.test(attributes.get('style') ?? '');
