import type { Measurement } from './measurement.ts';
import { measureRedactionCost } from './redaction-cost.ts';
import { measureDetectors } from './redaction-detectors.ts';
import { measureMadeUpPages } from './redaction-pages.ts';

/** What redaction finds, lets out and costs: all that needs no browser. `redaction-apps` says what it leaves. */
export async function measureRedaction(): Promise<Measurement[]> {
  return [...(await measureRedactionCost()), ...(await measureDetectors()), ...(await measureMadeUpPages())];
}
