import { namesSecret } from './guarded-fields.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { NodeType } from './rrweb-types.ts';

/** What says in a tree of nodes what its fields are for. */
interface Naming {
  readonly labels: Fields[];
  readonly fields: Fields[];
  readonly byId: Map<string, Fields>;
}

/** Fields that say nothing themselves of being for a password, a code, a card or an account: their labels do. By node. */
export function fieldsLabelledSecret(tree: Fields): Set<number> {
  const naming = namingIn(tree);
  const secret = new Set<number>();
  for (const label of naming.labels) {
    if (!namesSecret(textOf(label))) continue;
    const named = naming.byId.get(attribute(label, 'for'));
    const fields = named ? [named] : namingIn(label).fields;
    for (const field of fields) secret.add(numberOf(field['id']));
  }
  for (const field of naming.fields) {
    const ids = attribute(field, 'aria-labelledby').split(/\s+/);
    const text = ids.map((id) => textOf(naming.byId.get(id) ?? {})).join(' ');
    if (namesSecret(text)) secret.add(numberOf(field['id']));
  }
  return secret;
}

/** The trees that the nodes of a change make up: rrweb tells each of them by itself, with its parent. */
export function treeOfAdded(adds: readonly unknown[]): Fields {
  const nodes = adds.map((added) => {
    const { parentId, node } = fieldsOf(added);
    const fields = fieldsOf(node);
    return { ...fields, parentId, childNodes: [...listOf(fields['childNodes'] ?? [])] };
  });
  const byNode = new Map(nodes.map((node) => [(node as Fields)['id'], node]));
  const roots: unknown[] = [];
  for (const node of nodes) (byNode.get(node.parentId)?.childNodes ?? roots).push(node);
  return { childNodes: roots };
}

function namingIn(node: Fields): Naming {
  const naming: Naming = { labels: [], fields: [], byId: new Map() };
  look(node, naming);
  return naming;
}

function look(node: Fields, naming: Naming): void {
  if (node['type'] === NodeType.element) {
    const id = attribute(node, 'id');
    if (id !== '') naming.byId.set(id, node);
    if (node['tagName'] === 'label') naming.labels.push(node);
    if (node['tagName'] === 'input' || node['tagName'] === 'textarea') naming.fields.push(node);
  }
  for (const child of listOf(node['childNodes'] ?? [])) look(fieldsOf(child), naming);
}

function textOf(node: Fields): string {
  if (node['type'] === NodeType.text) return stringOf(node['textContent']);
  return listOf(node['childNodes'] ?? [])
    .map((child) => textOf(fieldsOf(child)))
    .join(' ');
}

function attribute(node: Fields, name: string): string {
  const value = fieldsOf(node['attributes'])[name];
  return typeof value === 'string' ? value : '';
}
