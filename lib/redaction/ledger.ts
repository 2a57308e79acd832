import type { Channel, Ledger } from '../record.ts';

/** Counts what is withheld while one batch is redacted. */
export interface Tally {
  count(channel: Channel, rule: string): void;
  ledger(): Ledger;
}

export function createTally(): Tally {
  const entries = new Map<string, Ledger[number]>();
  return {
    count(channel, rule) {
      const key = `${channel} ${rule}`;
      const entry = entries.get(key);
      if (entry) entry.count += 1;
      else entries.set(key, { channel, rule, count: 1 });
    },
    ledger: () => [...entries.values()],
  };
}
