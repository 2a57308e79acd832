import type { Point } from '../../../lib/units.ts';
import { hitNode } from '../event-hub.ts';
import { isTextEntry } from '../fields.ts';
import type { Gesture } from '../gestures.ts';
import { isControl, meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import { distanceBetween, isInside, simplify } from '../paths.ts';
import { isBegunOnText, selectedText } from '../selected-text.ts';
import type { Tools } from './tools.ts';

/** A pointer that moved less, in CSS pixels, did not drag what stays where it is. */
const MIN_DISTANCE = 8;
/** An element or a pointer that moved less, in CSS pixels, carried nothing: buttons sink when they are pressed. */
const MIN_CARRIED = 3;
/** A hand that shakes on a control moves the pointer no farther, in CSS pixels. */
const MAX_SHAKE = 40;
/** Points of a path that are handed over, at most. */
const MAX_POINTS = 64;
/** Points that are kept while the pointer moves. */
const MAX_KEPT = 512;
/** How finely it is told how long a pointer rested, in ms: about a frame. */
const REST_MS = 20;

interface Dragging {
  readonly gesture: Gesture;
  readonly start: PointerEvent;
  /** How far the pointer came right before the press. */
  readonly cameBy: Point | undefined;
  path: Point[];
  /** How long it was pressed until the pointer left the place, in ms. */
  heldMs?: number;
  isNative?: boolean;
  selectsText?: boolean;
}

/** Press, move, release: what pages implement themselves, and the drag and drop of HTML. */
export function trackDrag({ listen, signal, observer, gestures }: Tools): void {
  let dragging: Dragging | null = null;
  /** What told last that the pointer is elsewhere. */
  let moved: MouseEvent | undefined;

  listen(
    'pointerdown',
    (start) => {
      const gesture = gestures.current();
      const cameBy = moved && !restBefore(start, moved) ? { x: moved.movementX, y: moved.movementY } : undefined;
      dragging = start.button === 0 && gesture ? { gesture, start, cameBy, path: [pointOf(start)] } : null;
      moved = start;
    },
    signal,
  );
  function move(event: MouseEvent) {
    if (moved && !distanceBetween(event, moved)) return;
    moved = event;
    if (!dragging) return;
    if (distanceBetween(event, dragging.start) > MIN_CARRIED) dragging.heldMs ??= restBefore(event, dragging.start);
    dragging.path.push(pointOf(event));
    if (dragging.path.length > MAX_KEPT) dragging.path = simplify(dragging.path, MAX_KEPT / 2);
  }
  function release(event: MouseEvent) {
    const done = dragging;
    dragging = null;
    if (!done || done.gesture.isTold) return;
    const { gesture, start, cameBy, heldMs, isNative, path } = done;
    const distance = Math.max(...path.map(({ x, y }) => Math.hypot(x - start.clientX, y - start.clientY)));
    const isCarried = isNative || (distance > MIN_CARRIED && wayOf(gesture) > MIN_CARRIED);
    if (!isCarried && !(distance > MIN_DISTANCE && isDrag(done, event))) return;
    gesture.isTold = true;
    const hit = elementUnder(event, isCarried ? gesture.aim.element : null);
    observer.act(gesture.aim, {
      type: 'drag',
      to: hit && observer.describe(meantElement(hit), event),
      cameBy,
      heldMs,
      path: simplify(path, MAX_POINTS),
      restMs: restBefore(event, moved),
      native: !!isNative,
      modifiers: modifiersOf(gesture.start),
    });
  }
  listen('pointermove', move, signal);
  listen('dragover', move, signal);
  listen('selectstart', () => dragging && (dragging.selectsText = true), signal);
  listen('dragstart', () => dragging && (dragging.isNative = true), signal);
  // The browser, when it drags, keeps the pointer to itself: a page that hears of it goes on by itself.
  listen('pointerup', (event) => dragging && ((dragging.isNative = false), move(event), release(event)), signal);
  listen('pointercancel', () => dragging && !dragging.isNative && (dragging = null), signal);
  listen('drop', (event) => dragging?.isNative && (move(event), release(event)), signal);
  listen('dragend', (event) => dragging?.isNative && release(event), signal);
}

/** How long the pointer had not moved, in ms. */
const restBefore = (event: MouseEvent, moved = event) =>
  Math.floor((event.timeStamp - moved.timeStamp) / REST_MS) * REST_MS;

const pointOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y });

/** True for a drag of something that stays where it is: a handle, a pen. */
function isDrag({ gesture, start, selectsText }: Dragging, event: MouseEvent): boolean {
  const { element, target } = gesture.aim;
  // What these make of it is told by their value or their selection.
  if (element instanceof HTMLSelectElement || element instanceof HTMLInputElement || isTextEntry(element)) return false;
  if (/resize|grab|move/.test(getComputedStyle(gesture.hit).cursor)) return true;
  if (selectsText && selectedText(gesture.hit) && isBegunOnText(gesture.hit, start)) return false;
  // A hand that shakes on a button clicks it.
  return !isControl(element) || !isInside(target.box, event) || distanceBetween(event, start) > MAX_SHAKE;
}

/** How far the element has gone with the pointer, in CSS pixels, and not because the page was scrolled. */
export function wayOf({ aim: { element, target, page } }: Gesture): number {
  if (!element.isConnected) return 0;
  const { x, y, width, height } = element.getBoundingClientRect();
  const { box } = target;
  const dx = x + width / 2 - box.x - box.width / 2 + scrollX - page.scroll.x;
  const dy = y + height / 2 - box.y - box.height / 2 + scrollY - page.scroll.y;
  return Math.hypot(dx, dy);
}

/** The element under the pointer, behind the one that it carries; a captured pointer reports another. */
function elementUnder(event: MouseEvent, carried: Element | null): Element | null {
  const under = document.elementsFromPoint(event.clientX, event.clientY);
  return under.find((element) => !carried?.contains(element)) ?? (under.length > 0 ? hitNode(event) : null);
}
