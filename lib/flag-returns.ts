import { isPassive } from './flag-undo.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** A visit to other pages is a detour if it has at most so many steps: a longer one is work. */
const DETOUR_STEPS = 8;

/**
 * Visits to other pages that end where they began, with nothing done there. Going back right after the navigation takes it
 * back; anything longer is a detour.
 */
export function returnsOf(steps: readonly SeenStep[]): Flagged[] {
  return steps.flatMap((step, end): Flagged[] => {
    const home = step.effect.navigation?.url;
    if (home === undefined) return [];
    const from = Math.max(1, end - DETOUR_STEPS + 1);
    const start =
      from +
      steps
        .slice(from, end)
        .findLastIndex((leave, place) => urlBefore(steps, from + place) === home && isLeaving(leave, home));
    const visit = steps.slice(start, end + 1);
    if (start < from || visit.some(({ tab }) => tab !== step.tab)) return [];
    if (!visit.slice(1, -1).every((each) => isPassive(each) || isJourney(each)) || !isJourney(step)) return [];
    const isBack = step.action.type === 'goBack' && step.action.forward !== true;
    if (isBack && end === start + 1)
      return [
        [start, 'undone'],
        [end, 'undo'],
      ];
    return visit.map((_, place) => [start + place, 'detour'] as const);
  });
}

/** A step of which nothing came but another page. */
function isJourney({ action, effect }: SeenStep): boolean {
  return (
    effect.navigation !== null && ['click', 'press', 'goto', 'goBack'].includes(action.type) && effect.tab === null
  );
}

function isLeaving(step: SeenStep, home: string): boolean {
  return isJourney(step) && step.effect.navigation?.url !== home;
}

/** The URL of the tab before a step: where the last navigation in it led, or where the action was done. */
function urlBefore(steps: readonly SeenStep[], index: number): string | undefined {
  const step = steps[index];
  const last = steps.slice(0, index).findLast(({ tab, effect }) => tab === step?.tab && effect.navigation);
  return last?.effect.navigation?.url ?? step?.observation.page?.url;
}
