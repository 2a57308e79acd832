import type { BareStep } from './effects.ts';
import type { Stage } from './stage.ts';

/**
 * The steps, with what they turned on and off as it was meant. A page that keeps the state of its boxes itself puts a box
 * back at once, and turns it only once its own state is another: the recorder, which listens to the box, saw it as before.
 * Nobody turns off what is off, so it was turned on.
 */
export function withTurns(steps: readonly BareStep[], stage: Stage): BareStep[] {
  return steps.map((step) => {
    const { action, target, observation } = step;
    if (action.type !== 'check' && action.type !== 'uncheck') return step;
    const box = stage.nodeIn(observation, target?.nodeId);
    if (box?.tag !== 'input' || box.attributes.get('type') !== 'checkbox') return step;
    const isAsBefore = [target?.states.includes('checked'), box.checked].every(
      (is) => is === (action.type === 'check'),
    );
    return isAsBefore ? { ...step, action: { type: box.checked ? 'uncheck' : 'check' } } : step;
  });
}
