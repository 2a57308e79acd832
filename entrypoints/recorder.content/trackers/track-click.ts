import { hitNode } from '../event-hub.ts';
import { isFileInput, isPicker, isToggle } from '../fields.ts';
import type { Gesture } from '../gestures.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import { distanceBetween, wayBetween } from '../paths.ts';
import type { Tools } from './tools.ts';
import { wayOf } from './track-drag.ts';

/** A press that lasts longer, in milliseconds, is held. */
const HELD_MS = 500;
/**
 * A pointer that is released farther from where it was pressed, in CSS pixels, may mean that place. One that is released
 * nearer means it where a knob has followed it.
 */
const MIN_MOVED = 2;

const BUTTONS = ['left', 'middle', 'right'] as const;

interface Press {
  readonly gesture: Gesture;
  readonly start: MouseEvent;
  /** Which press of a series in one place it is. */
  count: number;
  /** Its last event: the first, until it is released. */
  end: MouseEvent;
  /** The browser has made a click of it. */
  hasClicked?: true;
}

const begun = (gesture: Gesture, start: MouseEvent): Press => ({ gesture, start, count: 1, end: start });

/**
 * Presses with the left, the middle and the right button that nothing else tells of. The browser makes no click of a
 * press whose element is disabled, or moves or goes away under it: it is the press that somebody made.
 */
export function trackClick({ listen, signal, observer, gestures, later }: Tools): void {
  let press: Press | null = null;

  function tell({ gesture, start, count, end }: Press, button = BUTTONS[start.button]) {
    if (gesture.isTold || !button) return;
    gesture.isTold = true;
    const heldMs = end.timeStamp - start.timeStamp;
    observer.act(gesture.aim, {
      type: 'click',
      button,
      clickCount: count || 1,
      modifiers: modifiersOf(start),
      ...(heldMs > HELD_MS && { heldMs: Math.round(heldMs / 100) * 100 }),
      ...(distanceBetween(start, end) > (wayOf(gesture) ? 0 : MIN_MOVED) && { moved: wayBetween(start, end) }),
    });
  }
  function finish(last: Press | null) {
    if (last && (last.hasClicked || !isOnScrollBar(last.gesture))) tell(last);
  }
  function clicked(event: MouseEvent) {
    // The click that a key or a label makes out of another: the first has been told.
    if (event.detail === 0) return;
    press ??= pressOf(event);
    if (!press) return;
    press.hasClicked = true;
    press.count = event.detail;
    const { element } = press.gesture.aim;
    if (isToldByItsChange(element)) return;
    const clickedNow = press;
    // Turning a box on or off, or moving a slider, is one action; it is a click only where nothing comes of it.
    if (isToggle(element) || isPicker(element)) later(() => tell(clickedNow));
    else tell(clickedNow);
  }
  /** A press that began before anybody listened. */
  function pressOf(event: MouseEvent): Press | null {
    const hit = hitNode(event);
    if (!hit) return null;
    const aim = observer.aim(event, meantElement(hit), event);
    return begun({ by: 'pointer', aim, hit, start: event, isTold: false }, event);
  }
  listen(
    'pointerdown',
    (start) => {
      finish(press);
      const gesture = gestures.current();
      press = gesture && begun(gesture, start);
    },
    signal,
  );
  listen('mousedown', ({ detail }) => press && (press.count = detail), signal);
  listen(
    'pointerup',
    (end) => {
      const released = press;
      if (!released) return;
      released.end = end;
      if (!isToldByItsChange(released.gesture.aim.element)) later(() => finish(released));
    },
    signal,
  );
  // The pointer went on to scroll, or to drag what the browser itself carries.
  listen('pointercancel', () => (press = null), signal);
  listen('click', clicked, signal);
  listen('auxclick', (event) => event.button === 1 && press && tell(press), signal);
  const asksForMenu = ({ start }: Press) => start.ctrlKey || start.button === 2;
  listen('contextmenu', () => press && asksForMenu(press) && tell(press, 'right'), signal);
  listen('keydown', () => !gestures.isPressed() && finish(press), signal);
  later.onSettle(() => finish(press));
}

/** The popup of these is not part of the page: what they end up with is the action, if anything comes of it. */
const isToldByItsChange = (element: Element): boolean =>
  element instanceof HTMLSelectElement || isFileInput(element) || element.matches('input[type="color"]');

/** The browser makes no click of a press there, and what it scrolls is told. */
function isOnScrollBar({ hit, start }: Gesture): boolean {
  if (!(start instanceof MouseEvent) || (hit !== document.documentElement && !canScroll(hit))) return false;
  const { x, y } = hit === document.documentElement ? { x: 0, y: 0 } : hit.getBoundingClientRect();
  const isBeyond = (at: number, size: number) => size > 0 && at >= size;
  return (
    isBeyond(start.clientX - x - hit.clientLeft, hit.clientWidth) ||
    isBeyond(start.clientY - y - hit.clientTop, hit.clientHeight)
  );
}

const canScroll = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflow);
