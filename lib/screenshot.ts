import { z } from 'zod';
import { Count, Moment, Pixels } from './units.ts';

/** When the policy has live screenshots taken. */
export const ScreenshotPlan = z
  .strictObject({
    onAction: z
      .boolean()
      .describe(
        'Whether one is taken of a page as it rests after it came up, and after each action: what the next is chosen from.',
      ),
    everySeconds: z
      .number()
      .int()
      .min(0)
      .max(3600)
      .describe('Seconds after which one is taken while somebody is at work on a page. 0: none is taken by time.'),
  })
  .describe(
    'Live screenshots: off with `false` and `0`. All that redaction replaces is painted over before they are stored, and fields, ' +
      'images, drawings and frames too. Of a page that moves, or that holds what cannot be measured, there are none.',
  );
export type ScreenshotPlan = z.infer<typeof ScreenshotPlan>;

/** Left, top, width and height in CSS pixels of the viewport: there are thousands of them in a page. */
export const Rectangle = z.tuple([Pixels, Pixels, Pixels, Pixels]);
export type Rectangle = z.infer<typeof Rectangle>;

/** What is in view of a page, as the page measured it: unsafe to store. */
export const MeasuredPage = z.strictObject({
  width: Pixels.describe('Width of the viewport, scroll bars included.'),
  height: Pixels.describe('Height of the viewport, scroll bars included.'),
  tree: z.unknown().describe('Its elements and texts, in the form of rrweb’s snapshots.'),
  texts: z
    .array(z.strictObject({ node: Count, boxes: z.array(Rectangle) }))
    .describe('Where each text stands. One that cannot be measured has no boxes.'),
  covered: z
    .array(z.strictObject({ rule: z.enum(['text', 'field', 'image', 'drawing', 'frame']), boxes: z.array(Rectangle) }))
    .describe('What is painted over in any case.'),
  typed: z.array(z.string()).describe('What fields hold or held: so that its echo is painted over. Never stored.'),
});
export type MeasuredPage = z.infer<typeof MeasuredPage>;

export const ScreenshotCause = z
  .enum(['action', 'time'])
  .describe('`action`: somebody acted, or came to the page. `time`: it was due while somebody was at work.');
export type ScreenshotCause = z.infer<typeof ScreenshotCause>;

/** What a record and an episode both say of a screenshot. */
export const screenshotShape = {
  cause: ScreenshotCause,
  from: Moment.describe(
    'The page looked like this from here on, at the latest. With `action`, where nothing changed: when the gesture began.',
  ),
  at: Moment.describe('When it was taken. The page had not moved since `from`.'),
  mediaType: z.literal('image/webp').describe('Kind of picture.'),
  width: Count.describe('Width in pixels of the picture.'),
  height: Count.describe('Height in pixels of the picture.'),
} as const;

/** A screenshot as an episode tells of it. */
export const EpisodeScreenshot = z
  .strictObject({
    tab: Count.describe('Tab that it shows, by its number in the episode.'),
    document: Count.describe('Place in `documents` of the page that it shows.'),
    ...screenshotShape,
    file: z
      .string()
      .regex(/^screenshots\/[\da-f-]{36}\.webp$/)
      .describe('Where `showhow open` puts it, from the folder of the JSONL.'),
  })
  .describe(
    'A live screenshot. What redaction replaces, and all fields, images, drawings and frames, are painted over.',
  );
export type EpisodeScreenshot = z.infer<typeof EpisodeScreenshot>;
