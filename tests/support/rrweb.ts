import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import { START } from './records.ts';

export interface SerializedNode {
  readonly type: number;
  readonly id: number;
  readonly [field: string]: unknown;
}

/** A text as rrweb serialises it. */
export function textNode(id: number, textContent: string): SerializedNode {
  return { type: 3, id, textContent };
}

/** An element as rrweb serialises it. */
export function elementNode(
  id: number,
  tagName: string,
  attributes: Readonly<Record<string, unknown>> = {},
  ...childNodes: SerializedNode[]
): SerializedNode {
  return { type: 2, id, tagName, attributes, childNodes };
}

export function incremental(data: object): RrwebEvent {
  return { type: EventType.incremental, timestamp: START, data };
}

interface Changes {
  readonly texts?: readonly { readonly id: number; readonly value: string | null }[];
  readonly attributes?: readonly { readonly id: number; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly adds?: readonly { readonly parentId: number; readonly node: SerializedNode }[];
  readonly removes?: readonly { readonly parentId: number; readonly id: number }[];
}

export function mutation({ texts = [], attributes = [], adds = [], removes = [] }: Changes): RrwebEvent {
  return incremental({
    source: 0,
    texts,
    attributes,
    removes,
    adds: adds.map((added) => ({ ...added, nextId: null })),
  });
}

export function inputEvent(id: number, text: string): RrwebEvent {
  return incremental({ source: 5, id, text, isChecked: false });
}

/** The serialised node with this id, wherever it is in `value`. */
export function nodeIn(value: unknown, id: number): SerializedNode | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && value.id === id && 'type' in value && !('positions' in value)) return value as SerializedNode;
  for (const inner of Object.values(value)) {
    const found = nodeIn(inner, id);
    if (found) return found;
  }
  return undefined;
}
