import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { Source } from '../../lib/redaction/rrweb-types.ts';
import { isSameElement } from '../../lib/same-element.ts';

/** What editors make of Enter. */
const PARAGRAPHS = ['div', 'p', 'li'];

/** The key that made the lines of what a step typed: where the page takes Enter for something else, not that one. */
export function breakKeyOf(episode: Episode, step: Step): 'Enter' | 'Shift+Enter' {
  const isTaken = episode.steps.some(
    ({ action, target }) =>
      action.type === 'press' &&
      action.key === 'Enter' &&
      action.modifiers.length === 0 &&
      action.consumed &&
      isSameElement(target, step.target),
  );
  return isTaken && !hasNewParagraph(episode, step) ? 'Shift+Enter' : 'Enter';
}

/** True where the target of a step got a paragraph meanwhile. */
function hasNewParagraph({ streams }: Episode, { observation, target, until }: Step): boolean {
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  const page = createPageModel();
  for (const [index, event] of (streams[place?.stream ?? -1]?.events ?? []).entries()) {
    if (event.timestamp > until) return false;
    page.apply(event);
    if (index < (place?.events ?? 0)) continue;
    const isInside = (id: number) => page.closest(id, (node) => node.id === target?.nodeId) !== undefined;
    if (addedParagraphs(event).some(isInside)) return true;
  }
  return false;
}

function addedParagraphs({ type, data }: RrwebEvent): number[] {
  const { source, adds = [] } = data as {
    readonly source?: unknown;
    readonly adds?: readonly { readonly node: { readonly id: number; readonly tagName?: string } }[];
  };
  if (type !== EventType.incremental || source !== Source.mutation) return [];
  return adds.flatMap(({ node }) => (PARAGRAPHS.includes(node.tagName ?? '') ? node.id : []));
}
