import { hitNode } from '../event-hub.ts';
import type { Tools } from './tools.ts';

/**
 * Forms that are submitted while the browser handles a click or a key: what these did. At any other time it is a script
 * that submits, since browsers trust the event of `requestSubmit()` as much as a person's.
 */
export function trackSubmit({ listen, signal, observer, later }: Tools): void {
  let isHandling = false;
  const handle = () => {
    isHandling = true;
    later(() => (isHandling = false));
  };
  listen(['click', 'keydown'], handle, signal);
  listen(
    'submit',
    (event) => {
      const form = hitNode(event);
      if (!form || !isHandling) return;
      const submitter = event.submitter && observer.describe(event.submitter);
      observer.act(observer.aim(event, form), { type: 'submit', submitter });
    },
    signal,
  );
}
