import type { Browser, Runtime } from 'webextension-polyfill';

/**
 * The extension's messaging, as the browser has it. Chromium's `chrome` and everybody's `browser` agree in what content
 * scripts need, so that pages are spared the polyfill.
 */
export function extensionRuntime(): Pick<Runtime.Static, 'sendMessage' | 'onMessage' | 'id'> {
  const world = globalThis as unknown as { browser?: Browser; chrome: Browser };
  return (world.browser ?? world.chrome).runtime;
}
