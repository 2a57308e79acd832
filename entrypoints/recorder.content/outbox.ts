import type { CaptureBatch, RecorderCost, RrwebEvent } from '../../lib/capture.ts';
import type { Gap } from '../../lib/gap.ts';
import type { Reply } from '../../lib/messages.ts';
import type { RawAction } from '../../lib/action.ts';
import { createDelivery } from './delivery.ts';
import { learnSecrets } from './field-values.ts';
import { pageNow } from '../../page/clock.ts';
import { SECRET } from './secret-fields.ts';
import type { Position } from './snapshots.ts';
import { secretPrints, weigh, withholdText } from './withhold.ts';

/** Characters of a message at which the next begins; a single snapshot may be more. */
const MAX_BATCH = 500_000;
/** Characters that wait in the page for the worker, at most. */
const MAX_HELD = 20_000_000;
/** A batch goes out so long after its first item, in milliseconds, when the page is idle. */
const FLUSH_MS = 1000;
/** Not all at the same moment: the frames of a page begin together, and the worker takes one batch at a time. */
const flushMs = () => FLUSH_MS * (0.7 + 0.6 * Math.random());
/** Texts that fields held, in one batch. */
const MAX_TYPED = 500;

/** Collects what was captured into batches, and keeps each until the worker has stored it. */
export interface Outbox {
  addEvent(at: Position, event: RrwebEvent, size: number): void;
  addAction(stream: number, action: RawAction): void;
  addGap(gap: Gap): void;
  /** What tells nothing is not taken. */
  addTyped(text: string | null): void;
  /** From now on, what has been collected may be sent. */
  permit(): void;
  /**
   * Sends what has been collected, if that is permitted. `isLast`: the document goes away, nothing will follow, and the
   * worker decides about what was not yet permitted.
   */
  flush(options?: { isLast: boolean }): void;
  /** Gives everything up that is not stored, and takes no more. */
  discard(): void;
  isFull(): boolean;
}

interface Dependencies {
  readonly recorder: string;
  readonly send: (batch: CaptureBatch) => Promise<Reply<'capture'>>;
  readonly cost: () => RecorderCost;
  readonly frame: () => Pick<CaptureBatch, 'place' | 'frameOwners'>;
  readonly onReply: (reply: Reply<'capture'>, batch: CaptureBatch) => void;
  /** The extension is gone. */
  readonly onOrphaned: () => void;
}

type Draft = Pick<CaptureBatch, 'stream' | 'firstEvent' | 'events' | 'actions' | 'gaps'> & {
  typed: Set<string>;
  size: number;
};

const newDraft = ({ stream, events }: Pick<Position, 'stream' | 'events'>): Draft => ({
  ...{ stream, firstEvent: events, events: [], actions: [], gaps: [], typed: new Set<string>(), size: 0 },
});

const isEmpty = ({ events, actions, gaps, typed }: Draft): boolean =>
  events.length + actions.length + gaps.length + typed.size === 0;

export function createOutbox({ recorder, send, cost, frame, onReply, onOrphaned }: Dependencies): Outbox {
  let seq = 0;
  let draft = newDraft({ stream: 0, events: 0 });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let isPermitted = false;
  const delivery = createDelivery({
    send,
    onOrphaned,
    onReply(reply, batch) {
      if (reply.result === 'refused' && reply.recording)
        add({ reason: 'dropped', from: pageNow(), to: null, count: weightOf(batch) });
      onReply(reply, batch);
    },
  });

  const add = (gap: Gap) => {
    draft.gaps.push(gap);
    schedule();
  };
  function close(isLast: boolean) {
    clearTimeout(timer);
    timer = undefined;
    if (isClosed || (isEmpty(draft) && !isLast)) return;
    learnSecrets();
    const { typed, size, ...rest } = draft;
    const batch = {
      recorder,
      seq,
      ...rest,
      typed: [...typed],
      secrets: secretPrints(),
      ...frame(),
      cost: cost(),
      isLast,
    };
    seq += 1;
    draft = newDraft({ stream: draft.stream, events: draft.firstEvent + draft.events.length });
    delivery.add(batch, size);
  }
  function flush({ isLast } = { isLast: false }) {
    close(isLast);
    if (isPermitted || isLast) delivery.deliver({ atOnce: isLast });
  }
  function schedule() {
    if (isClosed) return;
    // The first goes at once: until it has come in, nobody would miss what this document holds.
    timer ??= setTimeout(() => requestIdleCallback(() => flush(), { timeout: FLUSH_MS }), seq && flushMs());
  }
  /** A batch never mixes two streams. */
  function turnTo(position: Position) {
    if (draft.stream === position.stream) return;
    close(false);
    draft = newDraft(position);
  }
  function grow(size: number) {
    draft.size += size;
    if (draft.size >= MAX_BATCH) close(false);
    schedule();
  }
  return {
    addEvent(at, event, size) {
      turnTo(at);
      if (draft.size > 0 && draft.size + size > MAX_BATCH) close(false);
      if (draft.events.length === 0) draft.firstEvent = at.events;
      draft.events.push(event);
      grow(size);
    },
    addAction(stream, action) {
      const size = weigh(action);
      // A gesture that outlived its stream has no place in the next; its time tells where it was.
      const eventsBefore = stream === draft.stream ? action.eventsBefore : 0;
      draft.actions.push({ ...action, eventsBefore });
      grow(size);
    },
    addGap: add,
    addTyped(text) {
      if (!text || text === SECRET) return;
      if (draft.typed.size < MAX_TYPED) draft.typed.add(withholdText(text));
      grow(text.length);
    },
    permit() {
      isPermitted = true;
      delivery.deliver({ atOnce: false });
    },
    flush,
    discard() {
      isClosed = true;
      clearTimeout(timer);
      delivery.discard();
    },
    isFull: () => delivery.held() + draft.size > MAX_HELD,
  };
}

const weightOf = ({ events, actions }: CaptureBatch): number => events.length + actions.length;
