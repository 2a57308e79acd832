import type { Action } from './action.ts';
import {
  ARROWS,
  CHANGE_MS,
  type Draft,
  isInFrame,
  isKey,
  isScripted,
  NAVIGATION_MS,
  REACTION_MS,
  SELECTING_KEYS,
} from './draft.ts';
import type { Element } from './element.ts';
import type { CapturedAction } from './episode.ts';
import { isPressed } from './reaction-rules.ts';
import { coversMostOf, isSameElement, isSamePlace, isWithin } from './same-element.ts';

/** Longest time between a click into a field and what was picked there, in ms: people look through calendars. */
const PICKED_MS = 60_000;

/** What the step and `next` are together, when they are one intent: undefined when they are two. */
export function together(step: Draft, next: CapturedAction): { action: Action; target: Element | null } | undefined {
  if (step.document !== next.document || next.action.type === 'goBack') return togetherOutside(step, next);
  const [before, after] = [step.action, next.action];
  const gap = next.at - step.until;
  const same = isSameElement(step.target, next.target);
  const taken = { action: after, target: next.target };
  // The box that a press or a key made scroll may have come to rest before the pointer or the key was released.
  const isDownOn = isPressed(after) || after.type === 'press' || isTypedAt(after);
  if (before.type === 'scroll' && isDownOn && next.at <= step.at) return taken;
  switch (after.type) {
    case 'click':
      // Who clicks something is over it.
      if (same && before.type === 'hover') return taken;
      return same ? clickSeries(before, after, next.target) : undefined;
    case 'hover':
      return same && before.type === 'hover' ? { action: before, target: step.target } : undefined;
    case 'dblclick':
      return same && ['click', 'dblclick'].includes(before.type) && gap <= REACTION_MS ? taken : undefined;
    case 'check':
    case 'uncheck':
      return gap <= CHANGE_MS && canTurn(step, next.target) ? taken : undefined;
    case 'selectOption':
      return same && ['click', 'press', 'selectOption'].includes(before.type) ? taken : undefined;
    case 'upload':
      return before.type === 'click' ? taken : undefined;
    case 'fill':
      // What the page has taken out of the field is done with.
      if (same && isTypedAt(before)) return undefined;
      if (before.type === 'fill' && (same || isSamePlace(step.target, next.target)))
        return { action: after, target: step.target };
      // What is typed at a cell opens a field in it, which gets the rest; in a field of its size, however late.
      if (
        isTypedAt(before) &&
        isWithin(next.target, step.target) &&
        (gap <= CHANGE_MS || coversMostOf(next.target, step.target))
      )
        return { action: { ...after, typed: after.typed ?? after.value }, target: step.target };
      // A click in a picker, on the cross of a search field: what comes of it is the value.
      if (same && before.type === 'click' && after.by === 'other' && gap <= PICKED_MS) return taken;
      return after.by === 'paste' && (before.type === 'paste' || isClipboardKey(before)) && gap <= REACTION_MS
        ? taken
        : undefined;
    case 'paste':
      if (same && before.type === 'fill' && gap <= 0) return { action: before, target: step.target };
      return isClipboardKey(before) && gap <= REACTION_MS ? taken : undefined;
    case 'copy':
    case 'cut':
      return isClipboardKey(before) && gap <= REACTION_MS ? taken : undefined;
    case 'selectText':
      return isSelectingKey(before) || before.type === 'selectText' ? taken : undefined;
    case 'press':
      if (same && before.type === 'press') {
        const held = heldLonger(before, after);
        return held && { action: held, target: step.target };
      }
      // A busy page may tell what a key has done before the key.
      if (same && isTurn(before) && isKey(after, [' ', 'Enter']) && gap <= 0)
        return { action: before, target: step.target };
      // Keys that selected text are told before what they have selected in the end is known.
      return before.type === 'selectText' && isSelectingKey(after) && gap <= 0
        ? { action: before, target: step.target }
        : undefined;
    case 'wheel':
      if (before.type === 'scroll' && gap <= 0) return taken;
      return same && before.type === 'wheel' && isTurnedOn(before, after) && isAtSamePoint(step.target, next.target)
        ? { action: turnedFurther(before, after), target: step.target }
        : undefined;
    case 'scroll':
      return same && before.type === 'scroll'
        ? { action: scrolledFurther(before, after), target: next.target }
        : undefined;
    default:
      return undefined;
  }
}

