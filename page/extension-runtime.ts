import type { Browser, Runtime } from 'webextension-polyfill';

/**
 * The extension's messaging, as the browser has it. Chromium's `chrome` and everybody's `browser` agree in what a
 * recorder needs, so that pages are spared the polyfill.
 */
export function extensionRuntime(): Pick<Runtime.Static, 'sendMessage' | 'onMessage'> {
  const world = globalThis as { browser?: Browser; chrome?: Browser };
  const browser = world.browser ?? world.chrome;
  if (!browser) throw new Error('The recorder runs only as a content script of its extension.');
  return browser.runtime;
}
