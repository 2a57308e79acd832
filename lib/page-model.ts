import { EventType, type RrwebEvent } from './capture.ts';
import { hidesItself, type PageNode, type SerializedNode, toPageNode, type WritableNode } from './page-node.ts';
import { Source } from './redaction/rrweb-types.ts';
import { withStyleChanges } from './style-changes.ts';

/** A page as a stream of rrweb events tells it, without a browser: its nodes, their attributes, texts and places. */
export interface PageModel {
  /** Takes the next event of the stream. A full snapshot begins anew. */
  apply(event: RrwebEvent): void;
  /** The node as it is now: it changes with the next events. Undefined: it is not in the page, or no longer. */
  node(id: number): PageNode | undefined;
  /** Id of the document. Undefined before the first snapshot. */
  root(): number | undefined;
  /** The text in a node, in document order, white space folded; what never shows as text is left out. */
  textOf(id: number): string;
  /** Nodes below `within` (the page, if not given), in document order, for which `wanted` holds. */
  find(wanted: (node: PageNode) => boolean, within?: number): PageNode[];
  /** All elements with a tag, in no order: quicker than to look through the page. */
  tagged(tag: string): PageNode[];
  /** The node itself or the nearest one around it for which `wanted` holds. */
  closest(id: number, wanted: (node: PageNode) => boolean): PageNode | undefined;
  /** True for what its own attributes, or those of something around it, hide. What style sheets hide is not known. */
  isHidden(id: number): boolean;
  /** How many nodes the page has. */
  size(): number;
}

interface FullSnapshot {
  readonly node: SerializedNode;
  readonly initialOffset: { readonly left: number; readonly top: number };
}

interface Mutation {
  readonly removes?: readonly { readonly id: number }[];
  readonly adds?: readonly Addition[];
  readonly texts?: readonly { readonly id: number; readonly value: string | null }[];
  readonly attributes?: readonly { readonly id: number; readonly attributes: Readonly<Record<string, unknown>> }[];
}

interface Addition {
  readonly parentId: number;
  readonly nextId?: number | null;
  readonly previousId?: number | null;
  readonly node: SerializedNode;
}

/** Tags whose text is not for reading. */
const UNREAD = ['script', 'style', 'noscript', 'template'];

