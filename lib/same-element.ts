import type { Element } from './element.ts';

/** True when both name one element of one document, as far as can be told. Two nulls are the page itself. */
export function isSameElement(a: Element | null, b: Element | null): boolean {
  if (!a || !b) return a === b;
  if (a.nodeId !== null && b.nodeId !== null) return a.nodeId === b.nodeId;
  const [selector, other] = [a.selectors[0], b.selectors[0]];
  return selector !== undefined && selector.value === other?.value && selector.nth === other.nth;
}
