import type { Element as DescribedElement } from '../../../lib/element.ts';
import type { HitGroup } from '../hit-group.ts';
import type { Kit } from './types.ts';

/** The node in an element that was hit: an icon, a point of a chart. Sent to the page as source. */
export function hitPart(kit: Kit): Pick<Kit, 'hitIn' | 'isAsHit' | 'placed'> {
  const isInView = (x: number, y: number) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

  function textOf(element: Element): string {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    return kit.fold(texts.join(' '));
  }
  function inGroup(element: Element, { tag, text, inside }: HitGroup): Element | null {
    const groups = [...element.querySelectorAll(tag)].filter((each) => kit.matches(text, textOf(each)));
    const [group] = groups;
    if (!group || groups.length > 1) return null;
    return inside === '' ? group : group.querySelector(inside);
  }
  function hitNode(element: Element, { hit }: DescribedElement): Element | null {
    if (!hit) return null;
    try {
      if (hit.css !== null && hit.css !== '')
        return element.querySelector(/^\s*[>+~]/.test(hit.css) ? `:scope ${hit.css}` : hit.css);
    } catch {
      return null;
    }
    if (!hit.selectors || hit.selectors.length === 0) return null;
    const root = element.getRootNode() as Document | ShadowRoot;
    for (const selector of hit.selectors) {
      const found = kit.candidates(selector, { tag: hit.tag, role: '', name: '', box: hit.box }, root);
      const one = found.length === 1 ? found[0] : selector.nth === undefined ? undefined : found[selector.nth];
      if (one && kit.isVisible(one)) return one;
    }
    return null;
  }
  /** A place in one box as a place in another: the same offset where the size is the same, else in proportion. */
  function placed(point: { x: number; y: number }, from: DescribedElement['box'], now: DOMRect) {
    const along = (offset: number, before: number, size: number) =>
      Math.abs(size - before) < 1.5 || before <= 0 ? offset : (offset * size) / before;
    return { x: now.x + along(point.x, from.width, now.width), y: now.y + along(point.y, from.height, now.height) };
  }
  /** Whether a node lies in the element as the one did that was hit. */
  function isAlike(node: Element | null, element: Element, { hit, box }: DescribedElement): node is Element {
    if (!node || !hit || node.localName !== hit.tag || !kit.contains(element, node)) return false;
    const [now, around] = [node.getBoundingClientRect(), element.getBoundingClientRect()];
    const differences = [
      now.x - around.x - (hit.box.x - box.x),
      now.y - around.y - (hit.box.y - box.y),
      now.width - hit.box.width,
      now.height - hit.box.height,
    ];
    return differences.every((each) => Math.abs(each) < 1.5);
  }
  /**
   * What is where the hit node was and looks like it. A picture may draw what the pointer is on over all else, which
   * changes its place among its siblings.
   */
  function sameAsHit(element: Element, target: DescribedElement): Element | null {
    const { point, box } = target;
    if (!point) return null;
    const { x, y } = placed(point, box, element.getBoundingClientRect());
    const there = kit.elementAt(x, y);
    return isAlike(there, element, target) ? there : null;
  }
  return {
    placed,
    hitIn: (element, target, group) =>
      (group && inGroup(element, group)) ?? sameAsHit(element, target) ?? hitNode(element, target),
    isAsHit(element, target) {
      const { hit, point, box } = target;
      if (!hit || hit.css === null || !point) return true;
      const { x, y } = placed(point, box, element.getBoundingClientRect());
      const isUnknown = !isInView(x, y);
      return isUnknown || sameAsHit(element, target) !== null || isAlike(hitNode(element, target), element, target);
    },
  };
}
