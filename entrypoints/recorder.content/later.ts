import type { Listen } from './event-hub.ts';

/** Work that waits until the page has handled the event that is on its way now. */
export interface Later {
  /** Runs the work after the event, before the next, or when `settle` is called, whichever is first. */
  (work: () => void): void;
  /** Names work that brings to an end whatever a tracker has open. It hears whether the document is going away. */
  onSettle(work: (isLast: boolean) => void): void;
  /** Runs all of it at once: the document is going away, or another stream begins. */
  settle(isLast: boolean): void;
}

export function createLater(listen: Listen, signal: AbortSignal): Later {
  const endings: ((isLast: boolean) => void)[] = [];
  let waiting: (() => void)[] = [];
  const runWaiting = () => {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  };
  const later = (work: () => void) => {
    if (waiting.length === 0) setTimeout(runWaiting);
    waiting.push(work);
  };
  // A page that was busy hears of all that was done meanwhile before any timer runs.
  listen(['pointerdown', 'pointerup', 'keydown', 'keyup', 'wheel'], runWaiting, signal);
  const settle = (isLast: boolean) => {
    runWaiting();
    for (const end of endings) end(isLast);
  };
  return Object.assign(later, { settle, onSettle: (work: (isLast: boolean) => void) => void endings.push(work) });
}
