/** Now, on the clock that everything in a page shares: milliseconds since the Unix epoch. */
export const pageNow = (): number => Math.round(performance.timeOrigin + performance.now());

/** When an event happened, on the same clock. */
export const momentOf = (event: Event): number => Math.round(performance.timeOrigin + event.timeStamp);
