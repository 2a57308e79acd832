import { hitNode } from '../event-hub.ts';
import { isFileInput, isPicker, isToggle } from '../fields.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import type { Tools } from './tools.ts';

/** Clicks with the left, the middle and the right button. */
export function trackClick({ listen, signal, observer, gestures, later }: Tools): void {
  function click(event: MouseEvent, button: 'left' | 'middle' | 'right') {
    const gesture = gestures.current();
    // The click that a key or a label makes out of another: the first has been told.
    if (event.detail === 0 && button === 'left') return;
    if (gesture?.by === 'pointer' && gesture.isTold) return;
    const hit = hitNode(event);
    const aim = gesture?.by === 'pointer' ? gesture.aim : hit && observer.aim(event, meantElement(hit), event);
    if (!aim || isToldByItsChange(aim.element)) return;
    const action = {
      type: 'click',
      button,
      clickCount: Math.max(1, event.detail),
      modifiers: modifiersOf(event),
    } as const;
    const tell = () => {
      if (gesture?.isTold) return;
      if (gesture) gesture.isTold = true;
      observer.act(aim, action);
    };
    // Turning a box on or off is one action; it is a click only where the page prevents that.
    if (button === 'left' && isToggle(aim.element)) later(tell);
    else tell();
  }
  listen('click', (event) => click(event, 'left'), signal);
  listen('auxclick', (event) => event.button === 1 && click(event, 'middle'), signal);
  listen('contextmenu', (event) => gestures.current()?.by === 'pointer' && click(event, 'right'), signal);
}

/** The popup of these is not part of the page: what they end up with is the action. */
const isToldByItsChange = (element: Element): boolean =>
  element instanceof HTMLSelectElement ||
  isFileInput(element) ||
  (isPicker(element) && element.matches('[type="range"],[type="color"]'));
