/** The element around an element, out of shadow roots too. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element and what is around it, innermost first. */
export function* ancestry(element: Element | null): Generator<Element> {
  for (let next = element; next; next = parentOf(next)) yield next;
}

/** The document or shadow root that selectors of an element are resolved in. */
export function rootOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** Forgets those of the nodes that have left the page. */
export function stillThere<T extends Node>(nodes: Set<T>): Set<T> {
  for (const node of nodes) if (!node.isConnected) nodes.delete(node);
  return nodes;
}
