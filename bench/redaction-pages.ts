import { runCanaries } from '../tests/support/canary-runs.ts';
import { type Measurement, promised } from './measurement.ts';

/** Made-up documents, of three batches each, by level. */
const RUNS = { standard: 8_000, strict: 1_000, open: 1_000 } as const;

/** Random trees, attributes, encodings, changes and actions, full of canaries: how many documents let one out. */
export async function measureMadeUpPages(): Promise<Measurement[]> {
  return Object.entries(RUNS).map(([name, count]) => {
    const failed: string[] = [];
    for (let run = 0; run < count; run += 1) {
      try {
        runCanaries(run, name as keyof typeof RUNS);
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error));
      }
    }
    for (const message of failed.slice(0, 5)) console.error(message);
    return promised(`made-up documents at ${name}`, `${failed.length} of ${count} leak`, '0', failed.length === 0);
  });
}
