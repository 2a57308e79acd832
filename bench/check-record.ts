import type { Gap } from '../lib/gap.ts';
import type { ArrivedEpisode } from '../tests/support/arrived.ts';
import { NAME, nameOf, type TrueClick } from './numbered-page.ts';
import type { SeenRow } from './seen-rows.ts';

/** What a stress run brings home. */
export interface StressOutcome {
  readonly clicks: readonly TrueClick[];
  /** Rows that were seen on the disk at some time: their batches had been acknowledged, or were about to be. */
  readonly rows: readonly SeenRow[];
  readonly arrived: readonly ArrivedEpisode[];
  /** When the browser was killed, epoch ms. */
  readonly kills: readonly number[];
}

/** What is wrong with it: nothing, if the promises hold. */
export interface Findings {
  readonly recorded: number;
  /** True clicks that are no step. */
  readonly missing: readonly TrueClick[];
  /** Clicks that are not in the record, but lie in a gap that says so. */
  readonly inGaps: number;
  /** Clicks that are neither. */
  readonly silent: readonly TrueClick[];
  readonly duplicatedSteps: readonly string[];
  readonly lostRows: readonly SeenRow[];
  /** Rows of episodes in which nobody did anything, which are not kept. */
  readonly rowsOfIdleEpisodes: number;
}

/** The page's clock and the worker's are read this much apart, in ms. */
const CLOCKS_APART = 20;

export function checkRecord({ clicks, rows, arrived, kills }: StressOutcome): Findings {
  const names = arrived.flatMap(({ episode }) =>
    episode.steps.flatMap(({ action, target }) => (action.type === 'click' && target ? [target.name] : [])),
  );
  const numbered = names.filter((name) => name.startsWith(`${NAME} `));
  const known = new Set(numbered);
  const missing = clicks.filter(({ number }) => !known.has(nameOf(number)));
  const gaps = spansOf(arrived, kills);
  const silent = missing.filter(({ at }) => !gaps.some(({ from, to }) => from - CLOCKS_APART <= at && at <= to));
  const stored = new Set(arrived.flatMap(({ records }) => records.map(keyOf)));
  const kept = new Set(arrived.map(({ manifest }) => manifest.episode));
  const isCapture = ({ source }: SeenRow): boolean => !source.includes(':');
  const gone = rows.filter((row) => isCapture(row) && !stored.has(`${row.source} ${row.seq}`));
  const ofIdle = gone.filter(({ episode, actions }) => actions === 0 && !kept.has(episode));
  return {
    recorded: clicks.length - missing.length,
    missing,
    inGaps: missing.length - silent.length,
    silent,
    duplicatedSteps: numbered.filter((name, index) => numbered.indexOf(name) !== index),
    lostRows: gone.filter((row) => !ofIdle.includes(row)),
    rowsOfIdleEpisodes: ofIdle.length,
  };
}

function keyOf(record: ArrivedEpisode['records'][number]): string {
  return record.kind === 'capture' ? `${record.recorder} ${record.seq}` : record.kind;
}

/**
 * The gaps of all episodes. One without an end is over with the life of the browser, and unless it is about that, with the
 * next step that was recorded: whatever comes after has to be recorded, or in a gap of its own.
 */
function spansOf(
  arrived: readonly ArrivedEpisode[],
  kills: readonly number[],
): { readonly from: number; readonly to: number }[] {
  const steps = arrived.flatMap(({ episode }) => episode.steps.map(({ at }) => at));
  const nextEnd = ({ from, reason }: Gap): number =>
    Math.min(...[...kills, ...(reason === 'browser_stopped' ? [] : steps)].filter((at) => at > from));
  const gaps = arrived.flatMap(({ episode, manifest }): Gap[] => [...episode.gaps, ...manifest.gaps]);
  return gaps.map((gap) => ({ from: gap.from, to: gap.to ?? nextEnd(gap) }));
}
