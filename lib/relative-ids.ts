import { EventType, type RrwebEvent } from './capture.ts';
import { Source } from './redaction/rrweb-types.ts';

/** What rrweb's data are made of. */
type Fields = Readonly<Record<string, unknown>>;

/** Says the id of the node that comes next in the other way. */
type Renumber = (id: unknown) => unknown;

/**
 * The events with the ids of nodes counted from the node before: what a page shows again then reads the same again, which
 * is what compression lives on. A node whose id is the next one says nothing about it. Only redacted events: their form is known.
 */
export function withRelativeIds(events: readonly RrwebEvent[]): RrwebEvent[] {
  return events.map((event) => rewrite(event, relative(), true));
}

/** The events as they were before `withRelativeIds`. */
export function withAbsoluteIds(events: readonly RrwebEvent[]): RrwebEvent[] {
  return events.map((event) => rewrite(event, absolute(), false));
}

function relative(): Renumber {
  let last = 0;
  return (id) => {
    if (typeof id !== 'number') return id ?? null;
    const step = id - last;
    last = id;
    return step === 1 ? undefined : step;
  };
}

function absolute(): Renumber {
  let last = 0;
  return (step = 1) => {
    if (typeof step !== 'number') return step ?? undefined;
    last += step;
    return last;
  };
}

function rewrite(event: RrwebEvent, renumber: Renumber, isRelating: boolean): RrwebEvent {
  const data = event.data as Fields;
  if (event.type === EventType.fullSnapshot && isFields(data['node']))
    return { ...event, data: { ...data, node: rewriteNode(data['node'], renumber) } };
  if (event.type !== EventType.incremental || data['source'] !== Source.mutation) return event;
  return {
    ...event,
    data: { ...data, adds: (data['adds'] as Fields[]).map((add) => rewriteAdd(add, renumber, isRelating)) },
  };
}

function rewriteAdd(add: Fields, renumber: Renumber, isRelating: boolean): Fields {
  const before = add['node'] as Fields;
  const node = rewriteNode(before, renumber);
  const { id } = isRelating ? before : node;
  const rewritten: Record<string, unknown> = { ...add, node };
  for (const name of ['parentId', 'nextId', 'previousId']) {
    const place = add[name];
    if (typeof place === 'number' && typeof id === 'number') rewritten[name] = id - place;
  }
  return rewritten;
}

function rewriteNode({ id, childNodes, ...rest }: Fields, renumber: Renumber): Fields {
  const renumbered = renumber(id);
  return {
    ...rest,
    ...(renumbered === undefined ? {} : { id: renumbered }),
    ...(Array.isArray(childNodes)
      ? { childNodes: childNodes.map((child: Fields) => rewriteNode(child, renumber)) }
      : {}),
  };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
