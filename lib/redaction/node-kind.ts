import { isGuardedField } from './guarded-fields.ts';

/**
 * What a node is to the redactor, where it is not plain markup or text.
 * - `field`: its value was entered; `guarded`: and is kept at no level
 * - `choice`: its value was chosen from what the page offers
 * - `button`: its value is its label; `toggle`: its value means nothing; `file`, `hidden`: its value is not kept
 * - `editable`: text in it was entered; `style`: text in it is CSS; `stub`: nothing in it is kept
 */
export type NodeKind =
  'field' | 'guarded' | 'choice' | 'button' | 'toggle' | 'file' | 'hidden' | 'editable' | 'style' | 'stub';

function kinds(table: Readonly<Partial<Record<NodeKind, string>>>): ReadonlyMap<string, NodeKind> {
  const entries = Object.entries(table) as [NodeKind, string][];
  return new Map(entries.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)));
}

const KIND_OF_INPUT = kinds({
  button: 'button submit reset image',
  toggle: 'checkbox radio',
  choice: 'range color',
  file: 'file',
  hidden: 'hidden',
});

const KIND_OF_TAG = kinds({
  choice: 'select option',
  style: 'style',
  stub: 'script noscript meta base template param',
});

type Attributes = Readonly<Record<string, unknown>>;

/** The kind of an element in an element of kind `parent`. */
export function elementKind(tag: string, attributes: Attributes, parent: NodeKind | undefined): NodeKind | undefined {
  if (parent === 'stub') return 'stub';
  if (tag === 'input' || tag === 'textarea') return fieldKind(tag, attributes);
  if (tag === 'style' && !/^(?:text\/css)?$/i.test(String(attributes['type'] ?? '').trim())) return 'stub';
  return (
    KIND_OF_TAG.get(tag) ??
    editability(attributes) ??
    (parent === 'editable' || parent === 'guarded' ? parent : undefined)
  );
}

/** The kind of a text in an element of kind `parent`. */
export function textKind(parent: NodeKind | undefined): NodeKind | undefined {
  if (parent === 'field') return 'editable';
  if (parent === 'guarded') return 'guarded';
  return parent === 'editable' || parent === 'style' || parent === 'stub' ? parent : undefined;
}

/** The kind of an element after its attributes changed: it never becomes one of which more is kept. */
export function changedKind(before: NodeKind | undefined, changes: Attributes): NodeKind | undefined {
  if (before === undefined) return editability(changes);
  if (before === 'guarded') return before;
  if (before === 'field' && isGuardedField(changes)) return 'guarded';
  if (typeof changes['type'] !== 'string' || !['field', 'choice', 'button', 'toggle', 'hidden'].includes(before))
    return before;
  const after = inputKind(changes['type']);
  if (after === 'button' || after === 'toggle') return before;
  return before === 'hidden' && after !== before ? 'guarded' : after;
}

function fieldKind(tag: string, attributes: Attributes): NodeKind {
  const kind = tag === 'textarea' ? 'field' : inputKind(attributes['type']);
  return kind === 'field' && isGuardedField(attributes) ? 'guarded' : kind;
}

function inputKind(type: unknown): NodeKind {
  const name = typeof type === 'string' ? type.trim().toLowerCase() : '';
  return KIND_OF_INPUT.get(name) ?? 'field';
}

function editability(attributes: Attributes): NodeKind | undefined {
  const { contenteditable, role } = attributes;
  const isEditable =
    contenteditable === true || (typeof contenteditable === 'string' && contenteditable.toLowerCase() !== 'false');
  if (!isEditable && role !== 'textbox' && role !== 'searchbox') return undefined;
  return isGuardedField(attributes) ? 'guarded' : 'editable';
}
