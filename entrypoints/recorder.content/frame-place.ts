import type { Request } from '../../lib/messages.ts';
import { frameIndex } from './child-frames.ts';

/** Frames in frames that are counted, at most. */
const MAX_DEPTH = 20;

/** Where this frame sits in its page. */
export function framePlace(): Request<'hello'>['place'] {
  const path = pathOf(window, 0);
  return {
    isTop: window.parent === window,
    index: path.at(-1) ?? null,
    path,
    scale: window.visualViewport?.scale ?? 1,
  };
}

/** Which of `window.frames` at each level. Empty where a frame does not know its place. */
function pathOf(frame: Window, depth: number): number[] {
  if (frame.parent === frame || depth > MAX_DEPTH) return [];
  const index = frameIndex(frame.parent, frame);
  return index === null ? [] : [...pathOf(frame.parent, depth + 1), index];
}
