import type { RecorderCommand, Reply } from '../../lib/messages.ts';
import type { Send } from '../../lib/sender.ts';
import { createCostMeter } from './cost-meter.ts';
import { deferMutations } from './deferred-mutations.ts';
import { ask, pause } from './delivery.ts';
import { listenFirst } from './event-hub.ts';
import { framePlace } from './frame-place.ts';
import { noteScrolls } from './known-scrolls.ts';
import { quietRrweb } from './quiet-rrweb.ts';
import { startRecorder } from './recorder.ts';
import { notePasswords } from './secret-fields.ts';

/** Wait between two questions to a worker that does not answer, in milliseconds. */
const ASK_AGAIN_MS = 300;

type Obey = (command: RecorderCommand['command']) => void;

/**
 * The lives of the recorder in a document: each lasts from its question whether it may record to the word that ends it or
 * to the page's leaving. Until the answer it keeps what it captures to itself, since a person does not wait for a worker
 * to wake; a no forgets it. A page that comes back out of the browser's cache gets a new life.
 */
export function beginLives(send: Send, page: AbortController): Obey {
  // In time, it is there before the body of its page.
  const isLate = !!document.body;
  const meter = createCostMeter();
  const listen = listenFirst(page.signal, meter);
  noteScrolls(listen, page.signal);
  notePasswords(page.signal);
  let life = new AbortController();
  let current: ReturnType<typeof startRecorder> | null = null;
  let prepared: ReturnType<typeof deferMutations> | undefined;
  /** The worker's word has changed since it was last asked: a no of before does not count. */
  let isToAskAgain = false;

  function end() {
    life.abort();
    current = null;
  }
  async function begin() {
    end();
    life = new AbortController();
    const { signal } = life;
    const recorder = crypto.randomUUID();
    prepared ??= (quietRrweb(), deferMutations(meter, (ms) => current?.spent(ms)));
    const stop = () => {
      if (signal.aborted) return;
      current?.obey('stop');
      end();
    };
    const started = startRecorder({
      ...{ recorder, send, listen, meter, mutations: prepared, signal },
      onOrphaned: () => page.abort(),
      onStopped: stop,
    });
    current = started;
    isToAskAgain = false;
    const hello = () => send('hello', { recorder, place: framePlace(), isLate });
    let verdict = await askForVerdict(hello, signal);
    while (isToAskAgain && !signal.aborted) {
      isToAskAgain = false;
      verdict = await askForVerdict(hello, signal);
    }
    if (verdict === 'orphaned') page.abort();
    else if (verdict.recording) {
      started.permit();
      if (verdict.attended) started.obey('start');
    } else stop();
  }
  page.signal.addEventListener('abort', end);
  const leave = () => {
    current?.leave();
    end();
  };
  listen('pagehide', leave, page.signal);
  // A window that a script closes hears of nothing later; it is closed once the script has ended.
  const leaveIfClosed = () => queueMicrotask(() => closed && leave());
  listen('beforeunload', leaveIfClosed, page.signal);
  listen('pageshow', (event) => event.persisted && void begin(), page.signal);
  void begin();
  return (command) => {
    isToAskAgain ||= command === 'start';
    if (command === 'start' && !current) void begin();
    else current?.obey(command);
    if (command === 'stop') end();
  };
}

/** Asks until the worker answers, or nobody waits for the answer any more. */
async function askForVerdict(
  hello: () => Promise<Reply<'hello'>>,
  signal: AbortSignal,
): Promise<Reply<'hello'> | 'orphaned'> {
  for (;;) {
    const reply = await ask(hello);
    if (signal.aborted) return { recording: false, attended: false };
    if (reply !== 'unanswered') return reply;
    await pause(ASK_AGAIN_MS);
  }
}
