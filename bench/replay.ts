import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { patternOf } from '../dataset/replay/values.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import type { Alignment } from './replay-alignment.ts';
import { compareDeeds, learnFrom, type Telling, type ToldStep } from './replay-deeds.ts';
import { failureLines } from './replay-failures.ts';
import { type Level, openTaskRecorder, type Recording, type TaskRecorder } from './replay-recorder.ts';
import { type Attempt, openStage, type Stage } from './replay-run.ts';
import { strategyRows } from './replay-strategies.ts';
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
  readonly alignment?: Alignment;
}

/** How a task went when the person did it once more without a recorder. */
interface Performance {
  readonly task: Task;
  readonly isRight: boolean;
}

/** Times that the person does a task without a recorder, for the determinism ceiling. */
const CEILING_RUNS = 2;

/**
 * Records each task in a browser with the extension, and does it again in a fresh one from the episode alone. By the
 * environment: `SHOWHOW_REPLAY_TASKS` names tasks or families (parts of names, with commas), `SHOWHOW_REPLAY_RUNS` says how
 * often, `SHOWHOW_REPLAY_SECONDS` after which time no further task is begun, `SHOWHOW_REPLAY_VARIATIONS` which of plain,
 * redacted, redacted banner, banner, viewport, rows, classes, locale, ceiling, alignment, `SHOWHOW_REPLAY_KEEP` where to put
 * the episodes of tasks that failed.
 */
export async function measureReplay(): Promise<Measurement[]> {
  const tasks = allTasks.filter(isAskedFor);
  const variations = list('SHOWHOW_REPLAY_VARIATIONS');
  const runs = Number(process.env['SHOWHOW_REPLAY_RUNS'] ?? (variations.length === 0 ? 3 : 1));
  const seconds = Number(process.env['SHOWHOW_REPLAY_SECONDS'] ?? Number.POSITIVE_INFINITY);
  const until = Date.now() + seconds * 1000;
  const isWanted = (name: string): boolean => variations.length === 0 || variations.includes(name);
  const recorder = await openTaskRecorder(tasks);
  const stage = await openStage();
  const sites = new Map<Perturbation, TaskSite>();
  for (const name of PERTURBATIONS) sites.set(name, await serveTasks(tasks, name));
  const outcomes: TaskOutcome[][] = [];
  const ceiling: Performance[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const ofRun: TaskOutcome[] = [];
      outcomes.push(ofRun);
      const replayAll = async (recorded: readonly Recorded[]): Promise<void> => {
        for (const each of recorded) ofRun.push(...(await replayRecording(each, { stage, sites, recorder })));
      };
      // While one task is replayed, the next is recorded.
      let recorded: readonly Recorded[] = [];
      for (const task of tasks) {
        if (Date.now() > until) break;
        [recorded] = await Promise.all([recordTask(task, recorder, isWanted), replayAll(recorded)]);
      }
      await replayAll(recorded);
    }
    if (isWanted('ceiling'))
      for (const task of tasks)
        for (let time = 0; time < CEILING_RUNS && Date.now() < until; time += 1)
          ceiling.push({ task, isRight: await stage.perform(task, recorder.sites.open) });
  } finally {
    await stage.close();
    await recorder.close();
    for (const site of sites.values()) await site.stop();
  }
  const begun = tasks.filter((task) => [...outcomes.flat(), ...ceiling].some((each) => each.task === task));
  return report(begun, outcomes, ceiling);
}

function list(name: string): string[] {
  return (process.env[name] ?? '').split(',').filter(Boolean);
}

function isAskedFor({ name, family }: Task): boolean {
  const asked = list('SHOWHOW_REPLAY_TASKS');
  return asked.length === 0 || asked.some((part) => family === part || name.includes(part));
}

/** A recording, and what is to be tried with it. */
interface Recorded {
  readonly recording: Recording;
  readonly level: Level;
  readonly variations: readonly (readonly [Variation, Perturbation?])[];
  readonly isAligned: boolean;
}

async function recordTask(
  task: Task,
  recorder: TaskRecorder,
  isWanted: (name: string) => boolean,
): Promise<readonly Recorded[]> {
  const perturbed = perturbationsOf(task).map((name) => [name, name] as const);
  const plans = [
    { level: 'open', variations: [['plain'], ...perturbed] },
    { level: 'standard', variations: [['redacted'], ['redacted banner', 'banner']] },
  ] as const;
  const recorded: Recorded[] = [];
  for (const { level, variations } of plans) {
    const wanted = variations.filter(([name]) => isWanted(name));
    if (wanted.length === 0) continue;
    const recording = await recordSafely(recorder, task, level);
    recorded.push({ recording, level, variations: wanted, isAligned: level === 'open' && isWanted('alignment') });
  }
  return recorded;
}

interface Means {
  readonly recorder: TaskRecorder;
  readonly stage: Stage;
  readonly sites: ReadonlyMap<Perturbation, TaskSite>;
}

