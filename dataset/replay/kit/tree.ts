import type { Kit } from './types.ts';

type Part = Pick<
  Kit,
  | 'fold'
  | 'matches'
  | 'parentOf'
  | 'contains'
  | 'shadowOf'
  | 'roots'
  | 'rootFor'
  | 'focused'
  | 'isVisible'
  | 'isEnabled'
  | 'elementAt'
>;

/** Where elements are, through shadow roots. Sent to the page as source: it can name nothing outside itself. */
export function treePart(kit: Kit): Part {
  const closed: WeakMap<Element, ShadowRoot> | undefined = Reflect.get(window, Symbol.for('showhow.closedRoots'));
  const patterns = new Map<string, RegExp>();
  const withheld = /⟦[^⟦⟧]*⟧/u;

  function patternOf(wanted: string): RegExp {
    const known = patterns.get(wanted);
    if (known) return known;
    const parts = wanted.split(new RegExp(withheld, 'gu')).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'u');
    patterns.set(wanted, pattern);
    return pattern;
  }
  function inner(root: Document | ShadowRoot, x: number, y: number): Element | null {
    const hit = root.elementFromPoint(x, y);
    const shadow = hit && kit.shadowOf(hit);
    return (shadow && hit.getRootNode() === root && shadow !== root && inner(shadow, x, y)) || hit;
  }
  const isEditor = (element: Element) => element instanceof HTMLElement && element.isContentEditable;
  return {
    fold: (text) => text.replace(/\s+/g, ' ').trim(),
    matches: (wanted, text) => wanted === text || (withheld.test(wanted) && patternOf(wanted).test(text)),
    parentOf(element) {
      if (element.parentElement) return element.parentElement;
      const root = element.getRootNode();
      return root instanceof ShadowRoot ? root.host : null;
    },
    contains(outer, innerElement) {
      for (let next: Element | null = innerElement; next; next = kit.parentOf(next)) if (next === outer) return true;
      return false;
    },
    shadowOf: (element) => element.shadowRoot ?? closed?.get(element) ?? null,
    roots() {
      const found: (Document | ShadowRoot)[] = [document];
      for (const root of found) {
        for (const element of root.querySelectorAll('*')) {
          const shadow = kit.shadowOf(element);
          if (shadow) found.push(shadow);
        }
      }
      return found;
    },
    rootFor(shadowPath) {
      let root: Document | ShadowRoot = document;
      for (const css of shadowPath) {
        const inside: ShadowRoot[] = [...root.querySelectorAll(css)].flatMap((host) => kit.shadowOf(host) ?? []);
        if (!inside[0]) return null;
        root = inside[0];
      }
      return root;
    },
    focused() {
      let element = document.activeElement;
      for (;;) {
        const deeper: Element | null = (element && kit.shadowOf(element)?.activeElement) ?? null;
        // The body has the focus where nothing has it, or where all of a page is an editor.
        if (!deeper) return element === document.body && !(isEditor(element) && document.hasFocus()) ? null : element;
        element = deeper;
      }
    },
    isVisible(element) {
      const style = getComputedStyle(element);
      if (style.visibility !== 'visible') return false;
      if (element instanceof HTMLOptionElement || element instanceof HTMLAreaElement) return true;
      if (style.display === 'contents') return [...element.children].some((child) => kit.isVisible(child));
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) return true;
      // A line of a drawing has no width or no height, and is seen.
      if (element instanceof SVGElement) return width > 0 || height > 0;
      return [...element.getClientRects()].some((rect) => rect.width > 0 && rect.height > 0);
    },
    isEnabled: (element) =>
      !element.matches(':disabled') &&
      element.closest('[aria-disabled="true"]') !== element &&
      !element.closest('[inert]'),
    elementAt: (x, y) => inner(document, x, y),
  };
}
