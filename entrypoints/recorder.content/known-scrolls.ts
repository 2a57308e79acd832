import type { Listen } from './event-hub.ts';

/** Elements that have scrolled since the document began. */
const scrolled = new WeakSet<Node>();
let hasSeenAll = false;

/** Notes what scrolls. Call it as soon as the script runs: later than the document began it cannot know. */
export function noteScrolls(listen: Listen, signal: AbortSignal): void {
  hasSeenAll = document.readyState === 'loading';
  listen('scroll', (event) => scrolled.add(event.target === document ? root() : (event.target as Node)), signal);
}

const root = (): Element => document.scrollingElement ?? document.documentElement;

/**
 * rrweb asks every element how far it has scrolled, which makes the browser lay out the page and is most of the cost of
 * a snapshot. For the time of `work` those that never scrolled answer without the browser. Inside shadow roots, whose
 * scrolling is not heard outside, the browser is asked as ever.
 */
export function withKnownScrolls(work: () => void): void {
  if (!hasSeenAll) return work();
  const names = ['scrollLeft', 'scrollTop'] as const;
  const own = names.map((name) => [name, Object.getOwnPropertyDescriptor(Element.prototype, name)] as const);
  for (const [name, property] of own) {
    const real = property?.get;
    const get = function (this: Element): unknown {
      return scrolled.has(this) || this.getRootNode() !== document ? real?.call(this) : 0;
    };
    Object.defineProperty(Element.prototype, name, { configurable: true, get });
  }
  try {
    work();
  } finally {
    for (const [name, property] of own) if (property) Object.defineProperty(Element.prototype, name, property);
  }
}
