import type { Action } from './action.ts';
import {
  ACTIVATION_MS,
  CHANGE_MS,
  type Draft,
  isKey,
  isScripted,
  NAVIGATION_MS,
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
      // However late: a server may answer slowly, and who clicks a link is seen to do so.
      return LED.includes(next.action.cause);
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
      // What is dragged to the edge of a box makes it scroll; and a press that came to be a click was not on a scroll bar.
      if (isPressed(step.action) && next.at <= step.at) return inTab;
      // A page may scroll by itself when the wheel is turned; then the wheel is what was done.
      return inTab && (cause === 'wheel' || isKey(step.action, SCROLL_KEYS)) && after <= REACTION_MS;
    case 'copy':
      // The keys that copy are told themselves, and what opens a menu: without them, a page copies after what was done in it.
      return inTab && !opensMenu(step.action) && after <= ACTIVATION_MS;
    case 'cut':
      return inTab && cause === 'click' && !opensMenu(step.action) && after <= ACTIVATION_MS;
    case 'paste':
      // Some systems paste with the middle button, also where nothing takes it.
      return inTab && step.action.type === 'click' && step.action.button === 'middle' && after <= REACTION_MS;
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

/** What is picked in a menu of the browser's own is a step. */
function opensTabs({ action }: Draft): boolean {
  return !opensMenu(action) && (isPointing(action.type) || action.type === 'press');
}

/** True for what opens a menu of the browser's own: a right click, and the keys that stand for it. */
function opensMenu(action: Action): boolean {
  if (isKey(action, ['F10'])) return action.type === 'press' && action.modifiers.includes('Shift');
  return action.type === 'click' ? action.button === 'right' : isKey(action, ['ContextMenu']);
}

/** True for what happens in a tab that the step has opened. */
const isToNew = ({ tabs }: Draft, { tab }: CapturedAction): boolean => tabs.indexOf(tab) > 0;

/** True for a way to another site than the one that the step was done on. */
function leadsElsewhere({ url: from }: Draft, action: Action): boolean {
  if (from === null || !('url' in action) || !URL.canParse(from) || !URL.canParse(action.url)) return false;
  return new URL(from).origin !== new URL(action.url).origin;
}

/** True for what is done by a press of the pointer on what is there, held down or not. */
export function isPressed(action: Action): boolean {
  // The middle button scrolls.
  if (action.type === 'click') return action.button !== 'middle';
  return ['dblclick', 'drag', 'selectText', 'check', 'uncheck'].includes(action.type);
}

function isPointing(type: Action['type']): boolean {
  return type === 'click' || type === 'dblclick';
}
