import { z } from 'zod';

/** What kind of thing was typed or chosen: all that is kept of a value besides its placeholder. */
export const ValueClass = z.enum([
  'empty',
  'number',
  'date',
  'time',
  'colour',
  'money',
  'email',
  'phone',
  'url',
  'identifier',
  'word',
  'words',
  'text',
  'secret',
]);
export type ValueClass = z.infer<typeof ValueClass>;

export const Value = z
  .strictObject({
    text: z
      .string()
      .describe(
        'The placeholder, such as `⟦EMAIL_ADDRESS_1⟧`; the same value has the same one in an episode. Empty if the value ' +
          'was. At level `open`, for test systems, the value itself unless it is secret.',
      ),
    class: ValueClass.describe('The kind of value that it is.'),
  })
  .describe(
    'What a person typed or set, after redaction: what kind of value it was, and the value itself only at level `open`.',
  );
export type Value = z.infer<typeof Value>;
