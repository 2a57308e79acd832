import { EventType, type RrwebEvent } from '../lib/capture.ts';
import type { Episode, Observation } from '../lib/episode.ts';
import { type PointedAt, pointerEvent } from './pointer-at.ts';
import { highestId, rewritten } from './rewrite-nodes.ts';

/** The page of an observation as one rrweb stream, with its frames in their places. */
export interface JoinedPage {
  /** In the order in which they are to be played; the times are those of no clock. */
  readonly events: readonly RrwebEvent[];
  /** The id in `events` of a node of a document of the episode. Undefined: the document is not in the page. */
  idOf(document: number, nodeId: number): number | undefined;
}

/** rrweb's `IncrementalSource`, as far as it is looked at here. */
const Source = { mutation: 0, mouseMove: 1, scroll: 3, viewportResize: 4, touchMove: 6, drag: 12 } as const;

interface Part {
  readonly document: number;
  readonly stream: number;
  readonly events: readonly RrwebEvent[];
  /** What is added to its node ids. */
  readonly offset: number;
}

/**
 * Joins the streams of an observation. A frame hangs below its owner element as rrweb itself has it for frames of other
 * origins: its snapshot becomes a mutation of the parent. Undefined when there is nothing to show. `pointer`: what it is on.
 */
export function joinFrames(
  { documents, streams }: Pick<Episode, 'documents' | 'streams'>,
  observation: Pick<Observation, 'streams'> & Partial<Pick<Observation, 'document'>>,
  pointer?: PointedAt,
): JoinedPage | undefined {
  const parts: Part[] = [];
  const events: RrwebEvent[] = [];
  const inOrder = observation.streams
    .map((place) => ({ ...place, document: streams[place.stream]?.document ?? -1 }))
    .sort((a, b) => a.document - b.document);
  for (const round of [isRoot, isChild]) {
    for (let found = true; found;) {
      found = false;
      for (const { stream, events: count, document } of inOrder) {
        if (parts.some((part) => part.document === document) || !round(document)) continue;
        const offset = parts.reduce((most, part) => Math.max(most, part.offset + highestId(part.events)), 0);
        const part = { document, stream, offset, events: (streams[stream]?.events ?? []).slice(0, count) };
        events.push(...placed(part, ownerOf(document)));
        parts.push(part);
        found = true;
      }
    }
  }
  if (events.length === 0) return undefined;
  const pointed = pointer && idOf(pointer.document, pointer.nodeId);
  if (pointed !== undefined) events.push(pointerEvent(pointed, 0));
  return { events: events.map((event, timestamp) => ({ ...event, timestamp })), idOf };

  function idOf(document: number, nodeId: number): number | undefined {
    const part = parts.find((candidate) => candidate.document === document);
    return part && part.offset + nodeId;
  }

  /** The top frame; without it what is shown around the frame that was acted in, or else the first document. */
  function isRoot(document: number): boolean {
    const top = inOrder.find((place) => documents[place.document]?.frame === 0)?.document;
    return document === (top ?? outermost(observation.document ?? null) ?? inOrder[0]?.document);
  }

  function outermost(document: number | null): number | undefined {
    if (document === null || !inOrder.some((place) => place.document === document)) return undefined;
    return outermost(documents[document]?.parent ?? null) ?? document;
  }

  function isChild(document: number): boolean {
    return ownerOf(document) !== undefined;
  }

  /** Id in the joined stream of the element that owns the document’s frame, once its parent is in its place. */
  function ownerOf(document: number): number | undefined {
    const { parent = null } = documents[document] ?? {};
    const part = parts.find((candidate) => candidate.document === parent);
    const owner = streams[part?.stream ?? -1]?.frames.find((frame) => frame.document === document);
    return part && owner && part.offset + owner.nodeId;
  }
}

/** The events of one part with their new ids; below `owner`, where it is a frame. */
function placed({ events, offset }: Part, owner: number | undefined): RrwebEvent[] {
  const root = documentId(events);
  if (root === undefined && owner !== undefined) return [];
  return events.flatMap((event) => placedEvent(event, { offset, owner, root: root ?? 0 }));
}

/** Where a stream is placed in a joined one. */
export interface Placing {
  /** What is added to its node ids. */
  readonly offset: number;
  /** Id in the joined stream of the element that owns the frame. Undefined for the page itself. */
  readonly owner: number | undefined;
  /** Id of the document in its own stream. */
  readonly root: number;
}

/** An event as it is in the joined stream: none where it says nothing that is seen. */
export function placedEvent(event: RrwebEvent, { offset, owner, root }: Placing): RrwebEvent[] {
  if (!isSeen(event)) return [];
  if (owner === undefined) return [{ ...event, data: rewritten(event.data, offset) }];
  const data = rewritten(event.data, offset, root + offset);
  if (event.type === EventType.fullSnapshot) return attached(event, data, owner, root + offset);
  const { source } = data as { source?: unknown };
  return event.type === EventType.incremental && source !== Source.viewportResize ? [{ ...event, data }] : [];
}

/** Id of the document that a stream shows. Undefined: it has no snapshot. */
export function documentId(events: readonly RrwebEvent[]): number | undefined {
  const snapshot = events.find(({ type }) => type === EventType.fullSnapshot);
  const { node } = (snapshot?.data ?? {}) as { node?: { id?: unknown } };
  return typeof node?.id === 'number' ? node.id : undefined;
}

function attached(event: RrwebEvent, data: unknown, owner: number, root: number): RrwebEvent[] {
  const { node, initialOffset } = data as { node: unknown; initialOffset?: { left: number; top: number } };
  const adds = [{ parentId: owner, nextId: null, node }];
  const mutation = { source: Source.mutation, texts: [], attributes: [], removes: [], adds, isAttachIframe: true };
  const scroll = { source: Source.scroll, id: root, x: initialOffset?.left ?? 0, y: initialOffset?.top ?? 0 };
  return [mutation, scroll].map((inner) => ({ ...event, type: EventType.incremental, data: inner }));
}

/** Where the pointer went is not part of what the page looked like. */
function isSeen({ type, data }: RrwebEvent): boolean {
  const { source } = data as { source?: number };
  const isPath = source === Source.mouseMove || source === Source.touchMove || source === Source.drag;
  return (
    [EventType.meta, EventType.fullSnapshot].some((kept) => kept === type) ||
    (type === EventType.incremental && !isPath)
  );
}
