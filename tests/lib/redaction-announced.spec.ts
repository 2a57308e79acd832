import { expect, test } from '@playwright/test';
import { snapshot } from '../support/records.ts';
import { attributes, redact, text } from '../support/redact.ts';
import { elementNode, mutation, type SerializedNode, textNode } from '../support/rrweb.ts';

const open = { level: 'open' } as const;

const label = (id: number, words: string, own: Readonly<Record<string, string>>, ...fields: SerializedNode[]) =>
  elementNode(id, 'label', own, textNode(id + 1, words), ...fields);
const LABELLED = [
  ['beside it', [label(20, 'Account number', { for: 'a' }), elementNode(10, 'input', { id: 'a', value: '4829-1734' })]],
  ['around it', [label(20, 'Sort code ', {}, elementNode(10, 'input', { value: '4829-1734' }))]],
  [
    'of another kind',
    [
      elementNode(20, 'span', { id: 'l' }, textNode(21, 'IBAN')),
      elementNode(10, 'input', { 'aria-labelledby': 'l', value: '4829-1734' }),
    ],
  ],
] as const;

for (const [where, nodes] of LABELLED)
  test(`a field for an account of which a label ${where} tells is kept at no level`, () => {
    const echo = elementNode(30, 'p', {}, textNode(31, 'From 4829-1734'));
    const form = elementNode(40, 'form', {}, ...nodes, echo);
    const adds = flattened(form, 5);
    for (const events of [snapshot(0, [form]), [...snapshot(0, []), mutation({ adds })]]) {
      const { content } = redact({ events }, { level: 'open' });
      expect(JSON.stringify(content)).not.toContain('4829');
      expect(text(content.events, 31)).toContain('From ⟦');
    }
  });

test('a field with any other label stays at level open', () => {
  const nodes = [label(20, 'Order', { for: 'a' }), elementNode(10, 'input', { id: 'a', value: '4829-1734' })];
  const { content } = redact({ events: snapshot(0, nodes) }, { level: 'open' });
  expect(attributes(content.events, 10)).toEqual({ id: 'a', value: '4829-1734' });
});

const box = (id: number, ...texts: SerializedNode[]) => elementNode(id, 'span', { contenteditable: 'true' }, ...texts);
const codeGroup = () =>
  elementNode(20, 'div', { role: 'group', 'aria-label': 'Verification code' }, box(21), box(22), box(23), box(24));
const added = (parentId: number, node: SerializedNode) => mutation({ adds: [{ parentId, node }] });

for (const [where, begin] of [
  ['in a snapshot', () => snapshot(0, [codeGroup(), elementNode(30, 'p', {}, textNode(31, 'x'))])],
  [
    'in a change',
    () => [
      ...snapshot(0, [elementNode(30, 'p', {}, textNode(31, 'x'))]),
      mutation({ adds: flattened(codeGroup(), 5) }),
    ],
  ],
] as const)
  test(`a code in editable boxes goes with its echo, in the order of the boxes: ${where}`, () => {
    const typed = [
      added(21, textNode(41, '7')),
      added(22, textNode(42, '2')),
      added(23, textNode(43, '9')),
      added(24, textNode(44, '5')),
      mutation({ texts: [{ id: 43, value: '0' }] }),
    ];
    const { content, memory } = redact({ events: [...begin(), ...typed] }, open);
    expect(JSON.stringify(content)).not.toMatch(/"textContent":"[0-9]"|"value":"0"/);
    const echo = mutation({ texts: [{ id: 31, value: 'Got 7205' }] });
    expect(JSON.stringify(redact({ events: [echo] }, { ...open, memory }).content)).toContain('Got ⟦SECRET⟧');
  });

test('a box that says nothing stays, and an editor with a text behind the word password', () => {
  const group = elementNode(20, 'div', { role: 'group', 'aria-label': 'Quantity' }, box(21, textNode(41, '7205')));
  const editor = elementNode(30, 'div', { contenteditable: 'true' }, textNode(31, 'Ask Bob for it'));
  const title = elementNode(32, 'h1', {}, textNode(33, 'Password'));
  const { content } = redact({ events: snapshot(0, [group, title, editor]) }, open);
  expect([text(content.events, 41), text(content.events, 31)]).toEqual(['7205', 'Ask Bob for it']);
});

test('a text of several words in a field behind a heading of keys goes', () => {
  const area = elementNode(30, 'textarea', {}, textNode(31, 'quick brown quokka'));
  const title = elementNode(32, 'h1', {}, textNode(33, 'Private key'));
  const { content } = redact({ events: snapshot(0, [title, area]) }, open);
  expect(JSON.stringify(content)).not.toContain('quokka');
});

test('codes in a list under their heading go, other lists stay', () => {
  const list = (first: number, heading: string, [one, two]: readonly [string, string]) =>
    elementNode(
      first,
      'div',
      {},
      textNode(first + 1, heading),
      textNode(first + 2, 'Keep these safe.'),
      ...[
        elementNode(first + 3, 'li', {}, textNode(first + 4, one)),
        elementNode(first + 5, 'li', {}, textNode(first + 6, two)),
      ],
    );
  const lists = [list(20, 'Backup codes', ['4f7k-92mq', 'kqmw-zpvt']), list(40, 'Parts', ['8d3h-71xw', 'rtvb-mkls'])];
  const { content } = redact({ events: snapshot(0, lists) }, open);
  const texts = [24, 26, 44, 46].map((id) => text(content.events, id));
  expect(texts).toEqual(['⟦IDENTIFIER_1⟧', '⟦WORD_1⟧', '8d3h-71xw', 'rtvb-mkls']);
});

/** Nodes as rrweb tells of them in a change: each by itself. */
function flattened(node: SerializedNode, parentId: number): { parentId: number; node: SerializedNode }[] {
  const { childNodes = [], ...alone } = node as SerializedNode & { readonly childNodes?: readonly SerializedNode[] };
  const isText = node.type === 3;
  return [
    { parentId, node: isText ? node : { ...alone, childNodes: [] } },
    ...childNodes.flatMap((child) => flattened(child, node.id)),
  ];
}