/** Begins without a page; feed it the events of one stream in order. */
export function createPageModel(): PageModel {
  const nodes = new Map<number, WritableNode>();
  const byTag = new Map<string, Set<number>>();
  let root: number | undefined;

  /** Takes a node with all below it into the page, at `place` among the children of `parent`. */
  function put(serialized: SerializedNode, parent: WritableNode | undefined, place: number): void {
    const known = nodes.get(serialized.id);
    const node = toPageNode(serialized, parent?.id ?? null);
    // rrweb tells of a node that was moved as one that is new, and of each of its children too.
    if (known) node.children.push(...known.children);
    byTag.get(known?.tag ?? '')?.delete(node.id);
    nodes.set(node.id, node);
    if (node.tag !== '') byTag.set(node.tag, (byTag.get(node.tag) ?? new Set()).add(node.id));
    parent?.children.splice(place, 0, node.id);
    for (const child of serialized.childNodes ?? []) put(child, node, node.children.length);
  }

  function detach(id: number): void {
    const siblings = nodes.get(nodes.get(id)?.parent ?? -1)?.children;
    const place = siblings?.indexOf(id) ?? -1;
    if (place >= 0) siblings?.splice(place, 1);
  }

  function forget(id: number): void {
    const node = nodes.get(id);
    for (const child of node?.children ?? []) forget(child);
    byTag.get(node?.tag ?? '')?.delete(id);
    nodes.delete(id);
  }

  /** False while the parent or a neighbour is still to come. */
  function add({ parentId, nextId, previousId, node }: Addition, isLastTry: boolean): boolean {
    const parent = nodes.get(parentId);
    if (!parent) return false;
    if (!isLastTry && [nextId, previousId].some((id) => typeof id === 'number' && id > 0 && !nodes.has(id)))
      return false;
    detach(node.id);
    const next = typeof nextId === 'number' ? parent.children.indexOf(nextId) : -1;
    const previous = typeof previousId === 'number' ? parent.children.indexOf(previousId) : -1;
    put(node, parent, next >= 0 ? next : previous >= 0 ? previous + 1 : parent.children.length);
    return true;
  }

  /** rrweb tells of additions in an order of its own: those whose place is not there yet wait for it. */
  function addAll(additions: readonly Addition[]): void {
    let waiting = additions;
    for (const isLastTry of [false, true]) {
      for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
        before = waiting.length;
        waiting = waiting.filter((addition) => !add(addition, isLastTry));
      }
    }
  }

  function mutate({ removes = [], adds = [], texts = [], attributes = [] }: Mutation): void {
    for (const { id } of removes) {
      detach(id);
      forget(id);
    }
    addAll(adds);
    for (const { id, value } of texts) {
      const node = nodes.get(id);
      if (node) node.text = value ?? '';
    }
    for (const change of attributes) {
      const node = nodes.get(change.id);
      if (node) for (const [name, value] of Object.entries(change.attributes)) setAttribute(node, name, value);
    }
  }

  function increment(data: object & { readonly source?: unknown; readonly id?: unknown }): void {
    if (data.source === Source.mutation) mutate(data as Mutation);
    const node = nodes.get(Number(data.id));
    if (!node) return;
    if (data.source === Source.scroll) node.scroll = data as { x: number; y: number };
    if (data.source !== Source.input) return;
    const { text, isChecked } = data as { text?: string; isChecked?: boolean };
    if (text !== undefined) node.value = text;
    // rrweb says it of every field, also of those that cannot be checked.
    if (isChecked !== undefined && node.checked !== undefined) node.checked = isChecked;
  }

  function walk(id: number, visit: (node: PageNode) => boolean): void {
    const node = nodes.get(id);
    if (node && visit(node)) for (const child of node.children) walk(child, visit);
  }

  function closest(id: number, wanted: (node: PageNode) => boolean): PageNode | undefined {
    for (let node = nodes.get(id); node; node = nodes.get(node.parent ?? -1)) if (wanted(node)) return node;
    return undefined;
  }

  return {
    apply({ type, data }) {
      if (type === EventType.incremental) increment(data as object);
      if (type !== EventType.fullSnapshot) return;
      const { node, initialOffset } = data as FullSnapshot;
      nodes.clear();
      byTag.clear();
      root = node.id;
      put(node, undefined, 0);
      const page = nodes.get(root);
      if (page) page.scroll = { x: initialOffset.left, y: initialOffset.top };
    },
    node: (id) => nodes.get(id),
    root: () => root,
    textOf(id) {
      const texts: string[] = [];
      walk(id, ({ kind, tag, text }) => {
        if (kind === 'text') texts.push(text);
        return !UNREAD.includes(tag);
      });
      return texts.join(' ').replace(/\s+/g, ' ').trim();
    },
    find(wanted, within = root) {
      const found: PageNode[] = [];
      if (within !== undefined) walk(within, (node) => (wanted(node) && found.push(node), true));
      return found;
    },
    tagged: (tag) => [...(byTag.get(tag) ?? [])].flatMap((id) => nodes.get(id) ?? []),
    closest,
    isHidden: (id) => closest(id, hidesItself) !== undefined,
    size: () => nodes.size,
  };
}

function setAttribute(node: WritableNode, name: string, value: unknown): void {
  const { attributes } = node;
  if (name === 'style' && typeof value === 'object' && value !== null) {
    attributes.set(name, withStyleChanges(attributes.get(name) ?? '', value));
  } else if (value === null || value === false) {
    attributes.delete(name);
  } else {
    attributes.set(name, value === true ? '' : String(value));
  }
  if (name === 'value' && node.value !== undefined) node.value = attributes.get(name) ?? '';
}
