import { z } from 'zod';

export const StepFlag = z
  .enum(['undo', 'undone', 'retry', 'redundant', 'no_effect', 'detour', 'misaligned'])
  .describe(
    'Marks by mechanical rules; a trainer decides what to make of them. All but the last mark what a better way would have left out. ' +
      '`undo` takes back an earlier step, which is `undone`: Control+Z, a value that returns to what it was, a surface that is ' +
      'opened and closed again with nothing done in it, going back right after a navigation. `retry`: the same was done again after ' +
      'an alert or without an effect. `redundant`: a field was filled with what it held. `no_effect`: nothing that can be seen ' +
      'came of it. `detour`: part of a visit to other pages that was left without anything having been done there. ' +
      '`misaligned`: the target is not in the page rebuilt for the observation, so that its node id leads nowhere, or the page ' +
      'was scrolled right before the step, further than its stream tells by then.',
  );
export type StepFlag = z.infer<typeof StepFlag>;
