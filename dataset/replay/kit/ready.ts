import type { Kit, Ready } from './types.ts';

/** Waits for what a step needs, inside the page. Sent to the page as source. */
export function readyPart(kit: Kit): Pick<Kit, 'frame' | 'change' | 'ready'> {
  /** Longest wait for something that moves to come to rest, in ms. */
  const restless = 600;
  /** Editors look at what is selected only some time after it was, in ms: what was selected for so long they know of. */
  const known = 150;
  let selectedAt = performance.now() - known;
  document.addEventListener('selectionchange', () => (selectedAt = performance.now()));

  async function isMoving(element: Element): Promise<boolean> {
    const begun = performance.now();
    let before = element.getBoundingClientRect();
    do {
      await kit.frame();
      const now = element.getBoundingClientRect();
      const same = Math.abs(now.x - before.x) < 0.5 && Math.abs(now.y - before.y) < 0.5 && now.width === before.width;
      if (same && now.height === before.height) return false;
      before = now;
    } while (performance.now() - begun < restless);
    return true;
  }
  return {
    /** The next frame; a page in the background has none. */
    frame: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => resolve());
        setTimeout(resolve, 50);
      }),
    change: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect();
          clearTimeout(timer);
          resolve();
        };
        const observer = new MutationObserver(done);
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        const timer = setTimeout(done, ms);
      }),
    async ready({
      target,
      signs,
      paceMs,
      patienceMs,
      timeoutMs,
      mayBeHidden,
      mayMove,
      notBeforeMs,
      as,
    }): Promise<Ready> {
      kit.watch();
      const begun = performance.now();
      for (;;) {
        let found = target && kit.resolve(target, mayBeHidden);
        const missing = kit.missing(signs);
        const isVisible = !target || (found !== null && (found.isVisible || mayBeHidden));
        const wasDisabled = target?.states.includes('disabled') ?? false;
        const isEnabled = !found || wasDisabled || kit.isEnabled(found.element);
        const isThere = isVisible && isEnabled && (!found || found.resolved.isConfident);
        const elapsed = performance.now() - begun;
        const isOver = elapsed >= (isThere ? patienceMs : timeoutMs);
        // A target that is hidden may need a pointer to show it, and a doubtful one will not get better for ever.
        const lastHope = (missing.length === 0 ? paceMs : patienceMs) + 300;
        const isEnough = !isThere && found !== null && isEnabled && elapsed >= Math.min(lastHope, timeoutMs);
        const isAsHit = !target || !found || kit.isAsHit(found.element, target);
        const isResting = (!signs.isChanging || !kit.isRestless()) && performance.now() - selectedAt >= known;
        const isSettled = elapsed >= notBeforeMs && (elapsed >= paceMs || (isResting && isAsHit));
        if ((isThere && missing.length === 0 && isSettled) || isOver || isEnough) {
          if (target && !mayBeHidden && (await kit.seek(target, found?.element ?? null)))
            found = kit.resolve(target, mayBeHidden);
          kit.kept[as] = found && target ? { element: found.element, target } : undefined;
          const isSeen = isVisible || found?.isVisible === true;
          const mayWait = found !== null && isSeen && !mayBeHidden;
          const moves = found !== null && mayWait && (mayMove || (await isMoving(found.element)));
          kit.forgetSeen();
          return {
            found: found?.resolved ?? null,
            isVisible: isSeen,
            isEnabled,
            isMoving: moves,
            missing,
            ms: elapsed,
          };
        }
        await kit.change(40);
      }
    },
  };
}
