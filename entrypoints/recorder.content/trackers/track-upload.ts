import { hitNode } from '../event-hub.ts';
import { isFileInput } from '../fields.ts';
import type { Tools } from './tools.ts';

/** Longest ending of a file name that counts as its kind. */
const MAX_EXTENSION = 10;

/** Files chosen in a file input: their kinds only. */
export function trackUpload({ listen, signal, observer, gestures }: Tools): void {
  listen(
    'change',
    (event) => {
      const input = hitNode(event);
      if (!isFileInput(input)) return;
      const gesture = gestures.current();
      if (gesture?.aim.element === input) gesture.isTold = true;
      const files = [...(input.files ?? [])].map(({ name, type }) => ({
        mediaType: type,
        extension: extensionOf(name),
      }));
      observer.act(gestures.aimAt(event, input), { type: 'upload', files });
    },
    signal,
  );
}

function extensionOf(name: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '';
  return extension.length > MAX_EXTENSION ? '' : extension.toLowerCase();
}
