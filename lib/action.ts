import { z } from 'zod';
import { Element } from './element.ts';
import { Count, Moment, Pixels, Point } from './units.ts';
import { Value } from './value.ts';
import { verbs } from './verbs.ts';
import { VERBS_ELSEWHERE } from './verbs-elsewhere.ts';

/** What the page looked like when an action began, besides its place in the rrweb stream. */
export const PageState = z
  .strictObject({
    url: z.string().describe('URL of the frame, redacted.'),
    title: z.string().describe('Title of the document, redacted.'),
    viewport: z
      .strictObject({
        width: Pixels.describe('Width, scroll bars included.'),
        height: Pixels.describe('Height, scroll bars included.'),
        devicePixelRatio: z.number().describe('Device pixels to one CSS pixel: screen and zoom together.'),
        zoom: z
          .number()
          .positive()
          .optional()
          .describe('How far the person zoomed the tab, by its menu or keys: 1 is not at all. Absent: not known.'),
      })
      .describe('Size of the frame’s viewport.'),
    scroll: Point.describe('Scroll position of the document.'),
    focus: Count.nullable().describe('rrweb node id of the focused element.'),
  })
  .describe('What the page was like when the gesture began, besides its place in the rrweb stream.');
export type PageState = z.infer<typeof PageState>;

/** An action, with a schema for what a typed value looks like: a string as captured, a `Value` once redacted. */
const actionWith = <V extends z.ZodType>(value: V) => z.discriminatedUnion('type', verbs(value));

export const Action = actionWith(Value).meta({
  description: 'What the person did, in one verb.',
  elsewhere: VERBS_ELSEWHERE,
});
export type Action = z.infer<typeof Action>;

/** One thing a person did, as one tracker saw it, before many of them are reduced to one step. */
const capturedWith = <A extends z.ZodType>(action: A) =>
  z.strictObject({
    at: Moment.describe('When the first event of the gesture happened.'),
    until: Moment.describe('When the last one did. Nothing in between is timed.'),
    eventsBefore: Count.nullable().describe(
      'How many rrweb events of the stream had happened when the gesture began. Null: it was not made in a page.',
    ),
    action,
    target: Element.nullable().describe('What it was done to. Null: to the page or the tab as a whole.'),
    page: PageState.nullable().describe('The page when the gesture began. Null for what happens outside pages.'),
  });

/** As the page hands it over: unsafe to store. */
export const RawAction = capturedWith(actionWith(z.string()));
export type RawAction = z.infer<typeof RawAction>;

/** As it is stored and shipped. */
export const RedactedAction = capturedWith(Action).describe('One thing a person did, as it was captured.');
export type RedactedAction = z.infer<typeof RedactedAction>;
