import type { Step } from './episode.ts';
import { spanOf } from './join-records.ts';
import type { BrowserRecord, CaptureRecord, DatedLedger, ScreenshotRecord } from './record.ts';
import { sumLedgers } from './totals.ts';

type Telling = CaptureRecord | BrowserRecord | ScreenshotRecord;

/** Adds to each step what was withheld since it began; to the first also what was withheld before. */
export function withLedgers(steps: readonly Omit<Step, 'ledger'>[], records: readonly Telling[]): Step[] {
  const ledgers = steps.map((): DatedLedger => []);
  for (const record of records)
    for (const entry of record.ledger) {
      const at = 'at' in entry && entry.at !== undefined ? entry.at : beginningOf(record);
      const place = steps.findLastIndex((step) => step.at <= at);
      ledgers[Math.max(place, 0)]?.push(entry);
    }
  return steps.map((step, place) => ({ ...step, ledger: sumLedgers([ledgers[place] ?? []]) }));
}

function beginningOf(record: Telling): number {
  if (record.kind === 'screenshot') return record.at;
  return spanOf({ events: [], ...record })?.from ?? 0;
}
