import { z } from 'zod';
import { Box, Count, Point } from './units.ts';

const Inside = z
  .string()
  .describe('CSS from there to the element, beginning with `:scope`. Empty: it is the element itself.');

export const RowPlace = z
  .strictObject({
    among: z.string().describe('CSS of the rows: table rows, list items, cards.'),
    row: z
      .string()
      .describe(
        'What one text node in the row says, trimmed, white space as one space. Of rows in rows that hold it, the innermost.',
      ),
    column: z
      .string()
      .nullable()
      .describe(
        'Text of the head of the column (`th`, `[role=columnheader]`) in the row’s own table or grid. The way to the ' +
          'element begins at the child of the row that is in the same place: same `aria-colindex`, else counted among the ' +
          'children of its parent. Null: it begins at the row.',
      ),
    inside: Inside,
  })
  .describe('Value of a `row` selector, as JSON: an element by what its row says, wherever the row stands.');
export type RowPlace = z.infer<typeof RowPlace>;

export const LandmarkPlace = z
  .strictObject({
    role: z.string().describe('ARIA role of what is named: region, form, dialog, group, table, heading and the like.'),
    name: z.string().describe('Its accessible name.'),
    up: Count.describe(
      'How many levels above it the way begins: 0 for what is around the element, more for a heading before it.',
    ),
    inside: Inside,
  })
  .describe('Value of a `landmark` selector, as JSON: an element by something named around it or before it.');
export type LandmarkPlace = z.infer<typeof LandmarkPlace>;

export const Selector = z
  .strictObject({
    kind: z
      .enum(['testid', 'id', 'label', 'role', 'attribute', 'text', 'row', 'landmark', 'css', 'xpath'])
      .describe(
        'How the element is named. `role` is written `button "Save"`, `label` and `text` as the bare text, white space as ' +
          'one space, of the field’s label or of an element with the same tag; `testid`, `id`, `attribute` and `css` are CSS. `row` is a [RowPlace](#rowplace) and `landmark` a ' +
          '[LandmarkPlace](#landmarkplace), in JSON.',
      ),
    value: z.string().describe('The selector itself, resolved inside the innermost shadow root of `shadowPath`.'),
    matches: Count.describe(
      'Elements that it matched in that root when it was recorded. 1 is unique; 0 was not checked.',
    ),
    nth: Count.optional().describe(
      'Which of the matches it is, from 0, in document order. Absent where it is the only one.',
    ),
  })
  .describe('One way to find the element again.');
export type Selector = z.infer<typeof Selector>;

export const ElementState = z.enum([
  'checked',
  'disabled',
  'expanded',
  'selected',
  'required',
  'readonly',
  'pressed',
  'password',
]);

export const Hit = z
  .strictObject({
    nodeId: Count.nullable().describe('rrweb node id. Null: not in the snapshot.'),
    tag: z.string().describe('Lower-case tag name.'),
    css: z.string().nullable().describe('CSS from the element to it. Null: it is outside, as the label of a field is.'),
    selectors: z.array(Selector).optional().describe('Ways to find it by itself, for what is outside the element.'),
    shadowPath: z
      .array(z.string())
      .optional()
      .describe('Shadow hosts around it, as in the element’s own `shadowPath`. Absent: those of the element.'),
    box: Box.describe('Where it was when the gesture began.'),
  })
  .describe('The node that an event really hit.');
export type Hit = z.infer<typeof Hit>;

export const Element = z
  .strictObject({
    nodeId: Count.nullable().describe('rrweb node id in the stream of the step’s document. Null: not in the snapshot.'),
    tag: z.string().describe('Lower-case tag name.'),
    role: z.string().describe('ARIA role, computed. Empty: none.'),
    name: z.string().describe('Accessible name, computed, redacted.'),
    attributes: z
      .record(z.string(), z.string())
      .describe(
        'Attributes that say what the element is for: type, name, placeholder, test ids and the like, redacted.',
      ),
    states: z.array(ElementState).describe('States that held when the gesture began.'),
    selectors: z.array(Selector).describe('Ways to find it again, best first.'),
    shadowPath: z
      .array(z.string())
      .describe('CSS selectors of the shadow hosts around it, outermost first. Mostly empty.'),
    hit: Hit.nullable()
      .optional()
      .describe('The node under the pointer, where that was not the element itself: an icon, a point of a chart.'),
    box: Box.describe('Where the element was when the gesture began.'),
    point: Point.nullable().describe(
      'Where the pointer was, relative to the top left corner of `box`. Null: no pointer.',
    ),
  })
  .describe('The element an action was meant for, as it was at the first event of the gesture.');
export type Element = z.infer<typeof Element>;
