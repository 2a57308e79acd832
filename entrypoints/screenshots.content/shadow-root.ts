import type { Browser } from 'webextension-polyfill';

interface World {
  readonly chrome?: Browser & { readonly dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** The shadow root of an element, open or closed. Undefined: the browser does not say. */
export function shadowRootOf(element: Element): ShadowRoot | null | undefined {
  const { chrome } = globalThis as World;
  if (chrome?.dom?.openOrClosedShadowRoot)
    return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
}
