/** How far what opens may be from the pointer's element, in CSS pixels. */
const NEAR = 48;

/** True for what is put at a place of its own, over whatever is there. */
export const isPlaced = (element: Element): boolean => /absolute|fixed/.test(getComputedStyle(element).position);

/** What lies over the page, as menus do. */
export function isOverlay(element: Element): boolean {
  return [element, element.firstElementChild ?? element].some(isPlaced);
}

/** True where one begins where the other ends, more or less. */
export function isNear(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const apart = (from: number, to: number, otherFrom: number, otherTo: number) =>
    Math.max(otherFrom - to, from - otherTo);
  return apart(a.left, a.right, b.left, b.right) <= NEAR && apart(a.top, a.bottom, b.top, b.bottom) <= NEAR;
}
