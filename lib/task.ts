import { z } from 'zod';

/** How a task ended, as the person said. */
export const Outcome = z
  .enum(['done', 'gave_up'])
  .describe('`done`: the task was done. `gave_up`: it was not, and will not be.');
export type Outcome = z.infer<typeof Outcome>;

export const Task = z
  .strictObject({
    instruction: z
      .string()
      .nullable()
      .describe('What was to be done, redacted. Null: nobody said, and nothing was proposed.'),
    source: z
      .enum(['person', 'proposed', 'none'])
      .describe(
        'Whose words the instruction is in: `person`, who did it; `proposed` by us, from what the steps look like, and seen by ' +
          'nobody; `none`: there is no instruction.',
      ),
    outcome: z
      .union([Outcome, z.literal('unknown')])
      .describe('How it ended, as the person said. `unknown`: nobody said.'),
  })
  .describe('What the episode was about.');
export type Task = z.infer<typeof Task>;
