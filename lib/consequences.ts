import { type BareStep, effectsOf, happeningsOf } from './effects.ts';
import type { Observation, Step } from './episode.ts';
import type { Gap } from './gap.ts';
import type { Scene } from './observe.ts';
import { createStage } from './stage.ts';
import { flagsOf } from './step-flags.ts';
import { withWaits } from './waits.ts';

/** The steps, waits among them, with what came of each and what is to be thought of it. `end` is the state after the last. */
export function withConsequences(
  steps: readonly BareStep[],
  end: Observation,
  scene: Scene,
  gaps: readonly Gap[],
): Omit<Step, 'ledger'>[] {
  const happenings = happeningsOf(scene);
  const all = withWaits(steps, scene, happenings, createStage(scene.streams));
  const effects = effectsOf(all, end, scene, happenings);
  const seen = all.flatMap((step, index) => {
    const effect = effects[index];
    return effect ? [{ ...step, effect }] : [];
  });
  const flags = flagsOf(seen, { gaps, captured: scene.captured, stage: createStage(scene.streams) });
  return seen.map((step, index) => ({ ...step, flags: flags[index] ?? [] }));
}
