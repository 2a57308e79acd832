import type { Point } from '../../../lib/units.ts';
import { momentOf, pageNow } from '../../../page/clock.ts';
import { hitNode } from '../event-hub.ts';
import { isTextEntry } from '../fields.ts';
import type { Aim, Observation } from '../observing.ts';
import type { Tools } from './tools.ts';

/** A scroll this soon after a wheel, touch or key, in milliseconds, is a person's. */
const CAUSED_MS = 400;
/** A scroll has ended after this long without another, in milliseconds. */
const END_MS = 400;

const SCROLL_KEYS = /^(Arrow|Page|Home|End| $)/;

/** What somebody did that scrolls. */
interface Cause {
  readonly type: string;
  readonly observation: Observation;
}

interface Scrolling {
  readonly scroller: Element;
  readonly from: Point;
  readonly cause: Cause;
  readonly target: Aim['target'] | null;
}

/** Scrolling by wheel, touch, scroll bar or key; never what a script scrolls. One action for as long as it goes on. */
export function trackScroll({ listen, signal, observer, gestures, later }: Tools): void {
  let cause: Cause | null = null;
  let causedAt = 0;
  let scrolling: Scrolling | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where everything that scrolls was last: when a wheel event arrives, its scrolling may be done already. */
  const positions = new WeakMap<Element, Point>();
  // Asking where the page is makes the browser lay it out. One that is only starting is at its top.
  if (document.readyState !== 'loading') {
    requestIdleCallback(() => {
      const root = document.scrollingElement;
      if (root && !positions.has(root)) positions.set(root, positionOf(root));
    });
  }

  function causedBy(event: Event) {
    const isNear = momentOf(event) - causedAt < CAUSED_MS;
    // Until a frame has been drawn after it: a busy page hears late of what was scrolled.
    causedAt = Number.POSITIVE_INFINITY;
    requestAnimationFrame(() => (causedAt = pageNow()));
    // A wheel and a touch come in rows, of which the first begins the gesture; presses do not.
    if (cause?.type === event.type && !/down/.test(event.type) && isNear) return;
    // What a press or a key has made a page scroll is not what a wheel scrolls from there, nor the other way round.
    commit();
    cause = { type: event.type, observation: observer.observe(event) };
  }
  function commit() {
    clearTimeout(timer);
    if (!scrolling) return;
    const { scroller, from, target, cause: by } = scrolling;
    scrolling = null;
    // What came since may scroll something else.
    if (cause === by) cause = null;
    const to = positionOf(scroller);
    const way = { x: to.x - from.x, y: to.y - from.y };
    if (way.x !== 0 || way.y !== 0) observer.act({ ...by.observation, target }, { type: 'scroll', by: way, to });
  }
  function scrolled(event: Event) {
    const scroller = event.target === document ? document.scrollingElement : hitNode(event);
    // Browsers scroll the text of a field by themselves, and back when it is left.
    if (!scroller || scroller instanceof HTMLInputElement) return;
    const from = positions.get(scroller) ?? { x: 0, y: 0 };
    positions.set(scroller, positionOf(scroller));
    // A pointer scrolls as long as it holds the scroll bar; what comes after is the page's.
    const isCaused = cause?.type === 'pointerdown' ? gestures.isPressed() : momentOf(event) - causedAt < CAUSED_MS;
    if (scrolling?.scroller !== scroller) {
      if (!isCaused || !cause) return;
      const by = cause;
      commit();
      const target = scroller === document.scrollingElement ? null : observer.describe(scroller);
      scrolling = { scroller, from, cause: by, target };
    }
    clearTimeout(timer);
    timer = setTimeout(commit, END_MS);
  }
  listen(['wheel', 'touchmove'], causedBy, signal);
  const scrolls = (event: KeyboardEvent) => SCROLL_KEYS.test(event.key) && !isTextEntry(hitNode(event));
  listen('keydown', (event) => scrolls(event) && causedBy(event), signal);
  listen(
    'pointerdown',
    (event) => {
      // What a script has scrolled to before the press is told of after it.
      for (const scroller of scrollersAround(event)) positions.set(scroller, positionOf(scroller));
      causedBy(event);
    },
    signal,
  );
  listen('scroll', scrolled, signal);
  later.onSettle(commit);
}

/** What may scroll where a pointer is, as far as it has a position: none is 0. */
const scrollersAround = (event: Event): Element[] =>
  event
    .composedPath()
    .filter((node): node is Element => node instanceof Element && (node.scrollTop !== 0 || node.scrollLeft !== 0));

const positionOf = (element: Element): Point => ({ x: element.scrollLeft, y: element.scrollTop });
