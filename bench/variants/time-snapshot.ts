/** `EventType.FullSnapshot` of rrweb. */
const FULL_SNAPSHOT = 2;

/**
 * Once the page has loaded and rests: times `start`, which must emit a full snapshot before it returns, and leaves the
 * result on the root element: the only place that the page's world and this one share.
 */
export function timeSnapshot(start: (emit: (event: { type: number }) => void) => void): void {
  addEventListener('load', () => {
    setTimeout(() => {
      let hasSnapshot = false;
      const before = performance.now();
      start(({ type }) => {
        hasSnapshot ||= type === FULL_SNAPSHOT;
      });
      const ms = performance.now() - before;
      document.documentElement.dataset['snapshot'] = hasSnapshot ? String(ms) : 'none';
    }, REST_MS);
  });
}

/** The page's own layout and paint are over after this long. */
const REST_MS = 100;
