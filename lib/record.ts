import { z } from 'zod';
import { RedactedAction } from './action.ts';
import { CaptureBatch } from './capture.ts';
import { Gap } from './gap.ts';
import { RedactionLevel } from './policy.ts';
import { PointerPath } from './pointer-path.ts';
import { screenshotShape } from './screenshot.ts';
import { Outcome } from './task.ts';
import { Count, Moment, Sha256, Uuid } from './units.ts';

/** Which channel something was withheld from. */
export const Channel = z.enum([
  'snapshot',
  'mutation',
  'input',
  'action',
  'name',
  'selector',
  'url',
  'title',
  'style',
  'screenshot',
  'other',
]);
export type Channel = z.infer<typeof Channel>;

const withheld = z.strictObject({
  channel: Channel.describe('Where it stood.'),
  rule: z.string().describe('For example `email_address`, `typed`, `url_query`.'),
  count: Count.describe('How often.'),
});

/** What was withheld and by which rule, in counts. */
export const Ledger = z
  .array(withheld)
  .describe('What redaction withheld: how often, in which channel, by which rule. Never what.');
export type Ledger = z.infer<typeof Ledger>;

/** The ledger of one batch, from which those of steps are made. */
export const DatedLedger = z
  .array(
    withheld.extend({
      at: Moment.optional().describe(
        'The beginning of the action from which on it was counted. Absent: before the first.',
      ),
    }),
  )
  .describe('What redaction withheld from a batch, counted anew from each of its actions on.');
export type DatedLedger = z.infer<typeof DatedLedger>;

/** Who recorded, where, under which rules: the same for a whole session. */
export const Provenance = z
  .strictObject({
    recorderVersion: z.string().describe('Version of the extension.'),
    browser: z.string().describe('Browser and major version, for example `Chromium 156`.'),
    platform: z.string().describe('Operating system family, for example `linux`.'),
    language: z.string().describe('Language of the browser, BCP 47.'),
    policyVersion: z.string().describe('The administrator’s own version of the policy.'),
    policyHash: Sha256.describe('SHA-256 of the policy in canonical JSON.'),
    noticeHash: Sha256.describe('SHA-256 of the notice that was shown, in canonical JSON.'),
    noticeMode: z.enum(['acknowledge', 'opt-in']).describe('Whether the notice was read, or agreed to.'),
    noticeAt: Moment.describe('When the person acknowledged or agreed.'),
    purpose: z.string().describe('The purpose the notice stated.'),
    redactionVersion: z.string().describe('Version of the redaction rules.'),
  })
  .describe('Where an episode comes from and under which rules it was recorded.');
export type Provenance = z.infer<typeof Provenance>;

/** First record of an episode. */
export const OpeningRecord = z
  .strictObject({
    kind: z.literal('opening'),
    episode: Uuid.describe('Names the episode.'),
    session: Uuid.describe('The session that it is part of.'),
    at: Moment.describe('When the episode began.'),
    provenance: Provenance,
  })
  .describe('First record of an episode.');
export type OpeningRecord = z.infer<typeof OpeningRecord>;

const batch = CaptureBatch.shape;

/** One batch of one recorder, after redaction. */
export const CaptureRecord = z
  .strictObject({
    kind: z.literal('capture'),
    recorder: batch.recorder,
    seq: batch.seq,
    stream: batch.stream,
    firstEvent: batch.firstEvent,
    document: z.string().describe('The browser’s id of the document.'),
    tab: Count.describe('The browser’s id of the tab.'),
    frame: Count.describe('The browser’s id of the frame in its tab. 0 is the top frame.'),
    parentFrame: z.number().int().describe('The parent’s frame id; -1 for the top frame.'),
    ancestors: z
      .array(z.string())
      .optional()
      .describe('The browser’s ids of the documents around it, the parent first. Absent: not known.'),
    place: batch.place,
    frameOwners: batch.frameOwners,
    siteRule: z.string().describe('The match pattern of the policy that allowed it.'),
    redaction: RedactionLevel.describe('The redaction level of that rule.'),
    events: batch.events,
    actions: z.array(RedactedAction).describe('What the person did.'),
    gaps: batch.gaps,
    ledger: DatedLedger,
    cost: batch.cost,
    isLast: batch.isLast,
  })
  .describe('One batch of one recorder, after redaction.');
export type CaptureRecord = z.infer<typeof CaptureRecord>;

/** What the browser itself reported: navigation, tabs, and gaps that no page could know of. */
export const BrowserRecord = z
  .strictObject({
    kind: z.literal('browser'),
    tab: Count.nullable().describe('The browser’s id of the tab. Null: no tab in particular.'),
    actions: z.array(RedactedAction).describe('What the person did, as the browser saw it.'),
    gaps: batch.gaps,
    ledger: Ledger,
  })
  .describe('What the browser itself reported: navigation, tabs, and gaps that no page could know of.');
export type BrowserRecord = z.infer<typeof BrowserRecord>;

/** What the person said of the task. The last word counts. */
export const LabelRecord = z
  .strictObject({
    kind: z.literal('label'),
    at: Moment.describe('When it was said.'),
    instruction: z.string().nullable().describe('What was to be done, redacted. Null: not said.'),
    outcome: Outcome.nullable().describe('How it ended. Null: not said.'),
    ledger: Ledger,
  })
  .describe('What the person said of the task. The last word counts.');
export type LabelRecord = z.infer<typeof LabelRecord>;

/** A style sheet, stored once in a session. Snapshots name it in `_cssAsset` where rrweb has `_cssText`. */
export const AssetRecord = z
  .strictObject({
    kind: z.literal('asset'),
    asset: Sha256.describe(
      'HMAC-SHA-256 of the text under the session key: equal texts are found, and nobody else can tell which.',
    ),
    text: z.string().describe('The style sheet.'),
  })
  .describe('A style sheet, stored once in a session.');
export type AssetRecord = z.infer<typeof AssetRecord>;

/** A live screenshot, painted over. */
export const ScreenshotRecord = z
  .strictObject({
    kind: z.literal('screenshot'),
    id: Uuid.describe('Names the screenshot.'),
    document: z.string().describe('The browser’s id of the document.'),
    tab: Count.describe('The browser’s id of the tab.'),
    ...screenshotShape,
    data: z.string().describe('The picture, base64.'),
    ledger: Ledger,
  })
  .describe('A live screenshot, painted over.');
export type ScreenshotRecord = z.infer<typeof ScreenshotRecord>;

/** The way of the pointer to a press. */
export const PathRecord = z
  .strictObject({
    kind: z.literal('path'),
    document: z.string().describe('The browser’s id of the document.'),
    at: Moment.describe('When the press began.'),
    points: PointerPath,
  })
  .describe('The way of the pointer to a press.');
export type PathRecord = z.infer<typeof PathRecord>;

/** Everything that is sealed, on disk and on the wire, is one of these. */
export const Record = z.discriminatedUnion('kind', [
  OpeningRecord,
  CaptureRecord,
  BrowserRecord,
  LabelRecord,
  AssetRecord,
  ScreenshotRecord,
  PathRecord,
]);
export type Record = z.infer<typeof Record>;
