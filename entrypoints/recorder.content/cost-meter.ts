import type { RecorderCost } from '../../lib/capture.ts';

/** Adds up what recording costs the page, for the batch that goes out next. */
export interface CostMeter {
  /** Runs something of the recorder's and books its time. */
  measure<T>(kind: 'handlerMs' | 'snapshotMs', work: () => T): T;
  /** What was spent since the last call. */
  take(): RecorderCost;
}

export function createCostMeter(): CostMeter {
  let cost: RecorderCost = { handlerMs: 0, snapshotMs: 0, events: 0 };
  /** Time already booked by work inside the work that runs: nobody pays twice. */
  let inner = 0;
  return {
    measure(kind, work) {
      const begin = performance.now();
      const outside = inner;
      inner = 0;
      try {
        return work();
      } finally {
        const spent = performance.now() - begin;
        cost[kind] += Math.max(0, spent - inner);
        cost.events += 1;
        inner = outside + spent;
      }
    },
    take() {
      const taken = { ...cost, handlerMs: round(cost.handlerMs), snapshotMs: round(cost.snapshotMs) };
      cost = { handlerMs: 0, snapshotMs: 0, events: 0 };
      return taken;
    },
  };
}

/** Hundredths of a millisecond: browsers do not tell more. */
const round = (ms: number): number => Math.round(ms * 100) / 100;
