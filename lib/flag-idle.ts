import type { Gap } from './gap.ts';
import { isSameElement } from './same-element.ts';
import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** A repetition is one if it comes at most so many steps later. */
const RETRY_STEPS = 4;

const VISIBLE_WORK = ['click', 'dblclick', 'press', 'drag', 'submit'];

/** What is done to these shows nothing in the DOM: a drawing, a native list, a caret, a download. */
const QUIET_TAGS = [
  'canvas',
  'video',
  'audio',
  'embed',
  'object',
  'iframe',
  'select',
  'option',
  'input',
  'textarea',
  'a',
];
const QUIET_ROLES = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'link', 'slider'];

/** Steps of which nothing came: the page shows no change, or the field held the value already. */
export function idleStepsOf(steps: readonly SeenStep[], gaps: readonly Gap[], stage: Stage): Flagged[] {
  return steps.flatMap((step, index): Flagged[] => {
    if (isRefill(step, stage)) return [[index, 'redundant']];
    const next = steps.slice(index + 1).find(({ action }) => action.type !== 'wait');
    return isWithoutEffect(step, next, gaps) ? [[index, 'no_effect']] : [];
  });
}

function isRefill({ action, target, observation }: SeenStep, stage: Stage): boolean {
  if (action.type !== 'fill' || action.value.class === 'secret') return false;
  return stage.nodeIn(observation, target?.nodeId)?.value === action.value.text;
}

/** Whether the focus moved is known only if the next step was done in the same document. */
function isWithoutEffect(step: SeenStep, next: SeenStep | undefined, gaps: readonly Gap[]): boolean {
  const { action, target, observation, effect } = step;
  if (!next || observation.document === null || next.observation.document !== observation.document) return false;
  if (observation.streams.length === 0 || !VISIBLE_WORK.includes(action.type)) return false;
  if (action.type === 'press' && (action.modifiers.length > 0 || !action.consumed)) return false;
  if (target && (QUIET_TAGS.includes(target.tag) || QUIET_ROLES.includes(target.role))) return false;
  if (target?.hit && QUIET_TAGS.includes(target.hit.tag)) return false;
  if (gaps.some(({ from, to }) => from <= next.at && (to ?? next.at) >= step.at)) return false;
  return isNothing(effect);
}

/** True when nothing can be seen. */
export function isNothing({
  navigation,
  dialog,
  tab,
  opened,
  closed,
  changed,
  focus,
  busy,
  domChanges,
}: SeenStep['effect']) {
  const lists = [opened, closed, changed, busy];
  return (
    [navigation, dialog, tab, focus].every((part) => part === null) &&
    lists.every((list) => list.length === 0) &&
    domChanges === 0
  );
}

/** The same done again to the same, after an alert or because nothing came of it. */
export function retriesOf(steps: readonly SeenStep[], idle: readonly Flagged[]): Flagged[] {
  const idleSteps = new Set(idle.filter(([, flag]) => flag === 'no_effect').map(([step]) => step));
  return steps.flatMap((step, index): Flagged[] => {
    const from = Math.max(0, index - RETRY_STEPS);
    const before = steps.slice(from, index).findLastIndex((earlier) => isRepetition(earlier, step)) + from;
    if (before < from) return [];
    const failed =
      idleSteps.has(before) ||
      steps.slice(before, index).some(({ effect }) => effect.opened.some(({ kind }) => kind === 'alert'));
    return failed ? [[index, 'retry']] : [];
  });
}

const REPEATABLE = [...VISIBLE_WORK, 'fill', 'check', 'uncheck', 'selectOption', 'upload'];

function isRepetition(a: SeenStep, b: SeenStep): boolean {
  if (a.action.type !== b.action.type || !REPEATABLE.includes(a.action.type)) return false;
  if (a.observation.document !== b.observation.document || !isSameElement(a.target, b.target)) return false;
  return a.action.type !== 'press' || b.action.type !== 'press' || a.action.key === b.action.key;
}
