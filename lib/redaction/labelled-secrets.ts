import type { CodeBox } from './code-boxes.ts';
import { labelsSecret } from './guarded-fields.ts';
import type { NodeKind } from './node-kind.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { NodeType } from './rrweb-types.ts';
import { kindOfValue } from './value-kind.ts';

/** What stands behind a text that only says what it is: `Password`, and a field or the password itself. */
export interface BehindLabels {
  /** Fields and editable elements, those behind one label together. */
  readonly fields: CodeBox[][];
  /** Texts that could be what is announced, with their nodes. */
  readonly texts: (readonly [id: number, text: string])[];
}

const CELLS: ReadonlySet<unknown> = new Set(['td', 'th']);
const FIELDS: ReadonlySet<unknown> = new Set<NodeKind>(['field', 'guarded', 'editable']);

/** One word with a digit in it, or digits in groups. */
const CREDENTIAL = /^(?=\S*\d)\S{4,128}$|^\d{3,4}[ -]\d{3,4}$/;

/** A heading of codes that stand in texts of their own: `Backup codes`. */
const LIST =
  /^(?:(?:your|my|the|new|ihre|meine|neue) )*(?:(?:recovery|backup|rescue|scratch|emergency)[ -]|wiederherstellungs-?|notfall-?|ersatz-?)codes?:?$/i;
const LISTED = /^(?=.*[\d-])[a-z\d]{4,10}(?:[ -][a-z\d]{4,10}){0,3}$/i;
/** What may be said of the codes before they come. */
const SENTENCE = /\s.*[.!:]$/;

/** What stands between the boxes of a code. */
const SEPARATOR = /^[^\p{L}\p{N}]+$/u;

/** A look through a document, from its first node to its last. */
interface Look extends BehindLabels {
  readonly nodes: ReadonlyMap<number, NodeKind>;
  /** The last text was such a label, and nothing but fields came after it: these. */
  announced: CodeBox[] | null;
  /** The last heading was one of codes. */
  isList: boolean;
  /** Columns of the table whose heads are such labels. */
  columns: ReadonlySet<number>;
}

/**
 * Fields and texts behind labels of passwords, codes, cards and accounts, also in the columns of a table.
 * @param nodes what is known of the nodes of the tree
 */
export function secretsBehindLabels(tree: Fields, nodes: ReadonlyMap<number, NodeKind>): BehindLabels {
  const look: Look = { nodes, fields: [], texts: [], announced: null, isList: false, columns: new Set() };
  lookAt(tree, look);
  return look;
}

function announce(look: Look, isSecret: boolean): void {
  look.announced = isSecret ? [] : null;
  if (look.announced) look.fields.push(look.announced);
}

function lookAt(node: Fields, look: Look): void {
  if (node['type'] === NodeType.text) return lookAtText(node, look);
  const { tagName: tag, attributes = {} } = node;
  const { role, 'aria-label': label } = fieldsOf(attributes);
  if (role === 'group' && typeof label === 'string') announce(look, labelsSecret(label));
  const box = look.announced && boxOf(node, look.nodes);
  if (box) return void look.announced?.push(box);
  if (tag === 'table') look.columns = new Set();
  const children = listOf(node['childNodes'] ?? []).map(fieldsOf);
  if (tag === 'tr') lookAtRow(children, look);
  else for (const child of children) lookAt(child, look);
}

/** A field; or an editable element with no more than a word in it: a page may be an editor as a whole. */
function boxOf(node: Fields, nodes: ReadonlyMap<number, NodeKind>): CodeBox | undefined {
  const id = numberOf(node['id'] ?? -1);
  const kind = nodes.get(id);
  if (!FIELDS.has(kind)) return undefined;
  const { value } = fieldsOf(node['attributes']);
  if (typeof value === 'string') return { id, nodes: [], holds: value.trim() };
  const inside = nodesIn(node);
  const holds = inside
    .map(({ textContent }) => (typeof textContent === 'string' ? textContent : ''))
    .join('')
    .trim();
  if (kind === 'editable' && /\s/.test(holds)) return undefined;
  return { id, nodes: inside.map((each) => numberOf(each['id'])), holds };
}

const nodesIn = (node: Fields): Fields[] =>
  listOf(node['childNodes'] ?? [])
    .map(fieldsOf)
    .flatMap((child) => [child, ...nodesIn(child)]);

function lookAtText(node: Fields, look: Look): void {
  const text = stringOf(node['textContent']).trim();
  if (text === '' || SEPARATOR.test(text)) return;
  const isListed = look.isList && LISTED.test(text);
  if (isListed || (look.announced && CREDENTIAL.test(text) && !/^(?:DATE|TIME|MONEY)/.test(kindOfValue(text))))
    look.texts.push([numberOf(node['id']), text]);
  look.isList = LIST.test(text) || isListed || (look.isList && SENTENCE.test(text));
  announce(look, labelsSecret(text));
}

/** Heads of columns announce nothing to each other. */
function lookAtRow(children: readonly Fields[], look: Look): void {
  const cells = children.filter(({ tagName }) => CELLS.has(tagName));
  const isHead = cells.length > 1 && cells.every(({ tagName }) => tagName === 'th');
  const heads = new Set<number>();
  for (const [at, cell] of cells.entries()) {
    if (isHead || look.columns.has(at)) announce(look, look.columns.has(at) && !isHead);
    lookAt(cell, look);
    if (isHead && look.announced) heads.add(at);
  }
  if (isHead) {
    look.columns = heads;
    look.announced = null;
  }
}
