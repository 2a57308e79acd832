import type { BareStep } from './effects.ts';
import type { CapturedAction } from './episode.ts';
import { withoutChanceHovers } from './chance-hovers.ts';
import { reasonForNoTarget } from './no-target.ts';
import { type ExactPlace, observe, type Scene } from './observe.ts';
import { reduceActions } from './reduce-actions.ts';

/** The steps of an episode, each with what was seen before it, and the tab in front after the last. */
export function stepsOf(scene: Scene, exact: readonly ExactPlace[]): { steps: BareStep[]; front: number | null } {
  let front: number | null = null;
  const reduced = withoutChanceHovers(reduceActions(scene.captured), scene.streams, exact);
  const steps = reduced.flatMap(({ first, captured, action, target, at, until }, index): BareStep[] => {
    const origin = scene.captured[first];
    if (!origin) return [];
    if (origin.page || front === null) front = origin.tab;
    const observation = observe(scene, at, front, origin, exact[first]);
    front = frontAfter(
      captured.flatMap((place) => scene.captured[place] ?? []),
      front,
    );
    const noTarget = reasonForNoTarget(action, target);
    return [{ index, at, until, observation, tab: origin.tab, action, target, noTarget, captured: [...captured] }];
  });
  return { steps, front };
}

/** The tab in front once these actions were done. Null: it was closed, and what came to the front is not yet known. */
function frontAfter(actions: readonly CapturedAction[], front: number | null): number | null {
  const last = actions.findLast(({ action, tab }) => {
    return action.type === 'tabSwitch' || (action.type === 'tabClose' && tab === front);
  });
  if (!last) return front;
  return last.action.type === 'tabSwitch' ? last.tab : null;
}
