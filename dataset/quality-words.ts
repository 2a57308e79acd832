import type { CompletenessRule } from '../lib/completeness.ts';
import type { Episode, Step } from '../lib/episode.ts';
import type { StepFlag } from '../lib/step-flag.ts';
import { duration } from './words.ts';

/** What a flag says about its step. */
export const FLAG_WORDS: Readonly<Record<StepFlag, string>> = {
  undo: 'takes back an earlier step',
  undone: 'taken back later',
  retry: 'tried again',
  redundant: 'entered what was there',
  no_effect: 'nothing came of it',
  detour: 'a detour',
  misaligned: 'its target is not there in the rebuilt page',
};

/** What a step is marked with, in brackets and after a space. Empty where it is not. */
export function flagWords({ flags }: Pick<Step, 'flags'>): string {
  return flags.length === 0 ? '' : ` (${flags.map((flag) => FLAG_WORDS[flag]).join(', ')})`;
}

/** What a rule that does not hold means. */
const BROKEN_WORDS: Readonly<Record<CompletenessRule, string>> = {
  begins_with_observation: 'no page is known before the first step',
  ends_with_observation: 'no page is known after the last step',
  steps_consecutive: 'steps are missing',
  captured_accounted: 'what was captured is not in the steps',
  targets_or_reasons: 'a target was not seen',
  frames_accounted: 'a frame is shown of which nothing is known',
  clocks_monotonic: 'a clock ran back',
};

/** Whether anything is missing, and what a trainer may choose by, a line each. */
export function qualityWords({ completeness, quality }: Episode): string[] {
  const broken = completeness.broken.map(({ rule, steps }) => {
    return `${BROKEN_WORDS[rule]}${steps.length > 0 ? ` (step ${steps.join(', ')})` : ''}`;
  });
  const percent = (share: number | null) => (share === null ? 'none to find' : `${Math.floor(share * 100)} %`);
  return [
    completeness.isComplete ? 'complete: nothing is missing that is not told of' : `not complete: ${broken.join('; ')}`,
    `targets that a selector finds alone: ${percent(quality.uniqueTargets)}; that are in the rebuilt page: ${percent(quality.alignedTargets)}`,
    `page events to a step: ${quality.eventsPerAction ?? 'no steps'}; in gaps: ${duration(quality.gapMs)}`,
    `texts of pages with something withheld: ${quality.redactedTexts === null ? 'no texts' : percent(quality.redactedTexts)}`,
  ];
}
