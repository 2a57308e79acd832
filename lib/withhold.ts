import { z } from 'zod';
import { customPattern } from './redaction/custom-pattern.ts';

const isCustomPattern = (source: string) => 'pattern' in customPattern(source);

/** What an administrator knows to be nobody's business. */
export const Withhold = z.strictObject({
  patterns: z
    .array(z.string().min(1).max(500).refine(isCustomPattern, 'is no pattern that takes little time on every text'))
    .describe(
      'Regular expressions of JavaScript, without regard to case, such as `EMP-\\d{4,8}`. What they match is replaced. ' +
        'Without references, looking around, and repetitions inside of repetitions; `*` and `+` match 64 characters at most.',
    ),
  words: z
    .array(z.string().min(2).max(200))
    .describe('Names of customers, projects and the like: replaced wherever they stand, without regard to case.'),
});
export type Withhold = z.infer<typeof Withhold>;
