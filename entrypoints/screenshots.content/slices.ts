/** Longest time without a break for the page, in milliseconds: half a frame. */
const SLICE_MS = 8;

/**
 * Does work that yields after each small step, with breaks in which the page does its own. Undefined where `goesOn` says
 * after a break that there is no sense in it any more.
 */
export async function inSlices<T>(work: Iterator<void, T>, goesOn: () => boolean): Promise<T | undefined> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await nextTask();
    if (!goesOn()) return undefined;
    until = performance.now() + SLICE_MS;
  }
}

/** The next turn, after what the page has waiting. A timer would wait for some milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
