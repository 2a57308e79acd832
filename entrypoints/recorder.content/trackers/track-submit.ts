import { momentOf } from '../clock.ts';
import { hitNode } from '../event-hub.ts';
import type { Tools } from './tools.ts';

/** A submit this soon after a click or a key, in milliseconds, is what it did. */
const EXPLAINED_MS = 50;

/** Forms that are submitted without a click or a key that says so. */
export function trackSubmit({ listen, signal, observer }: Tools): void {
  let lastAct = 0;
  const remember = (event: Event) => (lastAct = momentOf(event));
  for (const type of ['click', 'keydown', 'pointerup'] as const) listen(type, remember, signal);
  listen(
    'submit',
    (event) => {
      const form = hitNode(event);
      const isExplained = momentOf(event) - lastAct < EXPLAINED_MS;
      if (!form || isExplained || !navigator.userActivation.isActive) return;
      const submitter = event.submitter && observer.describe(event.submitter);
      observer.act(observer.aim(event, form), { type: 'submit', submitter });
    },
    signal,
  );
}
