import type { Step } from '../lib/episode.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { compareDeeds, type Telling } from './replay-deeds.ts';
import { failureLines } from './replay-failures.ts';
import { type Level, openTaskRecorder, type Recording, type TaskRecorder } from './replay-recorder.ts';
import { type Attempt, openStage, type Stage } from './replay-run.ts';
import { allTasks } from './tasks/all-tasks.ts';
import { isAsExpected } from './tasks/page-state.ts';
import { serveTasks, type TaskSite } from './tasks/serve-tasks.ts';
import { PERTURBATIONS, type Perturbation, perturbationsOf, type Task } from './tasks/task.ts';

/** What is tried with a recorded task: as it was, on a changed page, from an episode redacted at the default level. */
type Variation = 'plain' | 'redacted' | 'redacted banner' | Perturbation;

/** What is known of a task in one run. */
interface TaskOutcome {
  readonly task: Task;
  readonly variation: Variation;
  readonly recording: Recording;
  readonly telling: Telling;
  readonly attempt: Attempt;
}

/** Times that the person does a task without a recorder, for the determinism ceiling. */
const CEILING_RUNS = 2;

/**
 * Records each task in a browser with the extension, and does it again in a fresh one from the episode alone. By the
 * environment: `SHOWHOW_REPLAY_TASKS` names tasks or families (parts of names, with commas), `SHOWHOW_REPLAY_RUNS` how
 * often, `SHOWHOW_REPLAY_VARIATIONS` which of plain, redacted, redacted banner, banner, viewport, rows, classes, locale, ceiling.
 */
export async function measureReplay(): Promise<Measurement[]> {
  const tasks = allTasks.filter(isAskedFor);
  const variations = list('SHOWHOW_REPLAY_VARIATIONS');
  const runs = Number(process.env['SHOWHOW_REPLAY_RUNS'] ?? (variations.length === 0 ? 3 : 1));
  const isWanted = (name: string): boolean => variations.length === 0 || variations.includes(name);
  const recorder = await openTaskRecorder(tasks);
  const stage = await openStage();
  const sites = new Map<Perturbation, TaskSite>();
  for (const name of PERTURBATIONS) sites.set(name, await serveTasks(tasks, name));
  const outcomes: TaskOutcome[][] = [];
  const ceiling: boolean[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const ofRun: TaskOutcome[] = [];
      outcomes.push(ofRun);
      for (const task of tasks) {
        ofRun.push(...(await tryTask(task, { recorder, stage, sites, isWanted })));
        if (run > 0 || !isWanted('ceiling')) continue;
        for (let time = 0; time < CEILING_RUNS; time += 1) ceiling.push(await stage.perform(task, recorder.sites.open));
      }
    }
  } finally {
    await stage.close();
    await recorder.close();
    for (const site of sites.values()) await site.stop();
  }
  for (const outcome of outcomes.flat()) {
    const lines = failureLines(outcome);
    if (lines.length > 0) console.log(lines.join('\n'));
  }
  return report(tasks, outcomes, ceiling);
}

function list(name: string): string[] {
  return (process.env[name] ?? '').split(',').filter(Boolean);
}

function isAskedFor({ name, family }: Task): boolean {
  const asked = list('SHOWHOW_REPLAY_TASKS');
  return asked.length === 0 || asked.some((part) => family === part || name.includes(part));
}

interface Means {
  readonly recorder: TaskRecorder;
  readonly stage: Stage;
  readonly sites: ReadonlyMap<Perturbation, TaskSite>;
  readonly isWanted: (variation: string) => boolean;
}

async function tryTask(task: Task, { recorder, stage, sites, isWanted }: Means): Promise<TaskOutcome[]> {
  const outcomes: TaskOutcome[] = [];
  const tryFrom = async (level: Level, variations: readonly (readonly [Variation, Perturbation?])[]): Promise<void> => {
    const wanted = variations.filter(([name]) => isWanted(name));
    if (wanted.length === 0) return;
    const recording = await recordSafely(recorder, task, level);
    const telling = compareDeeds(recording.deeds, recording.episodes);
    for (const [variation, perturbation] of wanted) {
      const attempt = await stage.replay(task, recording.episodes, {
        site: (perturbation && sites.get(perturbation)) ?? recorder.sites[level],
        values: telling.values,
        ...(perturbation && { perturbation }),
      });
      outcomes.push({ task, variation, recording, telling, attempt });
    }
  };
  const perturbed = perturbationsOf(task).map((name) => [name, name] as const);
  await tryFrom('open', [['plain'], ...perturbed]);
  await tryFrom('standard', [['redacted'], ['redacted banner', 'banner']]);
  return outcomes;
}

