import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** A box may come to lie between two pixels. */
const PIXELS = 2;

/**
 * Steps whose target is not where the observation says: its node is not in the rebuilt page, or is another, or something was
 * scrolled right before and rrweb, which tells of that at most five times a second, had not said yet how far.
 */
export function misalignedOf(steps: readonly SeenStep[], stage: Stage): Flagged[] {
  return steps.flatMap((step, index): Flagged[] => {
    const { target, observation } = step;
    if (!target) return [];
    const isThere = stage.nodeIn(observation, target.nodeId)?.tag === target.tag;
    return isThere && !isScrolledFurther(step, steps.slice(0, index), stage) ? [] : [[index, 'misaligned']];
  });
}

function isScrolledFurther({ observation }: SeenStep, before: readonly SeenStep[], stage: Stage): boolean {
  const root = stage.pageOf(observation.document, observation)?.root();
  const seen = new Set<number | undefined>();
  for (const { action, target, observation: earlier } of before.toReversed()) {
    if (action.type !== 'scroll' || earlier.document !== observation.document) return false;
    const box = target ? (target.nodeId ?? undefined) : root;
    // What a box was scrolled to last counts.
    if (seen.has(box)) continue;
    seen.add(box);
    const told = stage.nodeIn(observation, box)?.scroll;
    if (told && Math.hypot(told.x - action.to.x, told.y - action.to.y) > PIXELS) return true;
  }
  return false;
}
