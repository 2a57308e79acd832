import type { Action } from '../../lib/action.ts';
import type { Selector } from '../../lib/element.ts';

/** What became of a step. `differed`: it was done, and the page or the field is not as the episode has it. */
export type Outcome = 'reproduced' | 'differed' | 'failed' | 'skipped';

/** Which of the recorded ways led to the element. */
export interface Found {
  readonly kind: Selector['kind'] | 'fallback';
  readonly value: string;
  /** Place in the list of candidates, from 0. Null for a fallback: the focus, or the recorded place on the page. */
  readonly place: number | null;
  /** Kinds of candidates that would have led there without the others. */
  readonly alone: readonly Selector['kind'][];
}

/** One step of a replay. */
export interface StepReport {
  /** Place in the episode's `steps`. */
  readonly index: number;
  readonly type: Action['type'];
  /** The step as a person would tell it. */
  readonly words: string;
  readonly outcome: Outcome;
  /** Null: the step has no target, or it was not found. */
  readonly found: Found | null;
  /** In plain words: what was not as it was recorded, or why the step failed. */
  readonly differences: readonly string[];
  readonly ms: number;
}

/** What came of a replay. */
export interface ReplayReport {
  readonly episode: string;
  readonly steps: readonly StepReport[];
  readonly total: number;
  readonly reproduced: number;
  /** Share of steps that were reproduced, from 0 to 1. An episode without steps has 1. */
  readonly share: number;
  readonly ms: number;
}

/** The step in the making: what happens to it is noted here. */
export interface Notes {
  found: Found | null;
  readonly differences: string[];
}

/** A step that cannot be done. The message says why, for the report. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}

/** A step that is left out. The message says why, for the report. */
export class StepSkipped extends Error {
  override readonly name = 'StepSkipped';
}

/** Sums up. */
export function reportOf(episode: string, steps: readonly StepReport[], ms: number): ReplayReport {
  const reproduced = steps.filter(({ outcome }) => outcome === 'reproduced').length;
  const total = steps.length;
  return { episode, steps, total, reproduced, share: total === 0 ? 1 : reproduced / total, ms };
}
