/** Now, on the clock of the page that events and snapshots share: milliseconds since the Unix epoch. */
export const pageNow = (): number => Math.round(performance.timeOrigin + performance.now());

/** When an event happened, on the same clock. */
export const momentOf = (event: Event): number => Math.round(performance.timeOrigin + event.timeStamp);
