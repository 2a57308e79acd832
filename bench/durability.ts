import { checkRecord } from './check-record.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { runStress } from './stress.ts';

const STRESS = { lives: 11, stopsInLife: 5 };

/** What is left of a person's work after the worker was stopped and the browser killed under it, again and again. */
export async function measureDurability(): Promise<Measurement[]> {
  const outcome = await runStress(STRESS);
  const found = checkRecord(outcome);
  const { lives, stopsInLife } = STRESS;
  const none = (what: string, list: readonly unknown[], of: string): Measurement =>
    promised(what, `${list.length} of ${of}`, '0', list.length === 0);
  return [
    promised('worker stopped', `${lives * stopsInLife} times`, '≥ 50', lives * stopsInLife >= 50),
    promised('browser ended by SIGKILL', `${lives - 1} times`, '≥ 10', lives - 1 >= 10),
    none('acknowledged batches lost', found.lostRows, `${outcome.rows.length} seen on the disk`),
    noted('  of episodes without an action, not kept', `${found.rowsOfIdleEpisodes}`),
    none('duplicated steps', found.duplicatedSteps, `${found.recorded}`),
    none('clicks neither recorded nor in a gap', found.silent, `${outcome.clicks.length} true clicks`),
    noted('  in a gap', `${found.inGaps}`),
  ];
}
