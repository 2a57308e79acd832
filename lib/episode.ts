import { z } from 'zod';
import { Action, PageState, RedactedAction } from './action.ts';
import { RecorderCost, RrwebEvent } from './capture.ts';
import { Completeness } from './completeness.ts';
import { Effect } from './effect.ts';
import { Element } from './element.ts';
import { Gap } from './gap.ts';
import { Cut } from './manifest.ts';
import { NoTarget } from './no-target.ts';
import { PointerPath } from './pointer-path.ts';
import { RedactionLevel } from './policy.ts';
import { Quality } from './quality.ts';
import { Ledger, Provenance } from './record.ts';
import { EpisodeScreenshot } from './screenshot.ts';
import { StepFlag } from './step-flag.ts';
import { Task } from './task.ts';
import { Count, Moment, Uuid } from './units.ts';

/** Version of the episode format. Additive changes raise the minor number; a reader accepts its own major number. */
export const EPISODE_FORMAT = 'showhow-episode/1.2';

/** One page load in one frame, as far as it belongs to the episode. */
export const EpisodeDocument = z
  .strictObject({
    tab: Count.describe('Tab it was in: tabs are numbered from 0 in the order in which the episode meets them.'),
    frame: Count.describe('The browser’s frame id in that tab. 0 is the top frame.'),
    parent: Count.nullable().describe(
      'Place of the parent’s document in `documents`. Null for a top frame, or if not recorded.',
    ),
    framePath: z
      .array(Count)
      .describe('Where the frame is in its page: which of `window.frames` at each level, from the top frame down.'),
    ownerNodeId: Count.nullable().describe(
      'rrweb node id of the iframe element in the parent’s first stream that tells of it, where known. See `frames` of the streams.',
    ),
    siteRule: z.string().describe('The match pattern of the policy that allowed recording it.'),
    redaction: RedactionLevel.describe('The redaction level of the rule that allowed it.'),
  })
  .describe('One page load in one frame.');
export type EpisodeDocument = z.infer<typeof EpisodeDocument>;

export const EpisodeStream = z
  .strictObject({
    document: Count.describe('Place of its document in `documents`.'),
    events: z
      .array(RrwebEvent)
      .describe(
        'rrweb events, redacted, style sheets in place. The first two are Meta and a full snapshot. Popovers that are open have ' +
          'the attribute `rr-popover`, since no attribute of theirs says so.',
      ),
    frames: z
      .array(
        z.strictObject({
          document: Count.describe('Place in `documents` of what the frame shows.'),
          nodeId: Count.describe('rrweb node id, in this stream, of the element that it is shown in.'),
        }),
      )
      .describe('Where the documents of child frames are shown. Ids differ between streams of different recorders.'),
  })
  .describe('What one document looked like over time: an rrweb stream that stands on its own.');
export type EpisodeStream = z.infer<typeof EpisodeStream>;

/** A captured action with its whereabouts in the episode. */
export const CapturedAction = RedactedAction.extend({
  tab: Count.nullable().describe('Tab it was done in or to, by its number in the episode.'),
  document: Count.nullable().describe('Place in `documents`. Null for what happens outside pages.'),
}).describe('One thing a person did, as one tracker saw it.');
export type CapturedAction = z.infer<typeof CapturedAction>;

export const Observation = z
  .strictObject({
    at: Moment.describe('When the gesture began. What happened in that very millisecond is not part of it.'),
    tab: Count.nullable().describe('The tab in front, by its number in the episode.'),
    document: Count.nullable().describe(
      'Place in `documents` of the document acted in; for a `wait` and at the end, of the page in front. Null for actions outside pages.',
    ),
    page: PageState.nullable().describe(
      'The page acted in; for a `wait` and at the end, the page in front as its stream tells of it, without the focus. Null for actions outside pages.',
    ),
    streams: z
      .array(
        z.strictObject({
          stream: Count.describe('Place in `streams`.'),
          events: Count.describe('How many of its events had happened.'),
        }),
      )
      .describe('The state of every frame shown in the tab: the stream, and how many of its events had happened.'),
    tabs: z.array(Count).describe('Tabs of the episode open at that time.'),
    screenshot: z
      .strictObject({
        screenshot: Count.describe('Place in `screenshots`.'),
        ageMs: z
          .number()
          .int()
          .describe(
            'Milliseconds from the moment it was taken to the observation. Below 0: it was taken so long after, of a page that had not moved since.',
          ),
      })
      .optional()
      .describe('The live screenshot that shows this state: taken after the step before. Absent: there is none.'),
  })
  .describe('The state that the action was chosen from: before the first event of its gesture, never after.');
