import { record } from '@rrweb/record';
import type { RrwebEvent } from '../../lib/capture.ts';
import { pageNow } from '../../page/clock.ts';
import type { CostMeter } from './cost-meter.ts';
import type { DeferredMutations } from './deferred-mutations.ts';
import { asIfParsed } from './quiet-rrweb.ts';
import { watchPopovers } from './popovers.ts';
import { withKnownScrolls } from './known-scrolls.ts';
import { watchFields } from './field-values.ts';
import { fieldFilled, filledField, popoverToggled, rulesAppended } from './rrweb-events.ts';
import { isSecretField, SECRET } from './secret-fields.ts';
import { type AppendedRules, watchStyleSheets } from './style-sheets.ts';
import { rememberSecret, withholdSecrets } from './withhold.ts';

/** A place in the recording: between two events of a stream. */
export interface Position {
  readonly stream: number;
  readonly events: number;
  /** When the event before it happened. */
  readonly at: number;
}

/** The recording of what the page shows, as a row of rrweb streams, one after the other. */
export interface Snapshots {
  /** True while mutations are followed. */
  isRunning(): boolean;
  /**
   * Begins a stream with a full snapshot; while one runs, it is followed by another.
   * @param asOf what is told now was so at that moment already: when a person acted, and the page has not heard of it yet.
   */
  begin(asOf?: number): void;
  stop(): void;
  /** Brings the stream up to what the page shows at this moment. Cheap when nothing has happened. */
  catchUp(asOf?: number): void;
  /** Where the stream is. Null before the first. */
  position(): Position | null;
  nodeId(node: Node | null): number | null;
}

interface Dependencies {
  readonly emit: (at: Position, event: RrwebEvent, size: number) => void;
  readonly mutations: DeferredMutations;
  readonly meter: CostMeter;
}

export function createSnapshots({ emit, mutations, meter }: Dependencies): Snapshots {
  let stream = -1;
  let events = 0;
  let lastAt = 0;
  let latest = Number.POSITIVE_INFINITY;
  const sheets = watchStyleSheets(nodeId);
  const fields = watchFields();
  const popovers = watchPopovers();
  let stopRrweb: (() => void) | undefined;

  function take(event: RrwebEvent) {
    lastAt = event.timestamp = Math.max(lastAt, Math.min(latest, pageNow()));
    const size = withholdSecrets(event, (id) => record.mirror.getNode(id));
    emit({ stream, events, at: lastAt }, event, size);
    events += 1;
    const field = filledField(event);
    if (field) fields.learn(record.mirror.getNode(field));
  }
  function dated(asOf: number | undefined, work: () => void) {
    latest = asOf ?? latest;
    try {
      work();
    } finally {
      latest = Number.POSITIVE_INFINITY;
    }
  }
  function snapshot(work: () => void) {
    meter.measure('snapshotMs', () => withKnownScrolls(work));
    sheets.reset();
    fields.reset();
    popovers.reset();
    tellPopovers();
  }
  function tellPopovers() {
    for (const { popover, isOpen } of popovers.changes()) {
      const id = nodeId(popover);
      if (id) take(popoverToggled(id, isOpen));
    }
  }
  /** False when rrweb does not know the sheet. */
  function tellRules({ owner, from, rules }: AppendedRules): boolean {
    const id = nodeId(owner);
    if (!id) return false;
    const adds = rules.map((rule, place) => ({ rule, index: from + place }));
    take(rulesAppended(id, adds));
    return true;
  }
  return {
    isRunning: () => stopRrweb !== undefined,
    begin(asOf) {
      mutations.flush();
      stream += 1;
      events = 0;
      dated(asOf, () =>
        snapshot(() => {
          if (stopRrweb) record.takeFullSnapshot(true);
          else stopRrweb = startRrweb(take);
        }),
      );
    },
    stop() {
      mutations.flush();
      stopRrweb?.();
      stopRrweb = undefined;
    },
    catchUp(asOf) {
      if (!stopRrweb) return;
      dated(asOf, () => {
        mutations.catchUp();
        const changes = sheets.changes();
        if (changes === 'unclear' || !changes.every(tellRules)) snapshot(() => record.takeFullSnapshot(true));
        for (const field of fields.changes()) {
          const id = nodeId(field);
          // What is not in the recording is nobody's to tell.
          if (id) take(fieldFilled(id, field));
        }
        tellPopovers();
      });
    },
    position: () => (stream < 0 ? null : { stream, events, at: lastAt }),
    nodeId,
  };
}

function nodeId(node: Node | null): number | null {
  const id = record.mirror.getId(node);
  return id > 0 ? id : null;
}

function startRrweb(take: (event: RrwebEvent) => void): (() => void) | undefined {
  keepNodeIds();
  let isStopped = false;
  const stop = asIfParsed(() =>
    record({
      // rrweb's timers for style sheets that are slow to load outlive it.
      emit: (event) => void (isStopped || take(event as RrwebEvent)),
      sampling: { mousemove: false, mouseInteraction: false, input: 'last', scroll: 200 },
      maskInputOptions: { input: true, textarea: true, password: true } as Record<string, boolean>,
      maskInputFn: withholdSecretValue,
    }),
  );
  return () => {
    isStopped = true;
    stop?.();
  };
}

function withholdSecretValue(value: string, field: HTMLElement): string {
  if (value === '' || !isSecretField(field)) return value;
  rememberSecret(value);
  return SECRET;
}

/**
 * rrweb forgets the ids of nodes when it starts again; this keeps them, so that a node has one id in all streams of a
 * document, and the document has 1: otherwise each node carries the id of its document along.
 */
function keepNodeIds(): void {
  const { mirror } = record;
  mirror.reset = () => void Reflect.set(mirror, 'idNodeMap', new Map());
}
