import { EventType, type RrwebEvent } from '../capture.ts';
import type { Ledger } from '../record.ts';
import type { MeasuredPage, Rectangle } from '../screenshot.ts';
import { createTally } from './ledger.ts';
import { fieldsOf, listOf, numberOf } from './read.ts';
import { redactBatch, type RedactionContext } from './redact-batch.ts';
import type { Redacted } from './redacted.ts';
import { NodeType, Source } from './rrweb-types.ts';

/** The page was not recorded by this: what is learnt from it is forgotten. */
const RECORDER = 'screenshot';

/** What is painted over on a screenshot before anything else happens to it. */
export interface Cover {
  readonly boxes: readonly Rectangle[];
  readonly ledger: Ledger;
}

/**
 * Decides what of a page may be seen on a screenshot: the texts of which the redaction of the stream keeps every
 * character. All else is covered. Undefined when something would have to be covered whose place is not known.
 */
export function coverOf(page: MeasuredPage, context: RedactionContext): Redacted<Cover> | undefined {
  const { content, failures } = redactBatch(
    {
      ...{ recorder: RECORDER, actions: [], gaps: [], isLast: true, typed: page.typed },
      events: [emptyPage, addition(page.tree)],
    },
    context,
  );
  const shown = failures > 0 ? undefined : addedTo(content.events[1]);
  if (shown === undefined) return undefined;
  const [before, after] = [textsIn(page.tree), textsIn(shown)];
  const isKept = (node: number) => before.has(node) && before.get(node) === after.get(node);
  const lost = page.texts.filter(({ node }) => !isKept(node));
  if (lost.some(({ boxes }) => boxes.length === 0)) return undefined;
  const tally = createTally();
  const covered = [...page.covered, ...lost.map(({ boxes }) => ({ rule: 'text', boxes }) as const)];
  for (const { rule } of covered) tally.count('screenshot', `painted_${rule}`);
  const cover: Cover = { boxes: covered.flatMap(({ boxes }) => boxes), ledger: tally.ledger() };
  return cover as Redacted<Cover>;
}

const emptyPage: RrwebEvent = {
  type: EventType.fullSnapshot,
  data: { node: { type: NodeType.document, id: 0, childNodes: [] }, initialOffset: { left: 0, top: 0 } },
  timestamp: 0,
};

/** A change and no snapshot: echoes of what is being typed are looked for in changes. */
function addition(node: unknown): RrwebEvent {
  const adds = [{ parentId: 0, nextId: null, node }];
  const data = { source: Source.mutation, texts: [], attributes: [], removes: [], adds };
  return { type: EventType.incremental, data, timestamp: 0 };
}

/** Undefined where the node was withheld. */
function addedTo(event: RrwebEvent | undefined): unknown {
  const [added] = listOf(fieldsOf(event?.data)['adds']);
  return added === undefined ? undefined : fieldsOf(added)['node'];
}

/** Texts, and values of buttons, by the ids of their nodes. */
function textsIn(tree: unknown): Map<number, unknown> {
  const texts = new Map<number, unknown>();
  const visit = (serialized: unknown): void => {
    const { type, id, textContent, attributes, childNodes = [] } = fieldsOf(serialized);
    texts.set(numberOf(id), type === NodeType.text ? textContent : fieldsOf(attributes)['value']);
    listOf(childNodes).forEach(visit);
  };
  visit(tree);
  return texts;
}
