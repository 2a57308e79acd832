import { EventType } from '../../lib/capture.ts';
import type { Episode } from '../../lib/episode.ts';

/** URLs that somebody went to, and of what was to be seen when something was done: of the page, and of the frames in it. */
export function seenPages({ steps, streams }: Episode): string[] {
  const goneTo = steps.flatMap(({ action }) => (action.type === 'goto' ? [action.url] : []));
  const seen = steps.flatMap(({ target, observation }) => (target === null ? [] : observation.streams));
  const shown = [...new Set(seen.map(({ stream }) => stream))].flatMap((stream) => {
    const meta = streams[stream]?.events.find(({ type }) => type === EventType.meta)?.data;
    return (meta as { readonly href?: string } | undefined)?.href ?? [];
  });
  return [...goneTo, ...shown];
}
