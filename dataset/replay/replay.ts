import type { Page } from 'playwright';
import { z } from 'zod';
import { Episode, type Step } from '../../lib/episode.ts';
import { DatasetError } from '../dataset-error.ts';
import { stepWords } from '../step-words.ts';
import { createRun } from './run.ts';
import {
  type Notes,
  type Outcome,
  type ReplayReport,
  reportOf,
  StepFailure,
  type StepReport,
  StepSkipped,
} from './report.ts';
import type { GivenValues } from './values.ts';

export type { ReplayReport, StepReport } from './report.ts';
export type { Ask, GivenValues } from './values.ts';

export interface ReplayOptions {
  /** Stands for the origin of the page on which the episode begins. */
  readonly baseUrl?: string;
  /** What the placeholders of the episode stand for. */
  readonly values?: GivenValues;
  /** Longest wait for the target of a step, in ms. */
  readonly timeoutMs?: number;
  /** Longest pause of the person that is kept before a step, in ms. */
  readonly pauseMs?: number;
  /** Hears of each step as soon as it is done. */
  readonly onStep?: (step: StepReport) => void;
  /** Ends the replay after the first step that failed. */
  readonly stopOnFailure?: boolean;
}

/** Longest wait for the target of a step unless the options say otherwise, in ms. */
const TIMEOUT_MS = 10_000;
/** Longest pause that is kept unless they say otherwise, in ms. */
const PAUSE_MS = 5_000;

/**
 * Does again, in a page of a browser without the extension, what an episode tells. Steps that fail are reported and do not
 * throw. The page goes to the place where the episode begins by itself.
 */
export async function replay(page: Page, episode: unknown, options: ReplayOptions = {}): Promise<ReplayReport> {
  const parsed = parse(episode);
  const { timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS, onStep, stopOnFailure = false } = options;
  const begun = Date.now();
  const reports: StepReport[] = [];
  const run = await createRun(page, parsed, { ...options, timeoutMs, pauseMs });
  try {
    let pending: { step: Step; notes: Notes; outcome: Outcome; ms: number } | undefined;
    const tell = () => {
      if (!pending) return;
      const report = reportFor(pending.step, pending.notes, pending.outcome, pending.ms);
      reports.push(report);
      onStep?.(report);
      pending = undefined;
    };
    for (const step of parsed.steps) {
      const notes: Notes = { found: null, differences: [] };
      const from = Date.now();
      // What the page does not show before a step is what the step before it did not bring about.
      const outcome = await attempt(
        () => run.perform(step, notes, (late) => pending?.notes.differences.push(...late)),
        notes,
      );
      tell();
      pending = { step, notes, outcome, ms: Date.now() - from };
      if (outcome === 'failed' && stopOnFailure) break;
    }
    if (pending && pending.outcome !== 'failed') pending.notes.differences.push(...(await run.finish()));
    tell();
  } finally {
    run.leave();
  }
  return reportOf(parsed.id, reports, Date.now() - begun);
}

async function attempt(work: () => Promise<void>, notes: Notes): Promise<Outcome> {
  try {
    await work();
    return 'reproduced';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isPlain = error instanceof StepFailure || error instanceof StepSkipped;
    notes.differences.push(isPlain ? error.message : (error.message.split('\n')[0] ?? 'It failed.'));
    return error instanceof StepSkipped ? 'skipped' : 'failed';
  }
}

function reportFor(step: Step, notes: Notes, outcome: Outcome, ms: number): StepReport {
  const differences = [...new Set(notes.differences)];
  return {
    index: step.index,
    type: step.action.type,
    words: stepWords(step),
    outcome: outcome === 'reproduced' && differences.length > 0 ? 'differed' : outcome,
    found: notes.found,
    differences,
    ms,
  };
}

function parse(episode: unknown): Episode {
  const parsed = Episode.safeParse(episode);
  if (parsed.success) return parsed.data;
  const reasons = z.prettifyError(parsed.error).split('\n').slice(0, 4).join('\n');
  throw new DatasetError(`What is to be replayed is not an episode: ${reasons}`);
}
