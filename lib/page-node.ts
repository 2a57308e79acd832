import { NodeType } from './redaction/rrweb-types.ts';

/** A node of a page, as rrweb's stream tells of it. */
export interface PageNode {
  /** rrweb's id in the stream. */
  readonly id: number;
  readonly kind: 'document' | 'doctype' | 'element' | 'text' | 'comment';
  /** Lower-case name of an element; empty for other nodes. */
  readonly tag: string;
  /** Attributes of an element. One that is there without a value is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The text of a text node; empty for other nodes. */
  readonly text: string;
  /** Null for the document. The parent of what is in a shadow root is its host. */
  readonly parent: number | null;
  /** In order; what is in the shadow root stands among the host’s own children. */
  readonly children: readonly number[];
  /** True for the topmost nodes of a shadow root. */
  readonly isShadow: boolean;
  /** What a field holds. Undefined for what is no field. */
  readonly value: string | undefined;
  /** Whether a checkbox, radio button or option is chosen. Undefined for anything else. */
  readonly checked: boolean | undefined;
  /** How far what is in it is scrolled, in CSS pixels; the document's is that of the page. */
  readonly scroll: { readonly x: number; readonly y: number };
}

export type WritableNode = {
  -readonly [K in Exclude<keyof PageNode, 'attributes' | 'children'>]: PageNode[K];
} & { readonly attributes: Map<string, string>; readonly children: number[] };

/** A node as rrweb writes it. */
export interface SerializedNode {
  readonly id: number;
  readonly type: number;
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly SerializedNode[];
  readonly textContent?: string;
  readonly isShadow?: boolean;
}

const KINDS: Readonly<Record<number, PageNode['kind']>> = {
  [NodeType.document]: 'document',
  [NodeType.documentType]: 'doctype',
  [NodeType.element]: 'element',
  [NodeType.text]: 'text',
  [NodeType.cdata]: 'text',
};

const FIELDS = ['input', 'textarea', 'select'];
const TOGGLES = ['checkbox', 'radio'];

/** The node without its children. */
export function toPageNode(serialized: SerializedNode, parent: number | null): WritableNode {
  const kind = KINDS[serialized.type] ?? 'comment';
  const tag = (serialized.tagName ?? '').toLowerCase();
  const given = serialized.attributes ?? {};
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && value !== false && value !== undefined)
      attributes.set(name, value === true ? '' : String(value));
  }
  const isToggle = (tag === 'input' && TOGGLES.includes(attributes.get('type') ?? '')) || tag === 'option';
  return {
    id: serialized.id,
    kind,
    tag,
    attributes,
    text: kind === 'text' ? (serialized.textContent ?? '') : '',
    parent,
    children: [],
    isShadow: serialized.isShadow === true,
    value: FIELDS.includes(tag) ? (attributes.get('value') ?? '') : undefined,
    checked: isToggle ? attributes.has('checked') || attributes.has('selected') : undefined,
    scroll: { x: Number(given['rr_scrollLeft'] ?? 0), y: Number(given['rr_scrollTop'] ?? 0) },
  };
}

/** True for what says that it can be edited, as text on a page is not. */
export function isEditable({ attributes }: PageNode): boolean {
  return ['', 'true', 'plaintext-only'].includes(attributes.get('contenteditable') ?? '-');
}

/** True when a node’s own attributes keep it and what is in it from being seen. What style sheets do is not known. */
export function hidesItself({ tag, attributes }: PageNode): boolean {
  if (attributes.has('hidden')) return true;
  if (tag === 'dialog' && !attributes.has('open')) return true;
  // Browsers say of no popover that it is open: the recorder does.
  if (attributes.has('popover') && !attributes.has('rr-popover')) return true;
  if (tag === 'input' && attributes.get('type') === 'hidden') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attributes.get('style') ?? '');
}
