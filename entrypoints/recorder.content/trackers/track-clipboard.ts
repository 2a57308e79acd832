import { hitNode } from '../event-hub.ts';
import { meantElement } from '../meant-element.ts';
import type { Tools } from './tools.ts';

/** Copy, cut and paste. What is copied is never read; a field that takes what is pasted tells it besides, as a fill. */
export function trackClipboard({ listen, signal, observer, later }: Tools): void {
  const tell = (event: ClipboardEvent) => {
    const hit = hitNode(event);
    if (!hit) return;
    const aim = observer.aim(event, meantElement(hit));
    // After the key that did it, which is told once the page has handled it.
    later(() => observer.act(aim, { type: event.type as 'copy' | 'cut' | 'paste' }));
  };
  listen(['copy', 'cut', 'paste'], tell, signal);
}
