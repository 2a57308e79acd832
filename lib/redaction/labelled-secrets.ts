import { labelsSecret } from './guarded-fields.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { NodeType } from './rrweb-types.ts';
import { kindOfValue } from './value-kind.ts';

/** What stands behind a text that only says what it is: `Password`, and a field or the password itself. */
export interface BehindLabels {
  /** Fields, by node. */
  readonly fields: number[];
  /** Texts that could be what is announced, with their nodes. */
  readonly texts: (readonly [id: number, text: string])[];
}

const CELLS: ReadonlySet<unknown> = new Set(['td', 'th']);
const FIELDS: ReadonlySet<unknown> = new Set(['input', 'textarea']);

/** One word with a digit in it, or digits in groups. */
const CREDENTIAL = /^(?=\S*\d)\S{4,128}$|^\d{3,4}[ -]\d{3,4}$/;

/** A look through a document, from its first node to its last. */
interface Look extends BehindLabels {
  /** The last text was such a label, and nothing but fields came after it. */
  isAnnounced: boolean;
  /** Columns of the table whose heads are such labels. */
  columns: ReadonlySet<number>;
}

/** Fields and texts behind labels of passwords, codes, cards and accounts, also in the columns of a table. */
export function secretsBehindLabels(tree: Fields): BehindLabels {
  const look: Look = { fields: [], texts: [], isAnnounced: false, columns: new Set() };
  lookAt(tree, look);
  return look;
}

function lookAt(node: Fields, look: Look): void {
  if (node['type'] === NodeType.text) return lookAtText(node, look);
  const { tagName: tag, attributes = {} } = node;
  if (FIELDS.has(tag) && look.isAnnounced) look.fields.push(numberOf(node['id']));
  const group = fieldsOf(attributes)['role'] === 'group' ? fieldsOf(attributes)['aria-label'] : undefined;
  if (typeof group === 'string') look.isAnnounced = labelsSecret(group);
  if (tag === 'table') look.columns = new Set();
  const children = listOf(node['childNodes'] ?? []).map(fieldsOf);
  if (tag === 'tr') lookAtRow(children, look);
  else for (const child of children) lookAt(child, look);
}

function lookAtText(node: Fields, look: Look): void {
  const text = stringOf(node['textContent']).trim();
  if (text === '') return;
  if (look.isAnnounced && CREDENTIAL.test(text) && !/^(?:DATE|TIME|MONEY)/.test(kindOfValue(text)))
    look.texts.push([numberOf(node['id']), text]);
  look.isAnnounced = labelsSecret(text);
}

/** Heads of columns announce nothing to each other. */
function lookAtRow(children: readonly Fields[], look: Look): void {
  const cells = children.filter(({ tagName }) => CELLS.has(tagName));
  const isHead = cells.length > 1 && cells.every(({ tagName }) => tagName === 'th');
  const heads = new Set<number>();
  for (const [at, cell] of cells.entries()) {
    if (isHead || look.columns.has(at)) look.isAnnounced = look.columns.has(at) && !isHead;
    lookAt(cell, look);
    if (isHead && look.isAnnounced) heads.add(at);
  }
  if (isHead) {
    look.columns = heads;
    look.isAnnounced = false;
  }
}
