import { EventType } from '../../lib/capture.ts';
import type { Episode } from '../../lib/episode.ts';

/** URLs of what was to be seen when something was done in a page: of the page itself, and of the frames in it. */
export function seenPages({ steps, streams }: Episode): string[] {
  const seen = steps.flatMap(({ target, observation }) => (target === null ? [] : observation.streams));
  return [...new Set(seen.map(({ stream }) => stream))].flatMap((stream) => {
    const meta = streams[stream]?.events.find(({ type }) => type === EventType.meta)?.data;
    return (meta as { readonly href?: string } | undefined)?.href ?? [];
  });
}