/** A person who finds no way on is an outcome too. */
async function recordSafely(recorder: TaskRecorder, task: Task, level: Level): Promise<Recording> {
  try {
    return await recorder.record(task, level);
  } catch (error) {
    return { task, episodes: [], deeds: [], state: error instanceof Error ? error.message : `${error}` };
  }
}

function report(
  tasks: readonly Task[],
  runs: readonly (readonly TaskOutcome[])[],
  ceiling: readonly boolean[],
): Measurement[] {
  const outcomes = runs.flat();
  const of = (variation: Variation): TaskOutcome[] => outcomes.filter((outcome) => outcome.variation === variation);
  const rate = (some: readonly TaskOutcome[]): number => shareOf(some, ({ attempt }) => attempt.isRight);
  const counted = (some: readonly TaskOutcome[]): string =>
    `${percent(rate(some))} (${some.filter(({ attempt }) => attempt.isRight).length} of ${some.length})`;
  const rows: Measurement[] = [noted('tasks', `${tasks.length}, ${runs.length} runs`)];
  const plain = of('plain');
  if (ceiling.length > 0) rows.push(noted('determinism ceiling', percent(shareOf(ceiling, (isRight) => isRight))));
  if (plain.length > 0) {
    rows.push(promised('replay reaches the same end', counted(plain), '100 %', rate(plain) === 1));
    for (const family of new Set(tasks.map((task) => task.family))) {
      const some = plain.filter(({ task }) => task.family === family);
      rows.push(noted(`  ${family}`, counted(some)));
    }
    const recorded = plain.filter(({ recording, task }) => isAsExpected(task, recording.state));
    rows.push(noted('  the person reached it while recorded', percent(recorded.length / plain.length)));
    rows.push(noted('  steps reproduced', percent(stepShare(plain))));
    const invented = plain.flatMap(({ telling }) => telling.invented);
    const missed = plain.flatMap(({ telling }) => telling.missed);
    const steps = plain.reduce((sum, { recording }) => sum + recording.episodes.flatMap((one) => one.steps).length, 0);
    rows.push(
      promised('false actions', `${invented.length} of ${steps}${verbsOf(invented)}`, '0', invented.length === 0),
    );
    const deeds = plain.reduce((sum, { recording }) => sum + recording.deeds.length, 0);
    rows.push(promised('missed actions', `${missed.length} of ${deeds}`, '0', missed.length === 0));
    rows.push(noted('  found by', strategiesOf(plain)));
  }
  for (const name of [...PERTURBATIONS, 'redacted', 'redacted banner'] as const) {
    const some = of(name);
    if (some.length === 0) continue;
    const names = new Set(some.map(({ task }) => task.name));
    const base = rate(plain.filter(({ task }) => names.has(task.name)));
    const must = Number.isNaN(base) ? '≥ 95 %' : `≥ 95 % of ${percent(base)}`;
    rows.push(promised(`with ${name}`, counted(some), must, rate(some) >= 0.95 * (Number.isNaN(base) ? 1 : base)));
    rows.push(noted('  found by', strategiesOf(some)));
  }
  return rows;
}

function shareOf<T>(some: readonly T[], isOne: (one: T) => boolean): number {
  return some.filter(isOne).length / some.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function stepShare(outcomes: readonly TaskOutcome[]): number {
  const reports = outcomes.flatMap(({ attempt }) => attempt.reports);
  const sum = (part: 'reproduced' | 'total'): number => reports.reduce((total, each) => total + each[part], 0);
  return sum('reproduced') / sum('total');
}

function verbsOf(steps: readonly Step[]): string {
  const verbs = new Map<string, number>();
  for (const { action } of steps) verbs.set(action.type, (verbs.get(action.type) ?? 0) + 1);
  return verbs.size === 0 ? '' : `: ${[...verbs].map(([verb, count]) => `${count} ${verb}`).join(', ')}`;
}

/** Which of the recorded ways led to the elements, the most used first. */
function strategiesOf(outcomes: readonly TaskOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { found } of outcomes.flatMap(({ attempt }) => attempt.reports).flatMap(({ steps }) => steps))
    if (found) counts.set(found.kind, (counts.get(found.kind) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}
