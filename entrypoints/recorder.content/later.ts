/** Work that waits until the page has handled the event that is on its way now. */
export interface Later {
  /** Runs the work after the event, or when `settle` is called, whichever is first. */
  (work: () => void): void;
  /** Names work that brings to an end whatever a tracker has open. It hears whether the document is going away. */
  onSettle(work: (isLast: boolean) => void): void;
  /** Runs all of it at once: the document is going away, or another stream begins. */
  settle(isLast: boolean): void;
}

export function createLater(): Later {
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
  const settle = (isLast: boolean) => {
    runWaiting();
    for (const end of endings) end(isLast);
  };
  return Object.assign(later, { settle, onSettle: (work: (isLast: boolean) => void) => void endings.push(work) });
}