async function replayRecording(
  { recording, level, variations, isAligned }: Recorded,
  { recorder, stage, sites }: Means,
): Promise<TaskOutcome[]> {
  const { task, deeds, episodes } = recording;
  const telling = compareDeeds(deeds, episodes);
  const outcomes: TaskOutcome[] = [];
  for (const [variation, perturbation] of variations) {
    const attempt = await stage.replay(task, episodes, {
      site: (perturbation && sites.get(perturbation)) ?? recorder.sites[level],
      values: withPath(task, episodes, telling.values),
      ...(perturbation && { perturbation }),
    });
    const alignment = isAligned && variation === 'plain' ? await stage.align(episodes) : undefined;
    outcomes.push({ task, variation, recording, telling, attempt, ...(alignment && { alignment }) });
  }
  const failures = outcomes.flatMap(failureLines);
  for (const line of failures) console.log(line);
  if (failures.length > 0) await keep(task, level, episodes);
  const replayed = outcomes.flatMap(({ attempt }) => attempt.reports).reduce((sum, { ms }) => sum + ms, 0);
  console.error(`  ${task.name}: recorded in ${recording.ms} ms, replayed in ${replayed} ms`);
  return outcomes;
}

/** Keeps the episodes of what failed, if a folder is named for them: to look at. */
async function keep({ name }: Task, level: Level, episodes: Recording['episodes']): Promise<void> {
  const folder = process.env['SHOWHOW_REPLAY_KEEP'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${level}-${Date.now()}.jsonl`);
  await writeFile(path, episodes.map((episode) => `${JSON.stringify(episode)}\n`).join(''));
}

/** Whoever does a task again knows the address of its page. */
function withPath(task: Task, episodes: Recording['episodes'], told: Telling['values']): Map<string, string> {
  const values = new Map(told);
  for (const { action } of episodes.flatMap(({ steps }) => steps)) {
    if (!('url' in action) || !URL.canParse(action.url)) continue;
    const [, name = '', file = ''] = decodeURI(new URL(action.url).pathname).split('/');
    learnFrom(name, task.name, values);
    const pages = Object.keys(task.more ?? {}).filter((page) => patternOf(file).test(page));
    if (pages.length === 1) learnFrom(file, pages[0] ?? '', values);
  }
  return values;
}

/** A person who finds no way on is an outcome too. */
async function recordSafely(recorder: TaskRecorder, task: Task, level: Level): Promise<Recording> {
  try {
    return await recorder.record(task, level);
  } catch (error) {
    return { task, episodes: [], deeds: [], ms: 0, state: error instanceof Error ? error.message : `${error}` };
  }
}

function report(
  tasks: readonly Task[],
  runs: readonly (readonly TaskOutcome[])[],
  ceiling: readonly Performance[],
): Measurement[] {
  const outcomes = runs.flat();
  const of = (variation: Variation): TaskOutcome[] => outcomes.filter((outcome) => outcome.variation === variation);
  const rate = (some: readonly TaskOutcome[]): number => shareOf(some, ({ attempt }) => attempt.isRight);
  const ceilingOf = (some: readonly TaskOutcome[]): string => {
    const again = ceiling.filter(({ task }) => some.some((outcome) => outcome.task === task));
    return again.length === 0 ? '' : `, ceiling ${percent(shareOf(again, ({ isRight }) => isRight))}`;
  };
  const counted = (some: readonly TaskOutcome[]): string =>
    `${percent(rate(some))} (${some.filter(({ attempt }) => attempt.isRight).length} of ${some.length})${ceilingOf(some)}`;
  const rows: Measurement[] = [noted('tasks', `${tasks.length}, ${runs.length} runs`)];
  const plain = of('plain');
  if (ceiling.length > 0) rows.push(noted('determinism ceiling', ceilingWords(ceiling)));
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
    rows.push(...strategyRows(plain));
    rows.push(...alignmentRows(plain));
  }
  for (const name of [...PERTURBATIONS, 'redacted', 'redacted banner'] as const) {
    const some = of(name);
    if (some.length === 0) continue;
    const names = new Set(some.map(({ task }) => task.name));
    const base = rate(plain.filter(({ task }) => names.has(task.name)));
    const must = Number.isNaN(base) ? '≥ 95 %' : `≥ 95 % of ${percent(base)}`;
    rows.push(promised(`with ${name}`, counted(some), must, rate(some) >= 0.95 * (Number.isNaN(base) ? 1 : base)));
    rows.push(...strategyRows(some));
  }
  return rows;
}

function alignmentRows(outcomes: readonly TaskOutcome[]): Measurement[] {
  const alignments = outcomes.flatMap(({ alignment }) => alignment ?? []);
  const checked = alignments.reduce((sum, alignment) => sum + alignment.checked, 0);
  const misfits = alignments.reduce((sum, alignment) => sum + alignment.misfits.length, 0);
  const flagged = alignments.reduce((sum, alignment) => sum + alignment.flagged, 0);
  if (checked === 0) return [];
  const fitting = checked - misfits - flagged;
  const told = `${percent(fitting / checked)} (${fitting} of ${checked}), ${flagged} flagged`;
  return [promised('targets in the rebuilt page before', told, '100 % or flagged', misfits === 0)];
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

function verbsOf(steps: readonly ToldStep[]): string {
  const verbs = new Map<string, number>();
  for (const { action } of steps) verbs.set(action.type, (verbs.get(action.type) ?? 0) + 1);
  return verbs.size === 0 ? '' : `: ${[...verbs].map(([verb, count]) => `${count} ${verb}`).join(', ')}`;
}

/** The rate, and the tasks that do not come to the same end each time. */
function ceilingWords(ceiling: readonly Performance[]): string {
  const failed = new Set(ceiling.filter(({ isRight }) => !isRight).map(({ task }) => task.name));
  const rate = `${percent(shareOf(ceiling, ({ isRight }) => isRight))} of ${ceiling.length}`;
  return failed.size === 0 ? rate : `${rate}, not ${[...failed].join(', ')}`;
}
