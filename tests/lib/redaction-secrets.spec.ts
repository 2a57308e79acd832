import { expect, test } from '@playwright/test';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { lastingPrints } from '../../lib/redaction/secret-matcher.ts';
import { printOf, type SecretPrint } from '../../lib/secret-print.ts';
import { snapshot } from '../support/records.ts';
import { attributes, redact, text } from '../support/redact.ts';
import { elementNode, mutation, type SerializedNode, textNode } from '../support/rrweb.ts';

const SECRET = 'Hunter-2wo!';
/** Another document has told of a secret that it held. */
const memory = { ...emptyMemory(), secrets: [printOf(SECRET), printOf('k4tz')] };
const open = { level: 'open', memory } as const;

const WRITTEN: readonly (readonly [written: string, kept: string])[] = [
  [`Your password is ${SECRET}`, 'Your password is ⟦SECRET⟧!'],
  ['It was HUNTER 2WO', 'It was ⟦SECRET⟧'],
  ['!ow2-retnuH backwards', '!⟦SECRET⟧ backwards'],
  ['spelt H u n t e r 2 w o', 'spelt ⟦SECRET⟧'],
  ['inside ofHunter2wotoo', 'inside of⟦SECRET⟧too'],
  ['K4TZ, katzen4tz, k4tzen', '⟦SECRET⟧, katzen4tz, k4tzen'],
  [encodeURIComponent(`is ${SECRET}`), 'is ⟦SECRET⟧!'],
  ['&#72;unter-2wo', '⟦SECRET⟧'],
];

for (const [written, kept] of WRITTEN)
  test(`a secret of another page is not kept at level open: ${written}`, () => {
    const { content } = redact({ events: snapshot(0, [elementNode(10, 'p', {}, textNode(11, written))]) }, open);
    expect(text(content.events, 11)).toBe(kept);
  });

test('a secret of another page goes from URLs, codes and attributes', () => {
  const link = elementNode(10, 'a', { href: `/in/${SECRET}?q=${SECRET}#${SECRET}`, title: btoa(`pw ${SECRET}`) });
  const { content } = redact({ events: snapshot(0, [link], `https://app.example.com/?q=${SECRET}`) }, open);
  expect(attributes(content.events, 10)).toEqual({
    href: '/in/⟦SECRET⟧!?q=⟦SECRET⟧!#⟦SECRET⟧!',
    title: '⟦IDENTIFIER_1⟧',
  });
  expect(JSON.stringify(content.events).toLowerCase()).not.toContain('hunter');
});

test('letters of a secret in elements of their own are found together, in snapshots and in changes', () => {
  const letters = (from: number) =>
    [...SECRET].map((one, at) => elementNode(from + 2 * at, 'b', {}, textNode(from + 2 * at + 1, one)));
  const shown = [elementNode(10, 'p', {}, ...letters(100))];
  const adds = letters(200).flatMap((node, at) => ({ parentId: 10, nextId: 202 + 2 * at, node }));
  const { content } = redact({ events: [...snapshot(0, shown), mutation({ adds })] }, open);
  for (const first of [100, 200]) {
    expect(text(content.events, first + 1)).toBe('⟦SECRET⟧');
    expect(text(content.events, first + 3)).toBe('');
  }
});

test('letters of a secret in cells or lines of their own are found together, and the keys of a pad are not', () => {
  const cells = (from: number, written: string) =>
    [...written].map((one, at) => elementNode(from + 2 * at, 'td', {}, textNode(from + 2 * at + 1, one)));
  const shown = [
    elementNode(10, 'tr', {}, ...cells(100, SECRET)),
    elementNode(11, 'tr', {}, ...cells(200, '12345678')),
  ];
  const pin = { ...memory, secrets: [...memory.secrets, printOf('2345')] };
  const { content } = redact({ events: snapshot(0, shown) }, { level: 'open', memory: pin });
  expect(text(content.events, 101)).toBe('⟦SECRET⟧');
  expect(text(content.events, 103)).toBe('');
  expect(text(content.events, 203)).toBe('2');
});

test('a secret that is written by the numbers of its characters goes from a style too', () => {
  const escaped = [...SECRET].map((character) => `\\${character.charCodeAt(0).toString(16)} `).join('');
  const shown = [elementNode(10, 'p', { style: `--said: ${escaped}` })];
  const { content } = redact({ events: snapshot(0, shown) }, open);
  expect(attributes(content.events, 10)).toEqual({ style: '--said: ⟦SECRET⟧\\!' });
});

test('of what was typed letter by letter the end is remembered', () => {
  const typed = ['Hunt', 'Hunte', 'Hunter', 'Hunter-', 'Hunter-2'].map(printOf);
  expect(lastingPrints([...typed, printOf('other')])).toEqual([printOf('hunter2'), printOf('other')]);
  const { memory: after } = redact({ secrets: typed.slice(1) }, { memory: { ...emptyMemory(), secrets: [typed[0]!] } });
  expect(after.secrets).toEqual([printOf('hunter2')]);
});

test('of many secrets the latest are remembered, and one told again is late', () => {
  const many = Array.from({ length: 150 }, (_, place) => printOf(`value ${place * 7919}`));
  const [first, second] = many as [SecretPrint, SecretPrint];
  const lasting = lastingPrints([...many, first]);
  expect(lasting).toHaveLength(100);
  expect(lasting).toContainEqual(first);
  expect(lasting).not.toContainEqual(second);
});

test('a form of many accounts does not push out what passwords were', () => {
  const fields = Array.from({ length: 120 }, (_, place) =>
    elementNode(10 + place, 'input', { name: 'account_number', value: `ZK${48291734 + place * 7919}` }),
  );
  const { memory: after } = redact({ events: snapshot(0, fields), secrets: [printOf(SECRET)] }, open);
  expect(after.secrets).toContainEqual(printOf(SECRET));
});

test('what a field for a secret held is known in the next episode, though its page shows no field any more', () => {
  const field = elementNode(10, 'input', { name: 'account_number', value: 'ZK48291734' });
  const { memory: before } = redact({ events: snapshot(0, [field]) }, open);
  const { secrets = [] } = before;
  const shown = [elementNode(10, 'p', {}, textNode(11, 'Saved ZK48291734 for you'))];
  const { content } = redact({ events: snapshot(0, shown) }, { ...open, memory: { ...emptyMemory(), secrets } });
  expect(text(content.events, 11)).toBe('Saved ⟦SECRET⟧ for you');
});

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

/** Nodes as rrweb tells of them in a change: each by itself. */
function flattened(node: SerializedNode, parentId: number): { parentId: number; node: SerializedNode }[] {
  const { childNodes = [], ...alone } = node as SerializedNode & { readonly childNodes?: readonly SerializedNode[] };
  const isText = node.type === 3;
  return [
    { parentId, node: isText ? node : { ...alone, childNodes: [] } },
    ...childNodes.flatMap((child) => flattened(child, node.id)),
  ];
}
