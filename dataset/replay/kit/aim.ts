import type { Element as DescribedElement } from '../../../lib/element.ts';
import type { HitGroup } from '../hit-group.ts';
import type { Aim, Kit } from './types.ts';

type Part = Pick<Kit, 'aim' | 'reveal' | 'bringIn' | 'isAt' | 'isInside' | 'boxOf' | 'visibleAncestor' | 'opener'>;

/** Where to put the pointer. Sent to the page as source. */
export function aimPart(kit: Kit): Part {
  const isInView = (x: number, y: number) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const words = (element: Element | null) =>
    element ? `<${element.localName}${element.id ? ` id="${element.id}"` : ''}>` : 'nothing';

  function holds(element: Element, x: number, y: number): boolean {
    const hit = kit.elementAt(x, y);
    if (!hit) return false;
    if (kit.contains(element, hit)) return true;
    const label = hit.closest('label');
    if (label?.control === element) return true;
    // What lets the pointer through is hit by what is around it.
    return kit.contains(hit, element) && getComputedStyle(element).pointerEvents === 'none';
  }
  /** Whether the place is inside of the viewport and of every box around the element that cuts off what is outside. */
  function shows(element: Element, { x, y }: { x: number; y: number }): boolean {
    if (!isInView(x, y)) return false;
    for (let next = kit.parentOf(element); next && next !== document.body; next = kit.parentOf(next)) {
      const box = next.getBoundingClientRect();
      const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      if (!isInside && getComputedStyle(next).overflow !== 'visible') return false;
    }
    return true;
  }
  function points(
    element: Element,
    target: DescribedElement,
    group: HitGroup | null,
  ): { x: number; y: number; of: Element }[] {
    const { point, box, hit } = target;
    const rect = element.getBoundingClientRect();
    const inner = kit.hitIn(element, target, group);
    const list: { x: number; y: number; of: Element }[] = [];
    if (inner && hit && point) {
      const offset = { x: box.x + point.x - hit.box.x, y: box.y + point.y - hit.box.y };
      list.push({ ...kit.placed(offset, hit.box, inner.getBoundingClientRect()), of: inner });
    }
    if (point && !(hit && hit.css === null)) list.push({ ...kit.placed(point, box, rect), of: element });
    if (element instanceof HTMLAreaElement) {
      const centre = centreOfArea(element);
      if (centre) list.push({ ...centre, of: element });
    }
    const boxes = [...(inner?.getClientRects() ?? []), ...element.getClientRects()];
    for (const each of boxes.slice(0, 8)) {
      const of = inner ?? element;
      list.push({ x: each.x + each.width / 2, y: each.y + each.height / 2, of });
    }
    for (const [across, down] of [
      ...[
        [0.5, 0.5],
        [0.25, 0.5],
        [0.75, 0.5],
        [0.5, 0.25],
        [0.5, 0.75],
        [0.1, 0.1],
        [0.9, 0.9],
        [0.1, 0.9],
      ],
      [0.9, 0.1],
    ]) {
      list.push({ x: rect.x + rect.width * (across ?? 0), y: rect.y + rect.height * (down ?? 0), of: element });
    }
    for (const label of (element as Partial<HTMLInputElement>).labels ?? []) {
      const each = label.getBoundingClientRect();
      list.push({ x: each.x + each.width / 2, y: each.y + each.height / 2, of: label });
    }
    return list;
  }
  /** What means something else at each of its places. */
  const isPicture = (element: Element) => element instanceof SVGElement || element.matches('canvas,img');
  /** The middle of an area of an image map, which has no box of its own. */
  function centreOfArea(area: HTMLAreaElement): { x: number; y: number } | null {
    const name = area.closest('map')?.name ?? '';
    const image = document.querySelector(`img[usemap="#${CSS.escape(name)}"]`)?.getBoundingClientRect();
    const places = area.coords.split(',').map(Number);
    if (!image || places.length < 3) return null;
    const isRound = area.shape === 'circle' || places.length === 3;
    const corners = isRound ? places.slice(0, 2) : places;
    const middle = (along: readonly number[]) => along.reduce((sum, each) => sum + each, 0) / along.length;
    return {
      x: image.x + middle(corners.filter((_, place) => place % 2 === 0)),
      y: image.y + middle(corners.filter((_, place) => place % 2 === 1)),
    };
  }
  function aimAt(element: Element, target: DescribedElement, group: HitGroup | null): Aim {
    const box = element.getBoundingClientRect();
    const rect = { x: box.x, y: box.y, width: box.width, height: box.height };
    const all = points(element, target, group);
    const [recorded] = all;
    const isAway = recorded !== undefined && isPicture(recorded.of) && !shows(recorded.of, recorded);
    const good = all.find(({ x, y, of }) => isInView(x, y) && (holds(of, x, y) || holds(element, x, y)));
    const chosen = good ?? all[0] ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const blockedBy = good ? '' : words(kit.elementAt(chosen.x, chosen.y));
    return {
      x: chosen.x,
      y: chosen.y,
      isHit: good !== undefined,
      isInView: shows(element, chosen),
      isAway,
      blockedBy,
      box: rect,
    };
  }
  function centreOf(element: Element): Aim {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return { x, y, isHit: holds(element, x, y), isInView: isInView(x, y), isAway: false, blockedBy: '', box };
  }
  return {
    aim(name, target, group) {
      const element = kit.element(name);
      if (!element) throw new Error('There is no such element.');
      return aimAt(element, target, group);
    },
    reveal: (name) => kit.element(name)?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' }),
    bringIn(name, target, group) {
      const element = kit.element(name);
      const at = () => element && points(element, target, group)[0];
      const page = document.scrollingElement;
      for (let box = element && kit.parentOf(element); box; box = kit.parentOf(box)) {
        const place = at();
        if (!place || shows(place.of, place)) return;
        const all = new DOMRect(0, 0, innerWidth, innerHeight);
        const { x, y, width, height } = box === page ? all : box.getBoundingClientRect();
        const [left, top] = [place.x - x - width / 2, place.y - y - height / 2];
        if (Math.abs(left) > width / 2) box.scrollBy({ left, behavior: 'instant' });
        if (Math.abs(top) > height / 2) box.scrollBy({ top, behavior: 'instant' });
      }
    },
    isAt(name, x, y) {
      const element = kit.element(name);
      return element !== null && holds(element, x, y);
    },
    isInside(name, outerName) {
      const [inner, outer] = [kit.element(name), kit.element(outerName)];
      return inner !== null && outer !== null && kit.contains(outer, inner);
    },
    boxOf(name) {
      const box = kit.element(name)?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    },
    visibleAncestor(name) {
      const element = kit.element(name);
      for (let next = element && kit.parentOf(element); next && next !== document.body; next = kit.parentOf(next)) {
        if (kit.isVisible(next)) return centreOf(next);
      }
      return null;
    },
    opener(name) {
      for (let next = kit.element(name); next; next = kit.parentOf(next)) {
        const id = next.id && CSS.escape(next.id);
        const opener = id && document.querySelector(`[aria-controls~="${id}"],[aria-owns~="${id}"]`);
        if (opener && kit.isVisible(opener)) return centreOf(opener);
      }
      return null;
    },
  };
}
