import type { CaptureBatch } from '../../lib/capture.ts';
import type { Reply } from '../../lib/messages.ts';

/** A worker that has not answered after this long, in milliseconds, is asked again. */
const ANSWER_MS = 10_000;
/** First and longest wait before a batch is sent again, in milliseconds. */
const RETRY_MS = { first: 250, longest: 30_000 };

/** Takes batches to the worker, in order, one at a time, each as often as it takes. */
export interface Delivery {
  add(batch: CaptureBatch, size: number): void;
  /** `atOnce`: everything, without waiting for answers, because there will be no later. */
  deliver(options: { atOnce: boolean }): void;
  discard(): void;
  /** Characters that are not stored yet. */
  held(): number;
}

interface Dependencies {
  readonly send: (batch: CaptureBatch) => Promise<Reply<'capture'>>;
  readonly onReply: (reply: Reply<'capture'>, batch: CaptureBatch) => void;
  readonly onOrphaned: () => void;
}

export function createDelivery({ send, onReply, onOrphaned }: Dependencies): Delivery {
  const queue: { readonly batch: CaptureBatch; readonly size: number }[] = [];
  let isBusy = false;
  let held = 0;
  const shift = () => (held -= queue.shift()?.size ?? 0);

  async function drain() {
    if (isBusy) return;
    isBusy = true;
    let wait = RETRY_MS.first;
    for (let next = queue[0]; next; next = queue[0]) {
      const reply = await ask(() => send(next.batch));
      if (reply === 'orphaned') return onOrphaned();
      if (reply !== 'unanswered' && reply.result !== 'retry') {
        if (queue[0] === next) shift();
        wait = RETRY_MS.first;
      }
      if (reply !== 'unanswered') onReply(reply, next.batch);
      if (queue[0] === next) {
        await pause(wait);
        wait = Math.min(wait * 2, RETRY_MS.longest);
      }
    }
    isBusy = false;
  }
  return {
    add(batch, size) {
      queue.push({ batch, size });
      held += size;
    },
    deliver({ atOnce }) {
      // What is in flight already is sent again: the worker knows batches by their number.
      if (atOnce) for (const { batch } of queue) void ask(() => send(batch));
      void drain();
    },
    discard() {
      queue.length = 0;
      held = 0;
    },
    held: () => held,
  };
}

/** Asks the worker and waits for its answer, but not for ever. */
export async function ask<T>(question: () => Promise<T>): Promise<T | 'unanswered' | 'orphaned'> {
  try {
    return await Promise.race([question(), pause(ANSWER_MS).then(() => 'unanswered' as const)]);
  } catch (error) {
    return String(error).includes('context invalidated') ? 'orphaned' : 'unanswered';
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
