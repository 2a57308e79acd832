import type { PageState } from '../../lib/action.ts';

/** What the page looks like now, besides its place in the rrweb stream. */
export function pageState(nodeIdOf: (node: Node | null) => number | null): PageState {
  return {
    url: location.href,
    title: document.title,
    viewport: { width: innerWidth, height: innerHeight, devicePixelRatio },
    scroll: { x: scrollX, y: scrollY },
    focus: nodeIdOf(focusedElement()),
  };
}

/** The element that has the focus, inside shadow roots too. Null: none. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === document.body ? null : focused;
}
