import type { CapturedAction } from './episode.ts';
import type { Gap } from './gap.ts';
import type { PageModel } from './page-model.ts';
import { isEditable } from './page-node.ts';
import { isSameElement } from './same-element.ts';
import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** A repetition is one if it comes at most so many steps later. */
const RETRY_STEPS = 4;

const VISIBLE_WORK = ['click', 'dblclick', 'press', 'drag', 'submit'];

/** What is drawn and played is not in the DOM, whatever controls it. */
const DRAWN_TAGS = ['canvas', 'video', 'audio', 'embed', 'object'];

/** What is done to these shows nothing in the DOM: a drawing, a native list, a caret, a download. */
const QUIET_TAGS = [...DRAWN_TAGS, 'iframe', 'select', 'option', 'input', 'textarea', 'a'];
const QUIET_ROLES = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'link', 'slider'];

/** What the browser makes of a click or a key although the page stays the same: a form that answers with a file. */
const REACTIONS = ['submit', 'copy', 'cut', 'upload', 'tabOpen', 'tabSwitch', 'tabClose'];

/** What flags are told by besides the steps. */
export interface Evidence {
  readonly gaps: readonly Gap[];
  readonly captured: readonly CapturedAction[];
  readonly stage: Stage;
}

/** Steps of which nothing came: the page shows no change, or the field held the value already. */
export function idleStepsOf(steps: readonly SeenStep[], evidence: Evidence): Flagged[] {
  return steps.flatMap((step, index): Flagged[] => {
    if (isRefill(step, evidence.stage)) return [[index, 'redundant']];
    const next = steps.slice(index + 1).find(({ action }) => action.type !== 'wait');
    const isIdle = isWithoutEffect(step, next, evidence) && !isWrittenIn(step, steps, evidence.stage);
    return isIdle ? [[index, 'no_effect']] : [];
  });
}

function isRefill({ action, target, observation }: SeenStep, stage: Stage): boolean {
  if (action.type !== 'fill' || action.value.class === 'secret') return false;
  return stage.nodeIn(observation, target?.nodeId)?.value === action.value.text;
}

/** Whether the focus moved is known only if the next step was done in the same document. */
function isWithoutEffect(step: SeenStep, next: SeenStep | undefined, { gaps, captured, stage }: Evidence): boolean {
  const { action, target, observation, effect } = step;
  if (!next || observation.document === null || next.observation.document !== observation.document) return false;
  if (observation.streams.length === 0 || !VISIBLE_WORK.includes(action.type)) return false;
  if (action.type === 'press' && (action.modifiers.length > 0 || !action.consumed)) return false;
  if (target && (QUIET_TAGS.includes(target.tag) || QUIET_ROLES.includes(target.role))) return false;
  if (target?.hit && QUIET_TAGS.includes(target.hit.tag)) return false;
  if (gaps.some(({ from, to }) => from <= next.at && (to ?? next.at) >= step.at)) return false;
  if (step.captured.some((place) => REACTIONS.includes(captured[place]?.action.type ?? ''))) return false;
  return isNothing(effect) && !holdsDrawing(stage.pageOf(observation.document, observation));
}

const holdsDrawing = (page: PageModel | undefined): boolean =>
  DRAWN_TAGS.some((tag) => (page?.tagged(tag).length ?? 0) > 0);

/** True where a click sets the caret: in what can be edited, as it says or as somebody does. */
function isWrittenIn({ target, observation }: SeenStep, steps: readonly SeenStep[], stage: Stage): boolean {
  if (!target) return false;
  const page = stage.pageOf(observation.document, observation);
  const isDone = steps.some(
    ({ action, ...other }) =>
      action.type === 'fill' &&
      other.observation.document === observation.document &&
      isSameElement(other.target, target),
  );
  return isDone || page?.closest(target.nodeId ?? -1, isEditable) !== undefined;
}

/** True when nothing can be seen. */
export function isNothing({
  navigation,
  dialog,
  tab,
  opened,
  closed,
  changed,
  scrolled,
  focus,
  busy,
  domChanges,
}: SeenStep['effect']) {
  const lists = [opened, closed, changed, scrolled, busy];
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
