import type { Browser } from 'webextension-polyfill';

/** What extensions may see beyond the page, where the browser has it. */
interface WithDom {
  readonly chrome?: Browser & { readonly dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

const seen = new Set<ShadowRoot>();

/**
 * Lets rrweb see into closed shadow roots as into open ones, and remembers what it has seen. Asking the browser takes
 * microseconds for each element, so only custom elements are asked: hardly anything else has closed roots. Changes the
 * isolated world's prototype only.
 */
export function seeShadowRoots(): void {
  const closedRoot = (globalThis as WithDom).chrome?.dom?.openOrClosedShadowRoot;
  const open = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get;
  if (!open) return;
  const get = function (this: Element): ShadowRoot | null {
    let root: ShadowRoot | null = open.call(this);
    if (root === null && closedRoot && this instanceof HTMLElement && this.localName.includes('-'))
      root = closedRoot(this);
    if (root) seen.add(root);
    return root;
  };
  // What reads as native code is not taken for a trick of the page's.
  get.toString = () => '[native code]';
  Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true, get });
}

/** The document and the shadow roots in it that rrweb has come to. */
export function treeRoots(): (Document | ShadowRoot)[] {
  for (const root of seen) if (!root.isConnected) seen.delete(root);
  return [document, ...seen];
}

/**
 * What an event that came to a shadow host is about inside of it: browsers keep that to themselves for closed roots. By
 * the place of the pointer, or by the focus.
 */
export function throughClosedRoots(host: Element, event: Event): Element {
  const root = host.shadowRoot;
  const inner =
    root && event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root?.activeElement;
  return inner && inner !== host && root?.contains(inner) ? throughClosedRoots(inner, event) : host;
}
