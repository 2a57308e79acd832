import { hitNode, type Listen } from './event-hub.ts';
import { isPicker, isToggle } from './fields.ts';
import { meantElement } from './meant-element.ts';
import type { Aim, Observer } from './observing.ts';

/** What a person is doing with pointer or keyboard: begun by a press, ended by the next. */
export interface Gesture {
  readonly by: 'pointer' | 'key';
  readonly aim: Aim;
  readonly hit: Element;
  readonly start: MouseEvent | KeyboardEvent;
  /** True when an action has come out of it: a second one would tell the same thing twice. */
  isTold: boolean;
}

export interface Gestures {
  /** True while a pointer is held down. */
  isPressed(): boolean;
  current(): Gesture | null;
  /**
   * True when a change of this element can be the person's doing. Browsers trust the `input`, `change` and `submit` that
   * a script's `click()` or `requestSubmit()` brings about as much as a person's.
   */
  canHaveChanged(element: Element): boolean;
  /** The aim of the gesture that is going on if it is at this element; a new one otherwise. */
  aimAt(event: Event, element: Element): Aim;
}

/** Follows gestures. Each is aimed at its very first event, before the page knows of it. */
export function followGestures(listen: Listen, observer: Observer, signal: AbortSignal): Gestures {
  let current: Gesture | null = null;
  let isPressed = false;

  listen(
    'pointerdown',
    (event) => {
      isPressed = true;
      const hit = hitNode(event);
      const aim = hit && observer.aim(event, meantElement(hit), event);
      current = aim && { by: 'pointer', aim, hit, start: event, isTold: false };
    },
    signal,
  );
  listen(
    'keydown',
    (event) => {
      const hit = hitNode(event);
      const changesByKey = isToggle(hit) || isPicker(hit) || hit instanceof HTMLSelectElement;
      const isGoingOn = current?.by === 'key' && current.aim.element === hit && !current.isTold;
      if (!hit || !changesByKey || event.repeat || isGoingOn) return;
      current = { by: 'key', aim: observer.aim(event, hit), hit, start: event, isTold: false };
    },
    signal,
  );
  listen(['pointerup', 'pointercancel', 'dragend'], () => (isPressed = false), signal);
  return {
    isPressed: () => isPressed,
    current: () => current,
    canHaveChanged: (element) =>
      current?.aim.element === element || (current?.by === 'key' && isSameGroup(current.aim.element, element)),
    aimAt: (event, element) => (current?.aim.element === element ? current.aim : observer.aim(event, element)),
  };
}

/** Arrow keys check another radio button of the group than the one that they are pressed in. */
function isSameGroup(one: Element, other: Element): boolean {
  const areRadios = [one, other].every((element) => element instanceof HTMLInputElement && element.type === 'radio');
  return areRadios && one.getAttribute('name') === other.getAttribute('name');
}
