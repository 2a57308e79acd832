import { EventType, type RrwebEvent } from '../lib/capture.ts';
import type { Episode } from '../lib/episode.ts';

/** A node of a document of an episode. */
export interface PointedAt {
  readonly document: number;
  readonly nodeId: number;
}

/**
 * What the pointer was on when the page was as it was before a step: menus that open under it are open there. A step that is
 * done with the pointer begins on its target; a hover is the coming there. Undefined: nothing says so.
 */
export function pointerAt({ steps }: Pick<Episode, 'steps'>, index: number): PointedAt | undefined {
  for (const step of steps.slice(0, index + 1).toReversed()) {
    const { document } = step.observation;
    const isBegun = step.index < index;
    const at = isBegun && step.action.type === 'drag' && step.action.to ? step.action.to : step.target;
    if (document === null || !at?.point || (!isBegun && step.action.type === 'hover')) continue;
    const nodeId = at.hit?.nodeId ?? at.nodeId;
    return nodeId === null ? undefined : { document, nodeId };
  }
  return undefined;
}

/** The pointer comes to a node: rrweb's player shows it, and all around it, as hovered from then on. */
export function pointerEvent(nodeId: number, timestamp: number): RrwebEvent {
  const positions = [{ x: 0, y: 0, id: nodeId, timeOffset: 0 }];
  return { type: EventType.incremental, timestamp, data: { source: MOUSE_MOVE, positions } };
}

/** rrweb's `IncrementalSource`. */
const MOUSE_MOVE = 1;
