import type { Browser, Runtime } from 'webextension-polyfill';

/** The extension's messaging, as the browser has it: pages are spared the polyfill. */
export function extensionRuntime(): Pick<Runtime.Static, 'sendMessage' | 'id'> {
  const world = globalThis as { browser?: Browser; chrome?: Browser };
  const runtime = (world.browser ?? world.chrome)?.runtime;
  if (!runtime) throw new Error('This runs only as a content script of its extension.');
  return runtime;
}
