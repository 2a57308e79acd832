import type { Gap, GapReason } from '../../lib/gap.ts';
import { momentOf, pageNow } from '../../page/clock.ts';
import type { Listen } from './event-hub.ts';
import type { Snapshots } from './snapshots.ts';

/** Without a sign of a person for this long, in milliseconds, the recording of a top frame or another stands by. */
const STAND_BY_MS = { top: 60_000, frame: 300_000 };
/** A page that nobody touches is looked at this long after it has loaded, in milliseconds, when it is idle. */
const SETTLED_MS = 1000;
/** Milliseconds that following mutations may take in a window of `BUDGET_WINDOW_MS`. */
const BUDGET_MS = 1000;
const BUDGET_WINDOW_MS = 5000;
/** Some frames are never told that they are idle: after this long, in milliseconds, they count as idle. */
const IDLE_AT_LAST = { timeout: 3000 };
/** A recording that was broken off waits this long, in milliseconds, unless somebody acts. */
const COOL_DOWN_MS = 10_000;

/** What may be an action: it is observed before the page handles it. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'dragover', 'beforeinput'] as const;

export interface Attention {
  /** Books time that following mutations took, in milliseconds. */
  spent(ms: number): void;
  /** Stops the recording until it is affordable again; what it misses becomes a gap. */
  breakOff(reason: GapReason): void;
  /** A sign of a person from elsewhere on the page. */
  wake(): void;
}

interface Dependencies {
  readonly listen: Listen;
  readonly snapshots: Snapshots;
  readonly addGap: (gap: Gap) => void;
  readonly hasRoom: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Decides when the recording runs: from the first sign of a person, or once the page has loaded and is idle, until
 * nobody has shown signs for a while or following the page becomes too dear. A sign begins a new stream at once, before
 * the page handles it: what is acted on has been observed.
 */
export function payAttention({ listen, snapshots, addGap, hasRoom, signal }: Dependencies): Attention {
  const standByMs = window.parent === window ? STAND_BY_MS.top : STAND_BY_MS.frame;
  let lastSign = performance.now();
  let budget = { since: lastSign, ms: 0 };
  let broken: Pick<Gap, 'reason' | 'from'> | null = null;
  let isWaking = false;
  let isSettled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(asOf?: number) {
    if (signal.aborted || snapshots.isRunning() || !document.documentElement || !hasRoom()) return;
    if (broken) addGap({ ...broken, to: pageNow(), count: 0 });
    broken = null;
    budget = { since: performance.now(), ms: 0 };
    snapshots.begin(asOf);
    standByLater();
  }
  function wake(event: Event) {
    lastSign = performance.now();
    begin(momentOf(event));
  }
  function wakeWhenIdle() {
    lastSign = performance.now();
    if (snapshots.isRunning() || isWaking) return;
    isWaking = true;
    requestIdleCallback(() => {
      isWaking = false;
      begin();
    }, IDLE_AT_LAST);
  }
  function standByLater() {
    clearTimeout(timer);
    const standBy = () => (performance.now() - lastSign < standByMs ? standByLater() : snapshots.stop());
    timer = setTimeout(standBy, lastSign + standByMs - performance.now());
  }
  function beginWhenIdle(afterMs: number) {
    const beginIfSeen = () => document.visibilityState === 'visible' && begin();
    setTimeout(() => {
      isSettled = true;
      requestIdleCallback(beginIfSeen, IDLE_AT_LAST);
    }, afterMs);
  }
  function breakOff(reason: GapReason) {
    if (!snapshots.isRunning()) return;
    snapshots.stop();
    broken = { reason, from: pageNow() };
    beginWhenIdle(COOL_DOWN_MS);
  }
  listen(SIGNS, wake, signal);
  // A pointer on its way does nothing yet: the page need not wait for us. A page that came to be under it is looked at soon.
  const wakeIfMoved = ({ movementX, movementY }: PointerEvent) => {
    if (isSettled && (movementX !== 0 || movementY !== 0)) wakeWhenIdle();
  };
  listen('pointermove', wakeIfMoved, signal);
  listen('visibilitychange', () => beginWhenIdle(0), signal);
  if (document.readyState === 'complete') beginWhenIdle(0);
  else window.addEventListener('load', () => beginWhenIdle(SETTLED_MS), { signal });

  return {
    wake: wakeWhenIdle,
    breakOff,
    spent(ms) {
      const now = performance.now();
      if (now - budget.since > BUDGET_WINDOW_MS) budget = { since: now, ms: 0 };
      budget.ms += ms;
      if (budget.ms > BUDGET_MS) breakOff('throttled');
    },
  };
}
