import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** Steps whose target is not where the observation says: its node is not in the rebuilt page, or is another. */
export function misalignedOf(steps: readonly SeenStep[], stage: Stage): Flagged[] {
  return steps.flatMap(({ target, observation }, index): Flagged[] => {
    if (!target) return [];
    return stage.nodeIn(observation, target.nodeId)?.tag === target.tag ? [] : [[index, 'misaligned']];
  });
}
