import type { Element } from '../../lib/element.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { createPageModel, type PageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';

/** Names the part of an element that was hit by what stands in it: the bar of a chart by its month. */
export interface HitGroup {
  readonly tag: string;
  readonly text: string;
  /** CSS from there to the node that was hit. Empty: it is the node itself. */
  readonly inside: string;
}

/** Longer texts name nothing. */
const MAX_TEXT = 120;

/**
 * The smallest thing around the hit node, inside of an element without a name, that has a text of its own. Parts of such an
 * element are known by their places only, and these change.
 */
export function hitGroupOf(
  { streams }: Episode,
  { observation }: Step,
  { name, nodeId, hit }: Element,
): HitGroup | null {
  if (name !== '' || nodeId === null || !hit?.css || hit.nodeId === null) return null;
  const place = observation.streams.find(({ stream }) => streams[stream]?.document === observation.document);
  if (!place) return null;
  const page = createPageModel();
  for (const event of streams[place.stream]?.events.slice(0, place.events) ?? []) page.apply(event);
  const steps: string[] = [];
  for (let node = page.node(hit.nodeId); node && node.id !== nodeId; node = page.node(node.parent ?? -1)) {
    const { id, tag } = node;
    const text = page.textOf(id);
    if (text.length > MAX_TEXT || node.isShadow) return null;
    const isLike = (other: PageNode) => other.id !== nodeId && other.tag === tag && page.textOf(other.id) === text;
    const isAlone = page.find(isLike, nodeId).length === 1;
    if (text !== '' && isAlone) return { tag, text, inside: steps.length === 0 ? '' : `:scope > ${steps.join(' > ')}` };
    steps.unshift(`${tag}:nth-of-type(${placeOf(node, page)})`);
  }
  return null;
}

function placeOf({ id, tag, parent }: PageNode, page: PageModel): number {
  const siblings = (page.node(parent ?? -1)?.children ?? []).filter((child) => page.node(child)?.tag === tag);
  return siblings.indexOf(id) + 1;
}
