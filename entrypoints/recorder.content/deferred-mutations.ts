import type { CostMeter } from './cost-meter.ts';
import { learnSecrets } from './field-values.ts';

/** Mutations wait this long for an idle moment, in milliseconds: while somebody acts, and otherwise. */
const MAX_WAIT_MS = { wanted: 1000, unwanted: 5000 };
/** Somebody acts when it was last so short a time ago, in milliseconds. */
const WANTED_MS = 10_000;

/** The mutation observers of rrweb, which is told of mutations when the page is idle, or on demand. */
export interface DeferredMutations {
  /** Tells rrweb at once of all that has happened. */
  flush(): void;
  /** The same, because somebody acts. */
  catchUp(): void;
  /** The document goes away: tells rrweb only if somebody has acted in it lately, and forgets it otherwise. */
  flushIfWanted(): void;
}

interface Feed {
  readonly observer: MutationObserver;
  readonly tell: MutationCallback;
  records: MutationRecord[];
}

/**
 * Puts another constructor where rrweb looks for that of mutation observers. It is native code to rrweb's eyes, which
 * would otherwise fetch a "clean" one from an iframe. Only the isolated world has it.
 * @param onWork told how many milliseconds a delivery took.
 */
export function deferMutations(meter: CostMeter, onWork: (ms: number) => void): DeferredMutations {
  const feeds = new Set<Feed>();
  const Native = MutationObserver;
  let isScheduled = false;
  let lastWanted = Number.NEGATIVE_INFINITY;
  const isWanted = () => performance.now() - lastWanted < WANTED_MS;

  function flush() {
    const begin = performance.now();
    const hasWork = meter.measure('handlerMs', () => {
      learnSecrets();
      return [...feeds].map(deliver).some(Boolean);
    });
    if (hasWork) onWork(performance.now() - begin);
  }
  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    requestIdleCallback(
      () => {
        isScheduled = false;
        flush();
      },
      { timeout: isWanted() ? MAX_WAIT_MS.wanted : MAX_WAIT_MS.unwanted },
    );
  }
  function observer(tell: MutationCallback): MutationObserver {
    const native = new Native((records) => {
      feed.records = feed.records.length ? feed.records.concat(records) : records;
      schedule();
    });
    const feed: Feed = { observer: native, tell, records: [] };
    feeds.add(feed);
    native.disconnect = () => {
      feeds.delete(feed);
      Native.prototype.disconnect.call(native);
    };
    return native;
  }
  Reflect.set(MutationObserver.prototype, 'constructor', observer.bind(null));
  return {
    flush,
    catchUp() {
      lastWanted = performance.now();
      flush();
    },
    flushIfWanted() {
      if (isWanted()) flush();
      else for (const feed of feeds) takeRecords(feed);
    },
  };
}

function takeRecords(feed: Feed): MutationRecord[] {
  const records = [...feed.records, ...feed.observer.takeRecords()];
  feed.records = [];
  return records;
}

function deliver(feed: Feed): boolean {
  const records = takeRecords(feed);
  if (records.length > 0) feed.tell(records, feed.observer);
  return records.length > 0;
}
