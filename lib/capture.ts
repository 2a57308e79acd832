import { z } from 'zod';
import { RawAction } from './action.ts';
import { Gap } from './gap.ts';
import { Count, Moment, Pixels, Uuid } from './units.ts';

/** An item of rrweb's stream. Its inside is rrweb's business, and the redactor's. */
export const RrwebEvent = z.looseObject({ type: Count, data: z.unknown(), timestamp: Moment });
export type RrwebEvent = z.infer<typeof RrwebEvent>;

/** rrweb's `EventType`, as far as Showhow looks at it. */
export const EventType = { fullSnapshot: 2, incremental: 3, meta: 4 } as const;

/** What the recorder spent, since its last batch. */
export const RecorderCost = z
  .strictObject({
    handlerMs: z
      .number()
      .nonnegative()
      .describe('Milliseconds of the page’s thread spent in trackers and rrweb callbacks.'),
    snapshotMs: z.number().nonnegative().describe('Milliseconds spent taking full snapshots.'),
    events: Count.describe('DOM events and mutations handled.'),
  })
  .describe('What recording cost the page, measured by the recorder itself.');
export type RecorderCost = z.infer<typeof RecorderCost>;

/** Where the frame of a recorder sits in its page, as the page's own windows tell. */
export const FramePlace = z
  .strictObject({
    isTop: z.boolean().describe('True for the top frame of the tab.'),
    index: Count.nullable().describe('Index among the parent’s `window.frames`. Null for the top frame.'),
    path: z
      .array(Count)
      .describe('The same from the top frame down: which of `window.frames` at each level. Empty for the top frame.'),
    scale: Pixels.describe('Visual viewport scale (pinch zoom).'),
  })
  .describe('Where the frame sits in its page, as the page’s own windows tell.');

/** What a page tells of a secret instead of it: see `secret-print.ts`. */
export const SecretPrint = z.tuple([Count, z.int()]);

/**
 * What one capture message carries. Kept in the page until it is acknowledged, sent again until it is.
 * The worker knows tab, frame, document and origin from the browser; nothing here is believed about them.
 */
export const CaptureBatch = z.strictObject({
  recorder: Uuid.describe('One life of one content script in one document.'),
  seq: Count.describe('Number of the batch in the life of the recorder, from 0, without holes.'),
  stream: Count.describe(
    'Number of the rrweb stream in the life of the recorder. Each begins with Meta and a full snapshot.',
  ),
  firstEvent: Count.describe('Place of the first of `events` in the stream, from 0.'),
  events: z.array(RrwebEvent).describe('rrweb events, in order.'),
  actions: z.array(RawAction).describe('What the person did.'),
  gaps: z.array(Gap).describe('What could not be recorded.'),
  typed: z
    .array(z.string())
    .describe('What fields held for a moment while somebody typed: so that its echo can be redacted. Never stored.'),
  secrets: z
    .array(SecretPrint)
    .optional()
    .describe('Prints of what fields for secrets held: so that it is known on other pages. Never stored.'),
  frameOwners: z
    .array(
      z.strictObject({
        index: Count.describe('Place in `window.frames`.'),
        nodeId: Count.describe('rrweb node id of the frame’s element.'),
      }),
    )
    .describe('Which rrweb node is the owner of which entry of `window.frames`.'),
  place: FramePlace,
  cost: RecorderCost,
  isLast: z.boolean().describe('The document is going away: nothing will follow.'),
});
export type CaptureBatch = z.infer<typeof CaptureBatch>;
