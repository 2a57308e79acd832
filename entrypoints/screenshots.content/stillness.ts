/** Nothing may have stirred for so long before a picture is taken, in milliseconds. */
const STILL_MS = 150;
/** A page that does not come to rest, or gets no frames, is waited for no longer, in milliseconds. */
const PATIENCE_MS = 3_000;

/** What may move a page, or show something else of it, besides changes of its nodes. */
const STIRS = [
  'scroll resize pointerover visibilitychange toggle fullscreenchange animationstart transitionrun slotchange',
]
  .join(' ')
  .split(' ');

const ALL_CHANGES = { subtree: true, childList: true, attributes: true, characterData: true };

export interface Stillness {
  /** How often something has stirred so far. */
  stirs(): number;
  /** When something has stirred last, as a moment. */
  since(): number;
  /** Follows the changes below a root, too. */
  watch(root: Node): void;
  /** Waits until the page has been at rest for a while and has been drawn. False: it was not. */
  settled(): Promise<boolean>;
}

/** Notes everything that may move what is on the screen. */
export function watchStillness(signal: AbortSignal): Stillness {
  let stirs = 0;
  let lastAt = performance.now();
  const watched = new WeakSet<Node>();
  const stir = () => {
    stirs += 1;
    lastAt = performance.now();
  };
  const changes = new MutationObserver(stir);
  const watch = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    changes.observe(root, ALL_CHANGES);
  };
  for (const type of STIRS) window.addEventListener(type, stir, { capture: true, passive: true, signal });
  // Of what it loads the window hears nothing.
  document.addEventListener('load', stir, { capture: true, signal });
  for (const type of ['scroll', 'resize']) window.visualViewport?.addEventListener(type, stir, { signal });
  document.fonts.addEventListener('loading', stir, { signal });
  document.fonts.addEventListener('loadingdone', stir, { signal });
  signal.addEventListener('abort', () => changes.disconnect());
  watch(document);

  const count = () => {
    if (changes.takeRecords().length > 0) stir();
    return stirs;
  };
  return {
    stirs: count,
    since: () => Math.ceil(performance.timeOrigin + lastAt),
    watch,
    async settled() {
      const deadline = performance.now() + PATIENCE_MS;
      for (;;) {
        const before = count();
        await pause(STILL_MS - (performance.now() - lastAt));
        if (!(await nextFrame()) || !(await nextFrame()) || performance.now() > deadline) return false;
        if (count() === before) return true;
      }
    },
  };
}

/** Waits for the page to be drawn. False: it is not drawn at present. */
export function nextFrame(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(true));
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
