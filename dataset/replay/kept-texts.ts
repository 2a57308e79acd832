import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel, type PageModel } from '../../lib/page-model.ts';

/** True where some of the texts in the target of a step stayed as they were while it was done. */
export function keepsTexts({ streams }: Episode, { observation, target, until }: Step): boolean {
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const events = streams[place?.stream ?? -1]?.events ?? [];
  const id = target?.nodeId;
  if (!place || typeof id !== 'number') return false;
  const page = createPageModel();
  for (const event of events.slice(0, place.events)) page.apply(event);
  const before = textsIn(page, id);
  for (const event of events.slice(place.events)) if (event.timestamp <= until) page.apply(event);
  return [...textsIn(page, id)].some(([node, text]) => before.get(node) === text);
}

/** What its text nodes say that say anything, by node. */
const textsIn = (page: PageModel, id: number): ReadonlyMap<number, string> =>
  new Map(page.find(({ text }) => text.trim() !== '', id).map((node) => [node.id, node.text]));