export type Observation = z.infer<typeof Observation>;

export const Step = z
  .strictObject({
    index: Count.describe('Place in `steps`.'),
    at: Moment.describe('When the first event of the gesture happened.'),
    until: Moment.describe('When the last event of the gesture happened.'),
    observation: Observation,
    tab: Count.nullable().describe('The tab the action was done in or to. For `tabSwitch` the one that was turned to.'),
    action: Action,
    target: Element.nullable().describe('What it was done to. Null: `noTarget` says why.'),
    noTarget: NoTarget.nullable().describe('Why there is no target. Null: there is one.'),
    pointerPath: PointerPath.optional(),
    captured: z
      .array(Count)
      .describe('Places in `captured` of what the step was reduced from. Empty for a `wait`, which is derived.'),
    effect: Effect,
    flags: z
      .array(StepFlag)
      .describe('Undo, retries, detours and what had no effect, marked by mechanical rules. Mostly empty.'),
    ledger: Ledger.describe(
      'What redaction withheld from the action, and from what the pages showed from then to the next step, as nearly as the ' +
        'batches of other frames tell. The first step has what came before it too. What is in no step was said of the task.',
    ),
  })
  .describe('One observation and the one action that followed it.');
export type Step = z.infer<typeof Step>;

export const SecondPass = z
  .strictObject({
    redactionVersion: z.string().describe('Version of the redaction rules that were applied again.'),
    knewPolicy: z
      .boolean()
      .describe('Whether the policy was at hand. Without it, what might be in its `vocabulary` was left as it was.'),
    found: Ledger.describe('What the first pass had let through, and what is replaced now.'),
  })
  .describe('The redaction that was done again when the episode was opened. Absent: it was not.');
export type SecondPass = z.infer<typeof SecondPass>;

export const Episode = z
  .strictObject({
    format: z.literal(EPISODE_FORMAT).describe('Version of the format.'),
    id: Uuid.describe('Names the episode, here and at the collector.'),
    session: Uuid.describe('Stretch of recording in one browser session that it is part of.'),
    startedAt: Moment.describe('The first moment of which anything is known.'),
    endedAt: Moment.describe('The last moment of which anything is known.'),
    cut: Cut,
    task: Task,
    provenance: Provenance,
    tabs: Count.describe('Number of tabs.'),
    documents: z.array(EpisodeDocument).describe('Page loads, in the order in which they began.'),
    streams: z.array(EpisodeStream).describe('What the documents looked like over time.'),
    captured: z
      .array(CapturedAction)
      .describe('Everything the trackers saw, in order of time. Nothing of it is thrown away.'),
    steps: z.array(Step).describe('What a trainer reads: numbered from 0 without holes.'),
    screenshots: z
      .array(EpisodeScreenshot)
      .optional()
      .describe('Live screenshots, in order of time. Absent: the policy wanted none, or there are none.'),
    finalObservation: Observation.describe('The state after the last action: N actions, N + 1 observations.'),
    completeness: Completeness,
    quality: Quality,
    gaps: z.array(Gap).describe('What could not be recorded, in order of time.'),
    ledger: Ledger,
    secondPass: SecondPass.optional(),
    cost: RecorderCost.describe('Sums over the episode.'),
  })
  .describe('The training unit: what a person did in one stretch of work, and what they saw before each action.');
export type Episode = z.infer<typeof Episode>;
