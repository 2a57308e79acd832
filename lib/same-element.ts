import type { Element } from './element.ts';

/** True when both name one element of one document, as far as can be told. Two nulls are the page itself. */
export function isSameElement(a: Element | null, b: Element | null): boolean {
  if (!a || !b) return a === b;
  if (a.nodeId !== null && b.nodeId !== null) return a.nodeId === b.nodeId;
  const [selector, other] = [a.selectors[0], b.selectors[0]];
  return selector !== undefined && selector.value === other?.value && selector.nth === other.nth;
}

/** True where a page has put one element in the place of another. */
export function isSamePlace(a: Element | null, b: Element | null): boolean {
  const [selector, other] = [a?.selectors[0], b?.selectors[0]];
  return selector !== undefined && selector.value === other?.value && selector.nth === other.nth;
}

/** True where one is seen in the other, or over it. */
export function isWithin(a: Element | null, b: Element | null): boolean {
  if (!a || !b) return false;
  const [x, y] = [a.box.x + a.box.width / 2 - b.box.x, a.box.y + a.box.height / 2 - b.box.y];
  return x >= 0 && y >= 0 && x <= b.box.width && y <= b.box.height;
}

/** True where one takes up most of the other. */
export function coversMostOf(a: Element | null, b: Element | null): boolean {
  if (!a || !b || !isWithin(a, b)) return false;
  return a.box.width * a.box.height * 2 >= b.box.width * b.box.height;
}
