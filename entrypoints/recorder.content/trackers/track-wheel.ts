import { momentOf } from '../../../page/clock.ts';
import { hitNode } from '../event-hub.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import type { Described, Observation } from '../observing.ts';
import { distanceBetween } from '../paths.ts';
import type { Tools } from './tools.ts';

/** The wheel has come to rest after this long without a turn, in milliseconds. */
const REST_MS = 400;

/** A pointer that moved less, in CSS pixels, is where it was. */
const MAX_TREMOR = 3;

interface Turning {
  readonly hit: Element;
  readonly first: WheelEvent;
  readonly observation: Observation;
  readonly by: { x: number; y: number };
  turns: number;
  lastAt: number;
  /** Known once the page has taken the wheel. */
  target: Described | null;
  /** True once the browser has made something of it: it scrolled, or counted. */
  isUsed: boolean;
}

/** The wheel where a page makes something else of it than scrolling. */
export function trackWheel({ listen, signal, observer, later }: Tools): void {
  let turning: Turning | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(event: WheelEvent): Turning | null {
    const hit = hitNode(event);
    if (!hit) return null;
    const observation = observer.observe(event);
    const fresh = { by: { x: 0, y: 0 }, turns: 0, lastAt: observation.at, target: null, isUsed: false };
    return { hit, first: event, observation, ...fresh };
  }
  const take = (taken: Turning) => (taken.target ??= observer.describe(meantElement(taken.hit), taken.first));
  function end() {
    clearTimeout(timer);
    const done = turning;
    turning = null;
    if (!done) return;
    const { observation, by, turns, first, isUsed } = done;
    // Pages that only listen do not say so; but then nothing scrolls and something changes.
    if (!isUsed && observer.place().events > observation.position.events) take(done);
    const { target } = done;
    if (target) observer.act({ ...observation, target }, { type: 'wheel', by, turns, modifiers: modifiersOf(first) });
  }
  listen(
    'wheel',
    (event) => {
      const at = momentOf(event);
      if (turning && (at - turning.lastAt > REST_MS || isElsewhere(turning.first, event))) end();
      turning ??= begin(event);
      if (!turning) return;
      const current = turning;
      current.by.x += Math.round(event.deltaX);
      current.by.y += Math.round(event.deltaY);
      current.turns += 1;
      current.lastAt = at;
      if (!current.target) later(() => event.defaultPrevented && take(current));
      clearTimeout(timer);
      timer = setTimeout(end, REST_MS);
    },
    signal,
  );
  listen(['scroll', 'input'], () => turning && (turning.isUsed = true), signal);
  listen(['pointerdown', 'keydown'], end, signal);
  later.onSettle(end);
}

const isElsewhere = (one: WheelEvent, other: WheelEvent): boolean =>
  distanceBetween(one, other) > MAX_TREMOR || one.ctrlKey !== other.ctrlKey;
