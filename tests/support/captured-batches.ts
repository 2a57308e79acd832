import type { Worker } from '@playwright/test';
import type { CaptureBatch } from '../../lib/capture.ts';
import type { Gap } from '../../lib/gap.ts';
import type { RawAction } from '../../lib/action.ts';

/** A message that a recorder sent, as the browser delivered it. */
export interface DeliveredBatch {
  readonly frame: number;
  readonly batch: CaptureBatch;
}

interface Listening {
  batches?: (DeliveredBatch & { readonly tab: number })[];
  /** Tabs of the tests before: what they still say belongs to nobody. */
  formerTabs: Set<number>;
  chrome: {
    runtime: {
      onMessage: {
        addListener(
          listener: (
            message: { name: string; request: CaptureBatch },
            sender: { frameId: number; tab: { id: number } },
          ) => void,
        ): void;
      };
    };
  };
}

/** What leaves the pages, before the worker redacts it. Listens beside the worker's own listener, until it stops. */
export interface CapturedBatches {
  readonly all: () => Promise<DeliveredBatch[]>;
  /** Those that have come since this was last asked, as they came; they are forgotten. */
  readonly take: () => Promise<string>;
  /** Actions of all frames, in the order in which they were delivered. */
  readonly actions: () => Promise<RawAction[]>;
  /** What the recorders could not record. */
  readonly gaps: () => Promise<Gap[]>;
  /** The verbs of the actions, with what was typed or pressed. */
  readonly verbs: () => Promise<string[]>;
}

export async function listenForBatches(worker: Worker): Promise<CapturedBatches> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Listening;
    const isListening = scope.batches !== undefined;
    scope.formerTabs = new Set([...(scope.formerTabs ?? []), ...(scope.batches ?? []).map(({ tab }) => tab)]);
    scope.batches = [];
    if (isListening) return;
    scope.chrome.runtime.onMessage.addListener(({ name, request }, { frameId, tab }) => {
      if (name === 'capture' && !scope.formerTabs.has(tab.id))
        scope.batches?.push({ frame: frameId, tab: tab.id, batch: request });
    });
  });
  const all = () => worker.evaluate(() => (globalThis as unknown as Listening).batches ?? []);
  const take = () =>
    worker.evaluate(() => JSON.stringify((globalThis as unknown as Listening).batches?.splice(0) ?? []));
  // Taken out in the worker: events are many megabytes, and are asked for again and again.
  const part = <Key extends 'actions' | 'gaps'>(key: Key) =>
    worker.evaluate(
      (of) => (globalThis as unknown as Listening).batches?.map(({ batch }) => batch[of] as CaptureBatch[Key]),
      key,
    );
  const actions = async () => ((await part('actions')) ?? []).flat();
  const gaps = async () => ((await part('gaps')) ?? []).flat();
  return { all, take, actions, gaps, verbs: async () => (await actions()).map(verbOf) };
}

function verbOf({ action }: RawAction): string {
  if (action.type === 'fill') return `fill ${action.value}`;
  if (action.type === 'press') return `press ${[...action.modifiers, action.key].join('+')}`;
  if (action.type === 'click' && action.button !== 'left') return `click ${action.button}`;
  if (action.type === 'selectOption') return `selectOption ${action.options.map(({ label }) => label).join()}`;
  return action.type;
}
