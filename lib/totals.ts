import type { RecorderCost } from './capture.ts';
import type { Gap } from './gap.ts';
import type { Ledger } from './record.ts';

/** Sorts by time. */
export function byMoment(a: { readonly at: number }, b: { readonly at: number }): number {
  return a.at - b.at;
}

/** The gaps in order of time, each once. */
export function uniqueGaps(gaps: readonly Gap[]): Gap[] {
  const byContent = new Map(gaps.map((gap) => [`${gap.reason} ${gap.from} ${gap.to} ${gap.count}`, gap]));
  return [...byContent.values()].sort((a, b) => a.from - b.from || a.reason.localeCompare(b.reason));
}

/** One ledger of many: a count for each channel and rule. */
export function sumLedgers(ledgers: readonly Ledger[]): Ledger {
  const sums = new Map<string, Ledger[number]>();
  for (const { channel, rule, count } of ledgers.flat()) {
    const key = `${channel} ${rule}`;
    sums.set(key, { channel, rule, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.keys()].sort().flatMap((key) => sums.get(key) ?? []);
}

/** What recording cost in all. */
export function sumCosts(costs: readonly RecorderCost[]): RecorderCost {
  return costs.reduce(
    (sum, cost) => ({
      handlerMs: sum.handlerMs + cost.handlerMs,
      snapshotMs: sum.snapshotMs + cost.snapshotMs,
      events: sum.events + cost.events,
    }),
    { handlerMs: 0, snapshotMs: 0, events: 0 },
  );
}
