import { checkRecord, type StressOutcome } from './check-record.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import type { TrueClick } from './numbered-page.ts';
import { runStress } from './stress.ts';

const STRESS = { lives: 11, stopsInLife: 5 };
/** What is further from a click than this has nothing to do with it, in ms. */
const NEAR_MS = 3_000;

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
    ...found.silent.map((click) => noted(`  ${click.number}`, whereabouts(click, outcome))),
    noted('  in a gap', `${found.inGaps}`),
  ];
}

/** What is known of the time around a click of which nothing is: where to look for the fault. */
function whereabouts({ at }: TrueClick, { clicks, kills, arrived }: StressOutcome): string {
  const gaps = arrived.flatMap(({ episode, manifest }) => [...episode.gaps, ...manifest.gaps]);
  const moments = [
    ...clicks.map((click): [string, number] => [`click ${click.number}`, click.at]),
    ...kills.map((kill): [string, number] => ['SIGKILL', kill]),
    ...arrived.flatMap(({ episode }) => episode.steps.map((step): [string, number] => [step.action.type, step.at])),
    ...gaps.flatMap(({ reason, from, to }): [string, number][] => [
      [`${reason} from`, from],
      ...(to === null ? [] : [[`${reason} to`, to] as [string, number]]),
    ]),
  ];
  const near = moments.filter(([, moment]) => Math.abs(moment - at) < NEAR_MS && moment !== at);
  return near
    .toSorted(([, one], [, other]) => one - other)
    .map(([what, moment]) => `${what} ${Math.round(moment - at)} ms`)
    .join(', ');
}
