import { z } from 'zod';
import { CaptureBatch, FramePlace, SecretPrint } from './capture.ts';
import { MAX_INSTRUCTION } from './instruction.ts';
import { PointerPath } from './pointer-path.ts';
import { Policy } from './policy.ts';
import { MeasuredPage, ScreenshotCause, ScreenshotPlan } from './screenshot.ts';
import { CaptureStatus } from './status.ts';
import { Outcome } from './task.ts';
import { Count, Moment, Sha256, Uuid } from './units.ts';

/** What stands in the way of uploading, as a key of the message files. */
export const UploadProblem = z.enum([
  'unreachable',
  'refused',
  'server_error',
  'busy',
  'not_enrolled',
  'day_budget',
  'unsent_too_long',
]);
export type UploadProblem = z.infer<typeof UploadProblem>;

/** The inside door: every message of the extension, its request and its reply. The receiver parses; types are trusted after. */
export const messages = {
  /** A recorder has started in a document and asks whether it may record. */
  hello: {
    request: z.strictObject({
      recorder: Uuid,
      place: FramePlace,
      isLate: z
        .boolean()
        .describe('The page was there before the recorder: something may have been done in it already.'),
    }),
    reply: z.strictObject({
      recording: z.boolean(),
      attended: z.boolean().describe('Somebody is at work on the page that this frame is part of.'),
    }),
  },
  /** A recorder hands over what it captured. `stored` is the acknowledgement: the batch is on disk. */
  capture: {
    request: CaptureBatch,
    reply: z.strictObject({
      result: z
        .enum(['stored', 'refused', 'retry'])
        .describe('`refused`: will never be stored, give it up as a gap. `retry`: send it again later.'),
      recording: z.boolean().describe('False: stop recording.'),
      newStream: z.boolean().describe('True: begin a new stream with a full snapshot; another episode has begun.'),
    }),
  },
  /** A page says at once what other pages may show next, or an address have. Its next batch says it again. */
  secret: { request: SecretPrint, reply: z.strictObject({}) },
  /** A page asks when screenshots are to be taken of it. */
  screenshotPlan: { request: z.strictObject({}), reply: ScreenshotPlan },
  /** A page that has held still asks for a picture of itself. It says what is to become of it once it has looked at itself again. */
  shoot: {
    request: z.strictObject({}),
    reply: z.strictObject({
      shot: Uuid.nullable().describe('Names the picture while the worker holds it in memory. Null: there is none.'),
      isRecorded: z.boolean().describe('False: nothing is recorded here now, so that nothing is missing.'),
    }),
  },
  /** The page has not moved: the picture is painted over and kept. */
  keepShot: {
    request: z.strictObject({ shot: Uuid, cause: ScreenshotCause, from: Moment, page: MeasuredPage }),
    reply: z.strictObject({}),
  },
  /** There is no picture, or it must not be kept. */
  missShot: {
    request: z.strictObject({
      shot: Uuid.nullable(),
      from: Moment,
      reason: z.enum(['screenshot_moved', 'screenshot_unmeasured', 'screenshot_refused']),
    }),
    reply: z.strictObject({}),
  },
  /** The way of the pointer to a press that has just begun. */
  pointerPath: { request: z.strictObject({ at: Moment, points: PointerPath }), reply: z.strictObject({}) },
  /** What is happening in a tab and with the queue: for the popup. */
  getStatus: {
    request: z.strictObject({ tab: Count.nullable() }),
    reply: z.strictObject({
      status: CaptureStatus,
      organisation: z.string().nullable(),
      policyProblems: z.array(z.strictObject({ key: z.string(), detail: z.string() })),
      framesNotCovered: Count.describe('Frames on the page that are not monitored.'),
      unsentEpisodes: Count,
      uploadProblem: z.strictObject({ reason: UploadProblem, since: Moment }).nullable(),
      task: z
        .strictObject({ instruction: z.string().nullable(), outcome: Outcome.nullable() })
        .nullable()
        .describe('What the person last said of a task, as it was kept. Null: nothing that could still be changed.'),
    }),
  },
  pause: {
    request: z.strictObject({ length: z.enum(['15min', '1h', 'day']) }),
    reply: z.strictObject({ until: Moment }),
  },
  resume: { request: z.strictObject({}), reply: z.strictObject({}) },
  /** The person says what a task is or how it ended, or corrects that. */
  labelTask: {
    request: z.strictObject({
      episode: z.enum(['open', 'last']).describe('The task that goes on, or the one that was spoken of last.'),
      instruction: z.string().max(MAX_INSTRUCTION).nullable(),
      outcome: Outcome.nullable(),
    }),
    reply: z.strictObject({ labelled: z.boolean() }),
  },
  /** The person marks the end of a task: the next action begins a new episode. */
  endTask: { request: z.strictObject({}), reply: z.strictObject({}) },
  /** Everything the options page shows. */
  getOverview: {
    request: z.strictObject({}),
    reply: z.strictObject({
      policy: Policy.omit({ collector: true })
        .extend({ collectorHost: z.string() })
        .nullable()
        .describe('Null: none, or broken. The enrolment token stays in the worker.'),
      builtInDeny: z.array(z.string()),
      status: CaptureStatus.describe('What holds for every tab; `recording` when monitored sites are recorded.'),
      policyProblems: z.array(z.strictObject({ key: z.string(), detail: z.string() })),
      noticeHash: Sha256.nullable(),
      answer: z.strictObject({ noticeHash: Sha256, accepted: z.boolean(), at: Moment }).nullable(),
      uploads: z
        .array(z.strictObject({ at: Moment, episode: Uuid, bytes: Count }))
        .describe('The last 50, newest first.'),
      unsentEpisodes: Count,
      diskBytes: Count,
      uploadProblem: z.strictObject({ reason: UploadProblem, since: Moment }).nullable(),
      version: z.string(),
      isTestBuild: z.boolean(),
    }),
  },
  /** The person's answer to the notice. */
  answerNotice: {
    request: z.strictObject({ noticeHash: Sha256, accepted: z.boolean() }),
    reply: z.strictObject({}),
  },
} as const;

