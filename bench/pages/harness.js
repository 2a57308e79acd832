/**
 * Times the steps of a page as a person feels them: the script, its layout, and all that follows before the next task after
 * the frame. Waiting for the frame itself is not counted. Begins once somebody moves the pointer. The page's total is in `window.total`, in ms.
 */
export function measure(steps) {
  window.total = steps.reduce(
    async (sum, step) => (await sum) + (await time(step)),
    new Promise((resolve) => addEventListener('pointermove', () => setTimeout(resolve, 100, 0), { once: true })),
  );
}

function time(step) {
  return new Promise((resolve) => {
    let ms = 0;
    let afterStep = 0;
    requestAnimationFrame(() => {
      const before = performance.now();
      step();
      document.body.getBoundingClientRect();
      afterStep = performance.now();
      ms += afterStep - before;
    });
    requestAnimationFrame(() => {
      setTimeout(() => {
        document.body.getBoundingClientRect();
        ms += performance.now() - afterStep;
        setTimeout(resolve, 0, ms);
      });
    });
  });
}

/** The same pseudo-random numbers in each run (mulberry32), so that each variant does the same work. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const repeat = (times, step) => Array.from({ length: times }, (_, index) => () => step(index));

/** An element with attributes and children; strings become text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
