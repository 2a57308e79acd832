import { z } from 'zod';
import { Count } from './units.ts';

/** What must be true of an episode that nothing is missing from. */
export const CompletenessRule = z
  .enum([
    'begins_with_observation',
    'ends_with_observation',
    'steps_consecutive',
    'captured_accounted',
    'targets_or_reasons',
    'frames_accounted',
    'clocks_monotonic',
  ])
  .describe(
    '`begins_with_observation`, `ends_with_observation`: a page is known before the first action, unless that leads to the first ' +
      'page, and after the last. `steps_consecutive`: steps are numbered from 0 without holes. `captured_accounted`: every ' +
      'captured action is in exactly one step. `targets_or_reasons`: every step has a target, or a reason why there is none. ' +
      '`frames_accounted`: every frame that an observation shows has a stream, or a gap tells why not. `clocks_monotonic`: no ' +
      'moment lies before the one that it follows.',
  );
export type CompletenessRule = z.infer<typeof CompletenessRule>;

export const Completeness = z
  .strictObject({
    isComplete: z.boolean().describe('True when every rule holds.'),
    broken: z
      .array(
        z.strictObject({
          rule: CompletenessRule.describe('The rule that does not hold.'),
          steps: z.array(Count).describe('Steps that it does not hold for. Empty: it is about the episode.'),
        }),
      )
      .describe('The rules that do not hold.'),
  })
  .describe('Whether anything is missing that a reader relies on. Checked when the episode was assembled.');
export type Completeness = z.infer<typeof Completeness>;
