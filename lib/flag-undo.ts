import type { Action } from './action.ts';
import type { Surface } from './effect.ts';
import { isSameElement } from './same-element.ts';
import type { Stage } from './stage.ts';
import type { Flagged, SeenStep } from './step-flags.ts';

/** Steps that leave everything as it is. */
const PASSIVE: readonly Action['type'][] = ['scroll', 'hover', 'wait', 'selectText'];

/** True for a step that does nothing but look. */
export function isPassive({ action, effect }: SeenStep): boolean {
  return PASSIVE.includes(action.type) && effect.changed.length === 0 && effect.navigation === null;
}

const undone = (from: number, by: number): Flagged[] => [
  [from, 'undone'],
  [by, 'undo'],
];

/** Values that return to what they were, with nothing done elsewhere meanwhile. */
export function undoneValuesOf(steps: readonly SeenStep[], stage: Stage): Flagged[] {
  const before = steps.map((step) => heldBefore(step, stage));
  const undoing = new Set<number>();
  return steps.flatMap((step, index): Flagged[] => {
    const now = setTo(step.action);
    const setter = steps
      .slice(0, index)
      .findLastIndex((earlier) => setTo(earlier.action) !== undefined && isSamePlace(earlier, step));
    if (now === undefined || setter < 0 || undoing.has(setter)) return [];
    const between = steps.slice(setter + 1, index);
    const returns = before[setter] === now && setTo(steps[setter]?.action) !== now;
    if (!returns || !between.every((other) => isPassive(other) || isSamePlace(other, step))) return [];
    undoing.add(index);
    return undone(setter, index);
  });
}

function isSamePlace(a: SeenStep, b: SeenStep): boolean {
  return a.target !== null && a.observation.document === b.observation.document && isSameElement(a.target, b.target);
}

/** What an action leaves a control at. Undefined: it is no such action, or it cannot be told. */
function setTo(action: Action | undefined): string | undefined {
  switch (action?.type) {
    case 'check':
      return 'checked';
    case 'uncheck':
      return 'unchecked';
    case 'fill':
      return action.value.class === 'secret' ? undefined : action.value.text;
    case 'selectOption':
      return action.options.map(({ label }) => label).join('\n');
    default:
      return undefined;
  }
}

/** What a control was at before the step. */
function heldBefore({ action, target, observation }: SeenStep, stage: Stage): string | undefined {
  if (action.type === 'check') return 'unchecked';
  if (action.type === 'uncheck') return 'checked';
  if (action.type !== 'fill' && action.type !== 'selectOption') return undefined;
  const page = stage.pageOf(observation.document, observation);
  const field = page?.node(target?.nodeId ?? -1);
  if (!page || !field || action.type === 'fill') return field?.value;
  const options = page.find(({ tag }) => tag === 'option', field.id);
  const chosen =
    options.find(({ attributes }) => attributes.get('value') === field.value) ?? options.find(({ checked }) => checked);
  return chosen && page.textOf(chosen.id);
}

/** Surfaces that are opened and closed again, with nothing done in them. */
export function undoneSurfacesOf(steps: readonly SeenStep[], stage: Stage): Flagged[] {
  return steps.flatMap((step, index): Flagged[] => {
    const { closed, opened, navigation, dialog, changed } = step.effect;
    if (opened.length > 0 || navigation || dialog || changed.some(({ aspect }) => aspect !== 'expanded')) return [];
    return closed.flatMap((surface): Flagged[] => {
      const opener = steps
        .slice(0, index)
        .findLastIndex(({ effect }) => effect.opened.some((other) => isSameSurface(other, surface)));
      const origin = steps[opener];
      const isUntouched = steps.slice(opener + 1, index).every(isPassive);
      return origin && isUntouched && isDismissal(step, origin, surface, stage) ? undone(opener, index) : [];
    });
  });
}

const isSameSurface = (a: Surface, b: Surface) => a.stream === b.stream && a.nodeId === b.nodeId;

const CLOSING = /^\s*(?:close|cancel|dismiss|back|no|schlie(?:ß|ss)en|abbrechen|zurück|nein|[×✕✖xX])\s*$/i;

/** Escape, the opener once more, a place outside, or a button that says so. */
function isDismissal(
  { action, target, observation }: SeenStep,
  origin: SeenStep,
  surface: Surface,
  stage: Stage,
): boolean {
  if (action.type === 'press') return action.key === 'Escape';
  if (action.type !== 'click') return false;
  if (target && isSameElement(target, origin.target)) return true;
  if (target && CLOSING.test(target.name)) return true;
  const isOfPage = observation.streams.some(({ stream }) => stream === surface.stream);
  const page = stage.pageOf(observation.document, observation);
  if (surface.by === 'expanded' || !isOfPage || !page || target?.nodeId == null) return false;
  return !page.closest(target.nodeId, ({ id }) => id === surface.nodeId);
}

/** Control+Z takes back the last change before it that has not been taken back. */
export function undoShortcutsOf(steps: readonly SeenStep[]): Flagged[] {
  const taken = new Set<number>();
  return steps.flatMap(({ action, observation }, index): Flagged[] => {
    const isUndo =
      action.type === 'press' &&
      action.key.toLowerCase() === 'z' &&
      !action.modifiers.includes('Shift') &&
      ['Control', 'Meta'].some((key) => action.modifiers.some((modifier) => modifier === key));
    if (!isUndo) return [];
    taken.add(index);
    const last = steps
      .slice(0, index)
      .findLastIndex(
        (step, place) => !taken.has(place) && step.observation.document === observation.document && isChange(step),
      );
    if (last < 0) return [[index, 'undo']];
    taken.add(last);
    return undone(last, index);
  });
}

function isChange({ action, effect }: SeenStep): boolean {
  if (PASSIVE.includes(action.type) || action.type === 'copy' || effect.navigation) return false;
  return (
    setTo(action) !== undefined ||
    effect.changed.some(({ aspect }) => aspect !== 'expanded') ||
    (action.type !== 'click' && effect.domChanges > 0)
  );
}
