import type { Action } from './action.ts';
import type { Element } from './element.ts';
import type { CapturedAction } from './episode.ts';
import { isSameElement } from './same-element.ts';

/** Longest time between a click or key and the change that it makes in the same document, in ms. */
const CHANGE_MS = 500;

/** Longest time between an action and a navigation that it causes, in ms: slow servers answer late. */
const NAVIGATION_MS = 3_000;

/** Longest time between an action and the tab that it opens, or the form that it submits, in ms. */
const REACTION_MS = 1_000;

/** A step in the making. */
export interface Draft {
  readonly action: Action;
  readonly target: Element | null;
  /** Place in `captured` of the first of the gesture: the step's observation is taken there. */
  readonly first: number;
  readonly captured: readonly number[];
  readonly document: number | null;
  readonly at: number;
  readonly until: number;
  /** When the last of its consequences happened. */
  readonly settled: number;
  /** The tab it was done in, and those that opened because of it. */
  readonly tabs: readonly (number | null)[];
}

/** True when `next` only happened because of the step, so that it is no step of its own. */
export function isConsequence(step: Draft, next: CapturedAction): boolean {
  const after = next.at - step.settled;
  const cause = step.action.type;
  const inTab = step.tabs.includes(next.tab);
  switch (next.action.type) {
    case 'goto':
      return inTab && ['link', 'form', 'script'].includes(next.action.cause) && after <= NAVIGATION_MS;
    case 'goBack':
    case 'reload':
      return inTab && isPointing(cause) && after <= CHANGE_MS;
    case 'submit':
      return inTab && (isPointing(cause) || isKey(step.action, ['Enter', ' '])) && after <= REACTION_MS;
    case 'click':
      // Browsers make a click of their own, with count 0, when a key presses a button.
      return inTab && next.action.clickCount === 0 && isKey(step.action, ['Enter', ' ']) && after <= REACTION_MS;
    case 'scroll':
      return inTab && isKey(step.action, SCROLL_KEYS) && after <= REACTION_MS;
    case 'tabOpen':
      return step.tabs.includes(next.action.opener) && (isPointing(cause) || cause === 'press') && after <= REACTION_MS;
    case 'tabSwitch': {
      const isFollowUp = cause === 'tabClose' || (inTab && (cause === 'tabOpen' || step.tabs.length > 1));
      return isFollowUp && after <= REACTION_MS;
    }
    default:
      return false;
  }
}

/** What the step and `next` are together, when they are one intent: undefined when they are two. */
export function together(step: Draft, next: CapturedAction): { action: Action; target: Element | null } | undefined {
  if (step.document !== next.document) return togetherOutside(step, next);
  const [before, after] = [step.action, next.action];
  const gap = next.at - step.until;
  const same = isSameElement(step.target, next.target);
  const taken = { action: after, target: next.target };
  switch (after.type) {
    case 'click':
      return same ? clickSeries(before, after, next.target) : undefined;
    case 'dblclick':
      return same && ['click', 'dblclick'].includes(before.type) && gap <= REACTION_MS ? taken : undefined;
    case 'check':
    case 'uncheck':
      return (before.type === 'click' || isKey(before, [' ', 'Enter', ...ARROWS])) && gap <= CHANGE_MS
        ? taken
        : undefined;
    case 'selectOption':
      return same && ['click', 'press', 'selectOption'].includes(before.type) ? taken : undefined;
    case 'upload':
      return before.type === 'click' ? taken : undefined;
    case 'fill':
      if (same && before.type === 'fill') return taken;
      return after.by === 'paste' && (before.type === 'paste' || isShortcut(before, 'v')) && gap <= REACTION_MS
        ? taken
        : undefined;
    case 'paste':
      if (same && before.type === 'fill' && gap <= 0) return { action: before, target: step.target };
      return isShortcut(before, 'v') && gap <= REACTION_MS ? taken : undefined;
    case 'copy':
      return isShortcut(before, 'c') && gap <= REACTION_MS ? taken : undefined;
    case 'cut':
      return isShortcut(before, 'x') && gap <= REACTION_MS ? taken : undefined;
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
  const isReload = action.type === 'reload' && (isKey(step.action, ['F5']) || isShortcut(step.action, 'r'));
  const isBack =
    action.type === 'goBack' && isKey(step.action, ['ArrowLeft', 'ArrowRight', 'BrowserBack', 'BrowserForward']);
  return isReload || isBack ? { action, target: null } : undefined;
}

const ARROWS = ['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp'];
const SCROLL_KEYS = [...ARROWS, 'PageDown', 'PageUp', 'Home', 'End', ' '];

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

function isPointing(type: Action['type']): boolean {
  return type === 'click' || type === 'dblclick';
}

function isKey(action: Action, keys: readonly string[]): boolean {
  return action.type === 'press' && keys.includes(action.key);
}

function isShortcut(action: Action, key: string): boolean {
  const isCommand =
    action.type === 'press' && (action.modifiers.includes('Control') || action.modifiers.includes('Meta'));
  return isCommand && action.key.toLowerCase() === key;
}
