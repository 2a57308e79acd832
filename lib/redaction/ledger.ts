import type { Channel, DatedLedger } from '../record.ts';

/** Counts what is withheld while one batch is redacted. */
export interface Tally {
  /** What is counted from now on is of the time since an action of the batch. Undefined: of the time before the first. */
  since(at: number | undefined): void;
  count(channel: Channel, rule: string): void;
  ledger(): DatedLedger;
}

type Entries = Map<Channel, Map<string, DatedLedger[number]>>;

export function createTally(): Tally {
  const ledger: DatedLedger = [];
  const bySince = new Map<number | undefined, Entries>();
  let since: number | undefined;
  let entries = entriesSince(undefined);

  function entriesSince(at: number | undefined): Entries {
    const known = bySince.get(at) ?? new Map<Channel, Map<string, DatedLedger[number]>>();
    bySince.set(at, known);
    return known;
  }

  return {
    since(at) {
      since = at;
      entries = entriesSince(at);
    },
    count(channel, rule) {
      const ofChannel = entries.get(channel) ?? new Map<string, DatedLedger[number]>();
      const entry = ofChannel.get(rule);
      if (entry) {
        entry.count += 1;
        return;
      }
      const first = { channel, rule, count: 1, ...(since !== undefined && { at: since }) };
      ledger.push(first);
      entries.set(channel, ofChannel.set(rule, first));
    },
    ledger: () => ledger,
  };
}
