import type { Browser, Runtime } from 'webextension-polyfill';

interface World {
  readonly browser?: Browser;
  readonly chrome?: Browser & { readonly dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** The extension's messaging, as the browser has it: pages are spared the polyfill. */
export function extensionRuntime(): Pick<Runtime.Static, 'sendMessage' | 'id'> {
  const { browser, chrome } = globalThis as World;
  const runtime = (browser ?? chrome)?.runtime;
  if (!runtime) throw new Error('This runs only as a content script of its extension.');
  return runtime;
}

/** The shadow root of an element, open or closed. Undefined: the browser does not say. */
export function shadowRootOf(element: Element): ShadowRoot | null | undefined {
  const { chrome } = globalThis as World;
  if (chrome?.dom?.openOrClosedShadowRoot) {
    return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
  }
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
}
