import { stillThere } from './dom-tree.ts';
import type { Browser } from 'webextension-polyfill';

/** What extensions may see beyond the page, where the browser has it. */
interface WithDom {
  readonly chrome?: Browser & { readonly dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** Those that rrweb has come to, or a person. */
export const foundRoots = new Set<ShadowRoot>();

/** Custom elements that had no root when rrweb came to them: nobody tells it when they get one. */
const rootless = new Set<Element>();

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
    if (root === null && this instanceof HTMLElement && this.localName.includes('-')) {
      root = closedRoot?.(this) ?? null;
      if (root === null) rootless.add(this);
    }
    if (root) foundRoots.add(root);
    return root;
  };
  // What reads as native code is not taken for a trick of the page's.
  get.toString = () => '[native code]';
  Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true, get });
}

/** Finds the roots that have come to custom elements since: that asks the browser about each of them again. */
export function findLateRoots(): void {
  for (const host of stillThere(rootless)) if (host.shadowRoot) rootless.delete(host);
}

/** The document and the shadow roots in it that were found. */
export function treeRoots(): (Document | ShadowRoot)[] {
  return [document, ...stillThere(foundRoots)];
}

/** All elements in them that a selector is for. */
export const findInTrees = <T extends Element>(selector: string): T[] =>
  treeRoots().flatMap((root) => [...root.querySelectorAll<T>(selector)]);

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
