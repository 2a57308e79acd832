import { hitNode } from '../event-hub.ts';
import type { Gesture } from '../gestures.ts';
import { isControl, meantElement } from '../meant-element.ts';
import type { Tools } from './tools.ts';

/** A pointer that moved less, in CSS pixels, did not drag. */
const MIN_DISTANCE = 8;
/** Points of a path that are handed over, at most. */
const MAX_POINTS = 16;
/** Points that are kept while the pointer moves. */
const MAX_KEPT = 256;

interface Dragging {
  readonly gesture: Gesture;
  path: { x: number; y: number }[];
  isFar: boolean;
  isNative: boolean;
  selectsText: boolean;
}

/** Press, move, release: what pages implement themselves, and the drag and drop of HTML. */
export function trackDrag({ listen, signal, observer, gestures }: Tools): void {
  let dragging: Dragging | null = null;

  listen(
    'pointerdown',
    (event) => {
      const gesture = gestures.current();
      dragging =
        event.button === 0 && gesture ? { gesture, path: [], isFar: false, isNative: false, selectsText: false } : null;
      if (dragging) move(event);
    },
    signal,
  );
  function move({ clientX: x, clientY: y }: MouseEvent) {
    if (!dragging) return;
    const start = dragging.path[0] ?? { x, y };
    dragging.isFar ||= Math.hypot(x - start.x, y - start.y) > MIN_DISTANCE;
    dragging.path.push({ x, y });
    if (dragging.path.length > MAX_KEPT) dragging.path = thin(dragging.path, MAX_KEPT / 2);
  }
  function release(event: MouseEvent, isDropped: boolean) {
    const hit = isDropped ? elementAt(event) : null;
    const done = dragging;
    dragging = null;
    if (!done || !done.isFar || done.gesture.isTold) return;
    const to = hit && meantElement(hit);
    if (!done.isNative && (isTextSelection(done) || isClick(done, to))) return;
    done.gesture.isTold = true;
    observer.act(done.gesture.aim, {
      type: 'drag',
      to: to && observer.describe(to, event),
      path: thin(done.path, MAX_POINTS),
    });
  }
  listen('pointermove', (event) => dragging && !dragging.isNative && move(event), signal);
  listen('dragover', (event) => move(event), signal);
  listen('selectstart', () => dragging && (dragging.selectsText = true), signal);
  listen('dragstart', () => dragging && (dragging.isNative = dragging.isFar = true), signal);
  listen('pointerup', (event) => dragging && !dragging.isNative && (move(event), release(event, true)), signal);
  listen('pointercancel', () => dragging && !dragging.isNative && (dragging = null), signal);
  listen('drop', (event) => dragging?.isNative && (move(event), release(event, true)), signal);
  listen('dragend', (event) => dragging?.isNative && release(event, false), signal);
}

function isTextSelection({ selectsText }: Dragging): boolean {
  return selectsText && document.getSelection()?.isCollapsed === false;
}

/** A hand that shakes on a button clicks it. */
const isClick = ({ gesture }: Dragging, to: Element | null): boolean => to === gesture.aim.element && isControl(to);

/** The element under the pointer: a captured pointer reports another one. */
const elementAt = (event: MouseEvent): Element | null =>
  document.elementFromPoint(event.clientX, event.clientY) ?? hitNode(event);

/** A path with fewer points: the first, the last and some on the way. */
function thin(path: readonly { x: number; y: number }[], points: number): { x: number; y: number }[] {
  if (path.length <= points) return [...path];
  return Array.from(
    { length: points },
    (_, index) => path[Math.round((index * (path.length - 1)) / (points - 1))],
  ).filter((point) => point !== undefined);
}