/** Keys that make the browser itself go back or load again: the browser says which of both it was. */
function togetherOutside(step: Draft, { at, tab, action }: CapturedAction) {
  if (!step.tabs.includes(tab) || at - step.until > NAVIGATION_MS) return undefined;
  // What a script does by itself is told by the page, and then by the browser.
  if (isScripted(step.action) && !isInFrame(step.action) && action.type === step.action.type)
    return { action: { ...action, scripted: true as const }, target: null };
  const isReload = action.type === 'reload' && (isKey(step.action, ['F5']) || isShortcut(step.action, 'r'));
  const isBack =
    action.type === 'goBack' && isKey(step.action, ['ArrowLeft', 'ArrowRight', 'BrowserBack', 'BrowserForward']);
  return isReload || isBack ? { action, target: null } : undefined;
}

const isTurn = ({ type }: Action): boolean => type === 'check' || type === 'uncheck';

/** True for what turns a box on or off: on itself or on a label, or on another radio button of its group. */
function canTurn({ action, target }: Draft, box: Element | null): boolean {
  if (action.type === 'click' && target?.tag === 'label') return true;
  if (isKey(action, ARROWS)) return target?.role === 'radio';
  return (action.type === 'click' || isKey(action, [' ', 'Enter'])) && isSameElement(target, box);
}

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

/** The second click of a series makes a double click of the first; the third a click with count 3. */
function clickSeries(before: Action, { button, clickCount, modifiers }: Verb<'click'>, target: Element | null) {
  if (button !== 'left') return undefined;
  if (clickCount === 2 && before.type === 'click' && before.clickCount === 1) {
    return { action: { type: 'dblclick' as const, modifiers }, target };
  }
  if (
    clickCount > 2 &&
    (before.type === 'dblclick' || (before.type === 'click' && before.clickCount === clickCount - 1))
  ) {
    return { action: { type: 'click' as const, button, clickCount, modifiers }, target };
  }
  return undefined;
}

function scrolledFurther(before: Verb<'scroll'>, after: Verb<'scroll'>): Verb<'scroll'> {
  return { type: 'scroll', by: { x: before.by.x + after.by.x, y: before.by.y + after.by.y }, to: after.to };
}

/** Pages that take the wheel do one thing by turns up, and another by turns down. */
function isTurnedOn(before: Verb<'wheel'>, after: Verb<'wheel'>): boolean {
  const isSameWay = before.by.x * after.by.x >= 0 && before.by.y * after.by.y >= 0;
  return isSameWay && String(before.modifiers) === String(after.modifiers);
}

/** A hand is never quite still. */
const STILL_PX = 6;

/** Maps are zoomed about the pointer. */
function isAtSamePoint(a: Element | null, b: Element | null): boolean {
  if (!a?.point || !b?.point) return true;
  return Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y) <= STILL_PX;
}

function turnedFurther(before: Verb<'wheel'>, after: Verb<'wheel'>): Verb<'wheel'> {
  const by = { x: before.by.x + after.by.x, y: before.by.y + after.by.y };
  return { ...after, by, turns: before.turns + after.turns };
}

/** A key that was held down is told once when it is pressed, and once with how often it came after that. */
function heldLonger(before: Verb<'press'>, after: Verb<'press'>): Verb<'press'> | undefined {
  const isSameKey = before.key === after.key && String(before.modifiers) === String(after.modifiers);
  if (!isSameKey || after.times === undefined) return undefined;
  return { ...after, times: (before.times ?? 1) + after.times };
}

/** True for what was typed where there is no field, or where the page has emptied it. */
export const isTypedAt = (action: Action): action is Verb<'fill'> =>
  action.type === 'fill' && action.value.class === 'empty' && action.typed !== undefined;

const isSelectingKey = (action: Action): boolean =>
  isShortcut(action, 'a') ||
  (action.type === 'press' && action.modifiers.includes('Shift') && SELECTING_KEYS.includes(action.key));

/** A key that copies, cuts or pastes. On keyboards of other scripts letters are what they are there. */
const isClipboardKey = (action: Action): boolean =>
  isKey(action, ['Insert']) || (isCommand(action) && /^([cvx]|[^ -~])$/i.test(action.key));

const isShortcut = (action: Action, key: string): boolean => isCommand(action) && action.key.toLowerCase() === key;

const isCommand = (action: Action): action is Verb<'press'> =>
  action.type === 'press' && (action.modifiers.includes('Control') || action.modifiers.includes('Meta'));
