import type { Selector } from '../../../lib/element.ts';
import type { Kit } from './types.ts';

/** Looks for what a list has not drawn, because it is scrolled elsewhere. Sent to the page as source. */
export function seekPart(kit: Kit): Pick<Kit, 'seek'> {
  /** What says who an element is, wherever it is. */
  const naming = new Set<Selector['kind']>(['testid', 'id', 'label', 'role', 'attribute', 'text', 'row']);
  /** How long a list may take to draw or to fetch what its end shows, in ms. */
  const endMs = 300;
  const mostScreens = 300;

  function scrolls(box: Element): boolean {
    const isBox = box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY);
    return isBox && box.scrollHeight > box.clientHeight + 1;
  }
  function boxesAround(start: Element): Element[] {
    const boxes: Element[] = [];
    for (let next = kit.parentOf(start); next; next = kit.parentOf(next)) if (scrolls(next)) boxes.push(next);
    return boxes;
  }
  const boxesIn = (root: ParentNode) =>
    [...root.querySelectorAll('*')].filter((box) => scrolls(box) && kit.isVisible(box));
  /** Shows the box from the top to the end, as far as it draws something new meanwhile. */
  async function look(box: Element, isThere: () => boolean): Promise<boolean> {
    const start = box.scrollTop;
    let drawings = 0;
    const observer = new MutationObserver(() => (drawings += 1));
    observer.observe(box, { subtree: true, childList: true, characterData: true });
    const show = async (top: number) => {
      const before = drawings;
      box.scrollTo({ top, behavior: 'instant' });
      await kit.frame();
      // Frameworks draw a turn later.
      if (drawings === before) await kit.frame();
    };
    const isAtEnd = () => box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
    const begun = performance.now();
    box.scrollTo({ top: box.scrollHeight, behavior: 'instant' });
    while (drawings === 0 && performance.now() - begun < endMs) await kit.frame();
    for (let screen = 0; drawings > 0 && screen < mostScreens && !isThere(); screen += 1) {
      await show(screen * box.clientHeight);
      if (!isAtEnd() || isThere()) continue;
      await kit.change(endMs);
      if (isAtEnd()) break;
    }
    observer.disconnect();
    const isFound = isThere();
    if (!isFound) box.scrollTo({ top: start, behavior: 'instant' });
    return isFound;
  }
  return {
    async seek(target, near) {
      const names = target.selectors.filter(
        ({ kind, matches, nth }) => naming.has(kind) && matches === 1 && nth === undefined,
      );
      const root = kit.rootFor(target.shadowPath);
      const roots = root ? [root] : kit.roots();
      const isThere = () =>
        names.some((selector) => roots.some((each) => kit.candidates(selector, target, each).length > 0));
      if (names.length === 0 || isThere()) return false;
      for (const box of near ? boxesAround(near) : roots.flatMap(boxesIn)) if (await look(box, isThere)) return true;
      return false;
    },
  };
}
