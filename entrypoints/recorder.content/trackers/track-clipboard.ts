import { hitNode } from '../event-hub.ts';
import { isTextEntry } from '../fields.ts';
import { meantElement } from '../meant-element.ts';
import type { Tools } from './tools.ts';

/** A paste this soon after a press of the middle button, in milliseconds, is what it does. */
const MIDDLE_MS = 1_000;

/** Copy, cut and paste. What is copied is never read. */
export function trackClipboard({ listen, signal, observer, gestures, later }: Tools): void {
  /** Some systems paste with the middle button, also where nothing takes it. */
  const isByMiddleButton = (event: Event) => {
    const { start } = gestures.current() ?? {};
    return start instanceof MouseEvent && start.button === 1 && event.timeStamp - start.timeStamp < MIDDLE_MS;
  };
  const tell = (event: Event, type: 'copy' | 'cut' | 'paste') => {
    const hit = hitNode(event);
    if (!hit || isByMiddleButton(event)) return;
    const aim = observer.aim(event, meantElement(hit));
    // A field that takes the paste tells it itself, as a fill.
    if (type === 'paste' && isTextEntry(aim.element))
      later(() => event.defaultPrevented && observer.act(aim, { type }));
    else observer.act(aim, { type });
  };
  for (const type of ['copy', 'cut', 'paste'] as const) listen(type, (event) => tell(event, type), signal);
}
