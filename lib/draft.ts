import type { Action } from './action.ts';
import type { Element } from './element.ts';

/** Longest time between a click or key and the change that it makes in the same document, in ms. */
export const CHANGE_MS = 500;

/** For so long after a click or key browsers let a page do what it may not do unasked, such as to copy, in ms. */
export const ACTIVATION_MS = 5_000;

/** Longest time between an action and what it does to tabs and their history where nothing else tells its doing, in ms. */
export const NAVIGATION_MS = 3_000;

/** Longest time between an action and the form that it submits, or what else the browser makes of it, in ms. */
export const REACTION_MS = 1_000;

export const ARROWS = ['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp'];
export const SELECTING_KEYS = [...ARROWS, 'PageDown', 'PageUp', 'Home', 'End'];

/** A step in the making. */
export interface Draft {
  readonly action: Action;
  readonly target: Element | null;
  /** Place in `captured` of the first of the gesture: the step's observation is taken there. */
  readonly first: number;
  readonly captured: readonly number[];
  readonly document: number | null;
  /** Of the page it was done in. */
  readonly url: string | null;
  readonly at: number;
  readonly until: number;
  /** When the last of its consequences happened. */
  readonly settled: number;
  /** The tab it was done in, and those that opened because of it. */
  readonly tabs: readonly (number | null)[];
  /** What a script has just done to the tab because of it: the browser will tell of it too. */
  readonly scripted: Action['type'] | null;
}

/** True for what the page says that a script of its own did. */
export function isScripted(action: Action): boolean {
  return 'scripted' in action && action.scripted === true;
}

/** True for a way that only a frame of the page went: it tells of it, and the browser does not. */
export function isInFrame(action: Action): boolean {
  return 'inFrame' in action && action.inFrame === true;
}

/** True for a press of one of these keys. */
export function isKey(action: Action, keys: readonly string[]): boolean {
  return action.type === 'press' && keys.includes(action.key);
}
