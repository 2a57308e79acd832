import type { Gap } from '../../lib/gap.ts';
import type { RecorderCommand } from '../../lib/messages.ts';
import type { Send } from '../../lib/sender.ts';
import { pageNow } from './clock.ts';
import { createCostMeter } from './cost-meter.ts';
import { deferMutations } from './deferred-mutations.ts';
import { ask, pause } from './delivery.ts';
import { type Listen, listenFirst } from './event-hub.ts';
import { framePlace } from './frame-place.ts';
import { noteScrolls } from './known-scrolls.ts';
import { quietRrweb } from './quiet-rrweb.ts';
import { startRecorder } from './recorder.ts';

/** Waits between questions to a worker that does not answer, in milliseconds; the last one repeats. */
const ASK_AGAIN_MS = [100, 300, 1000, 3000, 10_000];
/** A verdict that took longer, in milliseconds, is a hole in the recording. */
const HOLE_MS = 2000;

type Obey = (command: RecorderCommand['command']) => void;

/**
 * The lives of the recorder in a document: each is a permission to record, from the worker's word to the word that ends
 * it or to the page's leaving. A page that comes back out of the browser's cache gets a new one.
 */
export function beginLives(send: Send, page: AbortController): Obey {
  const meter = createCostMeter();
  const listen = listenFirst(page.signal, meter);
  noteScrolls(listen, page.signal);
  let life = new AbortController();
  let current: ReturnType<typeof startRecorder> | null = null;
  let prepared: ReturnType<typeof deferMutations> | undefined;

  function end() {
    life.abort();
    current = null;
  }
  async function begin() {
    end();
    life = new AbortController();
    const { signal } = life;
    const recorder = crypto.randomUUID();
    const missed = countGestures(listen, signal);
    const verdict = await askForVerdict(send, recorder, missed, signal);
    if (verdict === 'orphaned') return page.abort();
    if (signal.aborted || !verdict.recording) return;
    prepared ??= (quietRrweb(), deferMutations(meter, (ms) => current?.spent(ms)));
    const stop = () => {
      if (signal.aborted) return;
      current?.obey('stop');
      end();
    };
    current = startRecorder({
      ...{ recorder, send, listen, meter, mutations: prepared, gaps: verdict.gaps, signal },
      onOrphaned: () => page.abort(),
      onStopped: stop,
    });
  }
  page.signal.addEventListener('abort', end);
  const leave = () => {
    current?.leave();
    end();
  };
  window.addEventListener('pagehide', leave, { signal: page.signal });
  window.addEventListener('pageshow', (event) => event.persisted && void begin(), { signal: page.signal });
  void begin();
  return (command) => {
    if (command === 'start' && !current) void begin();
    else current?.obey(command);
    if (command === 'stop') end();
  };
}

type Verdict = { recording: boolean; gaps: Gap[] };

/** Counts what a person does while nothing may be recorded yet, to say that it is missing. */
function countGestures(listen: Listen, life: AbortSignal): () => number {
  const counting = new AbortController();
  const signal = AbortSignal.any([life, counting.signal]);
  let count = 0;
  for (const type of ['pointerdown', 'keydown'] as const) listen(type, () => (count += 1), signal);
  return () => {
    counting.abort();
    return count;
  };
}

/** Asks until the worker answers. `missed` counts what happened meanwhile. */
async function askForVerdict(
  send: Send,
  recorder: string,
  missed: () => number,
  signal: AbortSignal,
): Promise<Verdict | 'orphaned'> {
  const from = pageNow();
  for (let attempt = 0; ; attempt += 1) {
    const reply = await ask(() => send('hello', { recorder, place: framePlace() }));
    if (reply === 'orphaned') return reply;
    if (signal.aborted) return { recording: false, gaps: [] };
    if (reply !== 'unanswered') {
      const count = missed();
      const isHole = count > 0 || pageNow() - from > HOLE_MS;
      return { ...reply, gaps: isHole ? [{ reason: 'worker_down', from, to: pageNow(), count }] : [] };
    }
    await pause(ASK_AGAIN_MS[attempt] ?? ASK_AGAIN_MS.at(-1) ?? 0);
  }
}
