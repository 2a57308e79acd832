import type { Browser, Runtime } from 'webextension-polyfill';

/**
 * The extension's messaging, as the browser has it. Chromium's `chrome` and everybody's `browser` agree in what content
 * scripts need, so that pages are spared the polyfill.
 */
export function extensionRuntime(): Pick<Runtime.Static, 'sendMessage' | 'onMessage' | 'id'> {
  const world = globalThis as { browser?: Browser; chrome?: Browser };
  const runtime = (world.browser ?? world.chrome)?.runtime;
  if (!runtime) throw new Error('This runs only as a content script of its extension.');
  return runtime;
}
