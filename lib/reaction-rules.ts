import type { Action } from './action.ts';
import {
  AT_ONCE_MS,
  CHANGE_MS,
  type Draft,
  isKey,
  isScripted,
  NAVIGATION_MS,
  OPENING_MS,
  REACTION_MS,
  SELECTING_KEYS,
} from './draft.ts';
import type { Element } from './element.ts';
import type { CapturedAction } from './episode.ts';
import { isSameElement, isWithin } from './same-element.ts';

const SCROLL_KEYS = [...SELECTING_KEYS, ' '];

/** Causes of a way to a page that something in a page leads. */
const LED: readonly string[] = ['link', 'form', 'script'];

/** True when `next` only happened because of the step, so that it is no step of its own. */
export function isConsequence(step: Draft, next: CapturedAction): boolean {
  const after = next.at - step.settled;
  const cause = step.action.type;
  const inTab = step.tabs.includes(next.tab);
  switch (next.action.type) {
    case 'goto':
      if (!inTab) return isLedInto(next) && opensTabs(step) && after <= NAVIGATION_MS;
      return LED.includes(next.action.cause) && after <= (isToNew(step, next) ? OPENING_MS : NAVIGATION_MS);
    case 'goBack':
    case 'tabClose':
      if (isScripted(next.action) || step.scripted === next.action.type) return inTab && after <= NAVIGATION_MS;
      // Where a script goes back to another site, the page does not hear of it.
      return inTab && isPointing(cause) && after <= CHANGE_MS && leadsElsewhere(step, next.action);
    case 'submit':
      return inTab && (isPointing(cause) || isKey(step.action, ['Enter', ' '])) && after <= REACTION_MS;
    case 'click':
      // Browsers make a click of their own, with count 0, when a key presses a button.
      return inTab && next.action.clickCount === 0 && isKey(step.action, ['Enter', ' ']) && after <= REACTION_MS;
    case 'scroll':
      // What is dragged to the edge of a box makes it scroll.
      if (isHeld(cause) && next.at <= step.at) return inTab;
      // A page may scroll by itself when the wheel is turned; then the wheel is what was done.
      return inTab && (cause === 'wheel' || isKey(step.action, SCROLL_KEYS)) && after <= REACTION_MS;
    case 'copy':
    case 'cut':
      // Few are that quick, and they copy from what they have pressed: a button that copies.
      return (
        inTab &&
        (isPointing(cause) || isKey(step.action, ['Enter', ' '])) &&
        after <= AT_ONCE_MS &&
        !isFromPressed(step.target, next.target)
      );
    case 'tabOpen':
      return step.tabs.includes(next.action.opener) && opensTabs(step) && after <= NAVIGATION_MS;
    case 'tabSwitch': {
      if (cause === 'tabClose' || step.scripted === 'tabClose') return after <= REACTION_MS;
      return (cause === 'tabOpen' ? inTab : isToNew(step, next)) && after <= NAVIGATION_MS;
    }
    default:
      return false;
  }
}

/** True for a way that a link leads. In a tab of which nothing is known, that is how it was opened: browsers may not say so. */
export function isLedInto({ action }: CapturedAction): boolean {
  return action.type === 'goto' && !action.sameDocument && (action.cause === 'link' || action.cause === 'form');
}

/** A right click opens a menu of the browser's own, and what is picked there is a step. */
function opensTabs({ action }: Draft): boolean {
  if (action.type === 'click') return action.button !== 'right';
  return isPointing(action.type) || action.type === 'press';
}

/** True for what happens in a tab that the step has opened. */
const isToNew = ({ tabs }: Draft, { tab }: CapturedAction): boolean => tabs.indexOf(tab) > 0;

/** True for what is copied from what was clicked before, or from what holds that, and is no button. */
function isFromPressed(pressed: Element | null, copied: Element | null): boolean {
  if (!pressed || !copied || pressed.role === 'button' || pressed.tag === 'button') return false;
  return isSameElement(pressed, copied) || isWithin(pressed, copied);
}

/** True for a way to another site than the one that the step was done on. */
function leadsElsewhere({ url: from }: Draft, action: Action): boolean {
  if (from === null || !('url' in action) || !URL.canParse(from) || !URL.canParse(action.url)) return false;
  return new URL(from).origin !== new URL(action.url).origin;
}

/** True for what is done while the pointer is held down. */
export function isHeld(type: Action['type']): boolean {
  return type === 'drag' || type === 'selectText';
}

function isPointing(type: Action['type']): boolean {
  return type === 'click' || type === 'dblclick';
}
