import type { Request } from '../../lib/messages.ts';
import { frameIndex } from './child-frames.ts';

/** Where this frame sits in its page. */
export function framePlace(): Request<'hello'>['place'] {
  const isTop = window.parent === window;
  return {
    isTop,
    index: isTop ? null : frameIndex(window.parent, window),
    scale: window.visualViewport?.scale ?? 1,
  };
}
