import { defineContentScript } from 'wxt/utils/define-content-script';
import type { ScreenshotPlan } from '../../lib/screenshot.ts';
import { createSender } from '../../lib/sender.ts';
import { createCamera } from './camera.ts';
import { momentOf, pageNow } from '../../page/clock.ts';
import { extensionRuntime } from '../../page/extension-runtime.ts';
import { beginsAction } from './gestures.ts';
import { watchStillness } from './stillness.ts';
import { watchTyping } from './typing.ts';

/** Set in the isolated world of this extension: a second injection into the same document changes nothing. */
const GUARD = Symbol.for('showhow screenshots');

/**
 * Asks for screenshots of the page, where the policy allows them: the worker registers it only then. `world` only tells
 * WXT to leave out its own wrapper.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  matches: ['<all_urls>'],
  runAt: 'document_start',
  main() {
    if (Reflect.get(globalThis, GUARD)) return;
    Reflect.set(globalThis, GUARD, true);
    const page = new AbortController();
    const { signal } = page;
    const transport = createSender((message) => extensionRuntime().sendMessage(message));
    const send: typeof transport = async (...message) => {
      try {
        return await transport(...message);
      } catch (error) {
        // The worker was stopped, or the extension replaced under the page: then nobody will answer any more.
        if (extensionRuntime().id === undefined) page.abort();
        throw error;
      }
    };
    const stillness = watchStillness(signal);
    const camera = createCamera({ send, stillness, typing: watchTyping(signal) });
    let plan: ScreenshotPlan | undefined;
    let isSomebodyThere = false;

    const gesture = (event: PointerEvent | KeyboardEvent) => {
      if (!event.isTrusted) return;
      isSomebodyThere = true;
      if (beginsAction(event) && plan?.onAction) void camera.take('action', momentOf(event));
    };
    for (const type of ['pointerdown', 'keydown'] as const)
      window.addEventListener(type, gesture, { capture: true, passive: true, signal });
    window.addEventListener('wheel', () => (isSomebodyThere = true), { capture: true, passive: true, signal });

    const begin = (given: ScreenshotPlan) => {
      plan = given;
      if (given.onAction && document.visibilityState === 'visible') void camera.take('action', pageNow());
      if (given.everySeconds === 0) return;
      const timer = setInterval(() => {
        if (!isSomebodyThere || document.visibilityState !== 'visible') return;
        isSomebodyThere = false;
        void camera.take('time', pageNow());
      }, given.everySeconds * 1000);
      signal.addEventListener('abort', () => clearInterval(timer));
    };
    // Without an answer there are no screenshots of this page.
    send('screenshotPlan', {}).then(begin, () => page.abort());
  },
});
