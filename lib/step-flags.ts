import type { BareStep } from './effects.ts';
import type { Effect } from './effect.ts';
import { misalignedOf } from './flag-alignment.ts';
import { returnsOf } from './flag-returns.ts';
import { type Evidence, idleStepsOf, retriesOf } from './flag-idle.ts';
import { undoneSurfacesOf, undoneValuesOf, undoShortcutsOf } from './flag-undo.ts';
import { StepFlag } from './step-flag.ts';

/** A step with what came of it. */
export type SeenStep = BareStep & { readonly effect: Effect };

/** A flag, and the place of the step that it is for. */
export type Flagged = readonly [step: number, flag: StepFlag];

/** The flags of each step, in the order of the list. */
export function flagsOf(steps: readonly SeenStep[], evidence: Evidence): StepFlag[][] {
  const { stage } = evidence;
  const idle = idleStepsOf(steps, evidence);
  const flagged = new Set(
    [
      ...idle,
      ...retriesOf(steps, idle),
      ...undoneValuesOf(steps, stage),
      ...undoneSurfacesOf(steps, stage),
      ...undoShortcutsOf(steps),
      ...returnsOf(steps),
      ...misalignedOf(steps, stage),
    ].map(([step, flag]) => `${step} ${flag}`),
  );
  return steps.map((_, step) => StepFlag.options.filter((flag) => flagged.has(`${step} ${flag}`)));
}
