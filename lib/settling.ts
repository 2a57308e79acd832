/** A page is quiet when nothing has changed for this long, in ms, */
const QUIET_MS = 1_000;

/** or no element has come or gone for this long: what only changes texts meanwhile is a clock. */
const STILL_MS = 3_000;

/** or nothing that tells of an answer has been there for this long. */
const SILENT_MS = 10_000;

/** A change, as far as it matters for whether a page is quiet. */
export interface Point {
  readonly at: number;
  readonly isStructural: boolean;
  readonly tellings: readonly unknown[];
}

/** Time from `until` until a page was quiet, in ms, rounded to 100. */
export function settledAfter(until: number, points: readonly Point[]): number {
  let last = until;
  for (const { at, isStructural, tellings } of points.toSorted((a, b) => a.at - b.at)) {
    const patience = tellings.length > 0 ? SILENT_MS : isStructural ? STILL_MS : QUIET_MS;
    if (at > last && at - last <= patience) last = at;
  }
  return Math.round((last - until) / 100) * 100;
}
