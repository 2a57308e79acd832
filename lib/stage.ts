import type { EpisodeStream, Observation } from './episode.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import type { PageNode } from './page-node.ts';

/** The pages of an episode, as they were at any moment of it. Cheap when it is asked in order of time. */
export interface Stage {
  /** The page of a stream after so many of its events. It changes with the next call for the same stream. */
  pageAt(stream: number, events: number): PageModel;
  /** The page of a document as an observation saw it. Undefined: it saw none. */
  pageOf(document: number | null, observation: Observation): PageModel | undefined;
  /** A node of the document acted in, as an observation saw it. */
  nodeIn(observation: Observation, nodeId: number | null | undefined): PageNode | undefined;
}

/** Sets the stage; nothing is played yet. */
export function createStage(streams: readonly EpisodeStream[]): Stage {
  const played = new Map<number, { readonly page: PageModel; events: number }>();
  function pageAt(stream: number, events: number): PageModel {
    const known = played.get(stream);
    const player = known && known.events <= events ? known : { page: createPageModel(), events: 0 };
    played.set(stream, player);
    for (const event of (streams[stream]?.events ?? []).slice(player.events, events)) player.page.apply(event);
    player.events = events;
    return player.page;
  }
  function pageOf(document: number | null, observation: Observation): PageModel | undefined {
    const shown = observation.streams.find(({ stream }) => streams[stream]?.document === document);
    return shown && pageAt(shown.stream, shown.events);
  }
  return {
    pageAt,
    pageOf,
    nodeIn: (observation, nodeId) => pageOf(observation.document, observation)?.node(nodeId ?? -1),
  };
}
