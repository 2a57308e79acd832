import { hitNode } from '../event-hub.ts';
import { isToggle } from '../fields.ts';
import type { Tools } from './tools.ts';

/** Checkboxes and radio buttons: one action for the click or key and what it changed. */
export function trackCheck({ listen, signal, observer, gestures }: Tools): void {
  listen(
    'change',
    (event) => {
      const toggle = hitNode(event);
      if (!isToggle(toggle) || !gestures.canHaveChanged(toggle)) return;
      const gesture = gestures.current();
      if (gesture) gesture.isTold = true;
      observer.act(gestures.aimAt(event, toggle), { type: toggle.checked ? 'check' : 'uncheck' });
    },
    signal,
  );
}
