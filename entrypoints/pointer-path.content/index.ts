import { defineContentScript } from 'wxt/utils/define-content-script';
import { pathOf } from '../../lib/path-points.ts';
import { createSender } from '../../lib/sender.ts';
import type { Point } from '../../lib/units.ts';
import { momentOf } from '../../page/clock.ts';
import { extensionRuntime } from '../../page/extension-runtime.ts';

/** Set in the isolated world of this extension: a second injection into the same document changes nothing. */
const GUARD = Symbol.for('showhow pointer path');

/** Points between two presses that are remembered, at most. */
const MAX_REMEMBERED = 2_000;

/**
 * Tells the way of the pointer to each press, where the policy allows it: the worker registers it only then. `world` only
 * tells WXT to leave out its own wrapper.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main() {
    if (Reflect.get(globalThis, GUARD)) return;
    Reflect.set(globalThis, GUARD, true);
    const page = new AbortController();
    const options = { capture: true, passive: true, signal: page.signal };
    const send = createSender((message) => extensionRuntime().sendMessage(message));
    let passed: Point[] = [];

    const moved = ({ isTrusted, clientX: x, clientY: y }: PointerEvent) => {
      if (isTrusted && passed.length < MAX_REMEMBERED) passed.push({ x: Math.round(x), y: Math.round(y) });
    };
    const pressed = (event: PointerEvent) => {
      if (!event.isTrusted) return;
      moved(event);
      const at = momentOf(event);
      const points = pathOf(passed);
      passed = [];
      // Without the extension nobody wants to know any more; of a worker that was stopped, the next press is told.
      send('pointerPath', { at, points }).catch(() => extensionRuntime().id === undefined && page.abort());
    };
    window.addEventListener('pointermove', moved, options);
    window.addEventListener('pointerdown', pressed, options);
    // The way of a drag is part of its action.
    window.addEventListener('pointerup', () => (passed = []), options);
  },
});
