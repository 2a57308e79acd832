import type { RecorderCommand } from '../../lib/messages.ts';
import type { Send } from '../../lib/sender.ts';
import { type Attention, payAttention } from './attention.ts';
import { frameOwners } from './child-frames.ts';
import type { CostMeter } from './cost-meter.ts';
import type { DeferredMutations } from './deferred-mutations.ts';
import type { Listen } from './event-hub.ts';
import { learnSecretOf } from './field-values.ts';
import { framePlace } from './frame-place.ts';
import { createLater } from './later.ts';
import { createObserver } from './observing.ts';
import { createOutbox } from './outbox.ts';
import { createSnapshots } from './snapshots.ts';
import { startTrackers } from './trackers/start-trackers.ts';

export interface Recorder {
  /** Lets what is captured go to the worker. Until then only the last words of a page do: the worker judges them itself. */
  permit(): void;
  obey(command: RecorderCommand['command']): void;
  /** Sends everything, for the last time. */
  leave(): void;
}

interface Dependencies {
  readonly recorder: string;
  readonly send: Send;
  readonly listen: Listen;
  readonly meter: CostMeter;
  readonly mutations: DeferredMutations;
  readonly onOrphaned: () => void;
  /** The worker wants no more of this recorder. */
  readonly onStopped: () => void;
  /** Ends the life of this recorder. */
  readonly signal: AbortSignal;
}

/** How often, and how many milliseconds apart, it is looked whether a pointer is still held down. */
const MAX_TRIES = 10;
const TRY_AGAIN_MS = 200;

/** Records one document until `signal` ends it. */
export function startRecorder(d: Dependencies): Recorder & Pick<Attention, 'spent'> {
  const later = createLater(d.listen, d.signal);
  const snapshots = createSnapshots({
    ...{ meter: d.meter, mutations: d.mutations },
    emit(...event) {
      outbox.addEvent(...event);
      if (outbox.isFull()) attention.breakOff('worker_down');
    },
  });
  const outbox = createOutbox({
    recorder: d.recorder,
    send: (batch) => d.send('capture', batch),
    cost: d.meter.take,
    frame: () => ({ place: framePlace(), frameOwners: frameOwners(snapshots.nodeId) }),
    onOrphaned: d.onOrphaned,
    onReply(reply, { stream }) {
      if (!reply.recording) d.onStopped();
      else if (reply.newStream && stream === snapshots.position()?.stream) beginStream();
    },
  });
  const attention = payAttention({
    ...{ listen: d.listen, snapshots, signal: d.signal },
    addGap: outbox.addGap,
    hasRoom: () => !outbox.isFull(),
  });
  const observer = createObserver({ snapshots, addAction: outbox.addAction });
  const gestures = startTrackers({ listen: d.listen, signal: d.signal, observer, later, addTyped: outbox.addTyped });

  /** Waits for a pointer to be released: an action and what it was aimed at belong into one stream. */
  function beginStream(triesLeft = MAX_TRIES) {
    if (!snapshots.isRunning()) return;
    if (gestures.isPressed() && triesLeft > 0) {
      setTimeout(() => beginStream(triesLeft - 1), TRY_AGAIN_MS);
      return;
    }
    later.settle(false);
    snapshots.begin();
  }
  const leave = (isLast: boolean) => {
    later.settle(isLast);
    if (isLast) d.mutations.flushIfWanted();
    else d.mutations.flush();
    outbox.flush({ isLast });
  };
  const handIn = () => leave(false);
  // Of what scripts fill in, only events of their own tell, if any: another frame may show it next.
  addEventListener('input', learnSecretOf, { capture: true, signal: d.signal });
  d.listen('visibilitychange', handIn, d.signal);
  document.addEventListener('freeze', handIn, { signal: d.signal });
  d.signal.addEventListener('abort', () => snapshots.stop());
  return {
    spent: attention.spent,
    permit: outbox.permit,
    leave: () => leave(true),
    obey(command) {
      if (command === 'stop') outbox.discard();
      else if (command === 'start') attention.wake();
      else {
        // Another episode begins: what belongs to the one before goes first, now.
        leave(false);
        beginStream();
      }
    },
  };
}
