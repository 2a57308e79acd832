import type { Tally } from './ledger.ts';

/** Work that may fail without taking the rest along. */
export interface Attempts {
  /** What the work gives, or nothing when it fails. */
  attempt<T>(work: () => T): T | undefined;
  /** Counts something that is left out by a rule. */
  withhold(rule: string): void;
  /** How much failed. */
  failures(): number;
}

export function createAttempts(tally: Tally): Attempts {
  let failures = 0;
  return {
    failures: () => failures,
    withhold: (rule) => tally.count('other', rule),
    attempt(work) {
      try {
        return work();
      } catch {
        // What went wrong may quote the page: it is counted and not reported.
        failures += 1;
        tally.count('other', 'failed');
        return undefined;
      }
    },
  };
}