type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Request<N extends MessageName> = z.infer<Messages[N]['request']>;
export type Reply<N extends MessageName> = z.infer<Messages[N]['reply']>;

/** How a message travels. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly request: Request<N>;
}

/** What the worker tells a recorder, unasked. Missed ones heal with the next reply to `capture`. */
export const RecorderCommand = z.strictObject({ command: z.enum(['start', 'stop', 'newStream']) });
export type RecorderCommand = z.infer<typeof RecorderCommand>;

/** What the worker asks the recorder of a page about that which only the page knows to be secret. */
export interface PageQuestion {
  /** Of which the page is to take out what is secret. */
  readonly url: string;
}

/** What a page answers: the URL without what is secret, and prints of all that its fields for secrets hold or held. */
export const PageAnswer = z.strictObject({ url: z.string(), secrets: z.array(SecretPrint) });
export type PageAnswer = z.infer<typeof PageAnswer>;

export type Handlers<Sender> = { [N in MessageName]: (request: Request<N>, sender: Sender) => Promise<Reply<N>> };

/**
 * The worker's end of the door: parses what arrives and hands it to its handler.
 * @returns undefined for a message that is none of ours; a promise of the reply otherwise, rejected if it does not parse.
 */
export function createReceiver<Sender>(handlers: Handlers<Sender>) {
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    const envelope = z.object({ name: z.string(), request: z.unknown() }).safeParse(message);
    if (!envelope.success || !(envelope.data.name in messages)) return undefined;
    return receive(handlers, envelope.data.name as MessageName, envelope.data.request, sender);
  };
}

/** A batch that cannot be read never will be: the page must not send it for ever. */
const UNREADABLE_BATCH: Reply<'capture'> = { result: 'refused', recording: true, newStream: true };

async function receive<N extends MessageName, Sender>(
  handlers: Handlers<Sender>,
  name: N,
  request: unknown,
  sender: Sender,
) {
  const parsed = messages[name].request.safeParse(request);
  if (parsed.success) return handlers[name](parsed.data as Request<N>, sender);
  if (name === 'capture') return UNREADABLE_BATCH;
  throw parsed.error;
}
