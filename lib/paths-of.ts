import type { BareStep } from './effects.ts';
import type { Record as SealedRecord } from './record.ts';

/** The steps with the way of the pointer to the press that began each, where it was recorded. */
export function withPaths(
  steps: readonly BareStep[],
  records: readonly SealedRecord[],
  places: ReadonlyMap<string, number>,
): BareStep[] {
  const paths = records.filter((record) => record.kind === 'path');
  return steps.map((step, index) => {
    const { at, observation } = step;
    const before = steps[index - 1]?.until ?? 0;
    // A page that was busy hears of a press late: the step is dated by what it was done to.
    const path = paths.findLast(
      (one) => places.get(one.document) === observation.document && one.at <= at && (one.at === at || one.at > before),
    );
    return path ? { ...step, pointerPath: path.points } : step;
  });
}
