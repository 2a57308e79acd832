import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** A box may come to lie between two pixels. */
const PIXELS = 2;

/**
 * Steps whose target is not where the observation says: its node is not in the rebuilt page, or is another, or the page was
 * scrolled right before and rrweb, which tells of that at most five times a second, had not said yet how far.
 */
export function misalignedOf(steps: readonly SeenStep[], stage: Stage): Flagged[] {
  return steps.flatMap((step, index): Flagged[] => {
    const { target, observation } = step;
    if (!target) return [];
    const isThere = stage.nodeIn(observation, target.nodeId)?.tag === target.tag;
    return isThere && !isScrolledFurther(step, steps[index - 1], stage) ? [] : [[index, 'misaligned']];
  });
}

function isScrolledFurther({ observation }: SeenStep, before: SeenStep | undefined, stage: Stage): boolean {
  if (before?.action.type !== 'scroll' || before.observation.document !== observation.document) return false;
  const root = stage.pageOf(observation.document, observation)?.root();
  const scrolled = stage.nodeIn(observation, before.target ? before.target.nodeId : root)?.scroll;
  const { x, y } = before.action.to;
  return scrolled !== undefined && Math.hypot(scrolled.x - x, scrolled.y - y) > PIXELS;
}
