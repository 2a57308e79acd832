import { hitNode } from '../event-hub.ts';
import { isTextEntry } from '../fields.ts';
import { meantElement } from '../meant-element.ts';
import type { Tools } from './tools.ts';

/** Copy, cut and paste. What is copied is never read. */
export function trackClipboard({ listen, signal, observer, later }: Tools): void {
  const tell = (event: Event, type: 'copy' | 'cut' | 'paste') => {
    const hit = hitNode(event);
    if (!hit) return;
    const aim = observer.aim(event, meantElement(hit));
    // A field that takes the paste tells it itself, as a fill.
    if (type === 'paste' && isTextEntry(aim.element))
      later(() => event.defaultPrevented && observer.act(aim, { type }));
    else observer.act(aim, { type });
  };
  for (const type of ['copy', 'cut', 'paste'] as const) listen(type, (event) => tell(event, type), signal);
}
