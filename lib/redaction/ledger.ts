import type { Channel, Ledger } from '../record.ts';

/** Counts what is withheld while one batch is redacted. */
export interface Tally {
  count(channel: Channel, rule: string): void;
  ledger(): Ledger;
}

export function createTally(): Tally {
  const ledger: Ledger = [];
  const entries = new Map<Channel, Map<string, Ledger[number]>>();
  return {
    count(channel, rule) {
      const ofChannel = entries.get(channel) ?? new Map<string, Ledger[number]>();
      const entry = ofChannel.get(rule);
      if (entry) {
        entry.count += 1;
        return;
      }
      const first = { channel, rule, count: 1 };
      ledger.push(first);
      entries.set(channel, ofChannel.set(rule, first));
    },
    ledger: () => ledger,
  };
}
