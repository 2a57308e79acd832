import type { RawAction } from '../../lib/action.ts';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';
import { redactBatch, type RedactedBatch, type RedactionContext } from '../../lib/redaction/redact-batch.ts';
import { element, page, RECORDER, START } from './records.ts';
import { nodeIn } from './rrweb.ts';

type Batch = Parameters<typeof redactBatch>[0];

/** The memory when a document has shown an empty page. */
const memoryOfPage: RedactionMemory = { ...emptyMemory(), nodes: [[RECORDER, []]] };

/** Redacts a batch of one document that is known already; the batch is empty but for `batch`. */
export function redact(batch: Partial<Batch>, context: Partial<RedactionContext> = {}): RedactedBatch {
  return redactBatch(
    { recorder: RECORDER, events: [], actions: [], isLast: false, gaps: [], typed: [], ...batch },
    {
      level: 'standard',
      urlParameters: [],
      vocabulary: [],
      withhold: { patterns: [], words: [] },
      sites: null,
      memory: memoryOfPage,
      ...context,
    },
  );
}

/** Somebody filled in a field. */
export function fill(value: string, nodeId = 10): RawAction {
  const target = element(nodeId, { tag: 'input', role: 'textbox', name: 'Name' });
  return { ...raw({ type: 'fill', value, by: 'typing' }), target };
}

export function raw(action: RawAction['action'], rest: Partial<RawAction> = {}): RawAction {
  return { at: START, until: START, eventsBefore: 2, action, target: element(5), page, ...rest };
}

/** Text of the node with this id. */
export const text = (events: unknown, id: number) => nodeIn(events, id)?.['textContent'];
/** Attributes of the node with this id. */
export const attributes = (events: unknown, id: number) => nodeIn(events, id)?.['attributes'];
