import { expect, test } from '@playwright/test';
import type { RrwebEvent } from '../../lib/capture.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { snapshot } from '../support/records.ts';
import { elementNode, incremental, inputEvent, mutation, textNode } from '../support/rrweb.ts';

function pageOf(events: readonly RrwebEvent[]) {
  const page = createPageModel();
  for (const event of events) page.apply(event);
  return page;
}

const add = (parentId: number, node: object, nextId: number | null = null, rest: object = {}) => ({
  parentId,
  nextId,
  node,
  ...rest,
});
const changed = (data: object) => incremental({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...data });

const LIST = [
  elementNode(5, 'UL', { class: 'list' }, elementNode(6, 'li', {}, textNode(7, ' One ')), elementNode(8, 'li')),
];

test('a snapshot is nodes with tags, attributes, texts and parents', () => {
  const page = pageOf(snapshot(0, LIST));
  expect(page.node(5)).toMatchObject({ kind: 'element', tag: 'ul', parent: 4, children: [6, 8] });
  expect(page.node(5)?.attributes.get('class')).toBe('list');
  expect(page.node(7)).toMatchObject({ kind: 'text', text: ' One ', parent: 6 });
  expect([page.root(), page.size(), page.node(99)]).toEqual([1, 8, undefined]);
});

test('nothing is known before the first snapshot', () => {
  const page = pageOf([changed({ texts: [{ id: 7, value: 'Two' }] })]);
  expect([page.root(), page.size(), page.find(() => true)]).toEqual([undefined, 0, []]);
});

test('texts and attributes change, and a new snapshot begins anew', () => {
  const changes = mutation({
    texts: [{ id: 7, value: 'Two' }],
    attributes: [{ id: 5, attributes: { class: null, open: true, 'aria-expanded': 'true' } }],
  });
  const page = pageOf([...snapshot(0, LIST), changes]);
  expect(page.textOf(5)).toBe('Two');
  expect([...(page.node(5)?.attributes ?? [])]).toEqual([
    ['open', ''],
    ['aria-expanded', 'true'],
  ]);
  for (const event of snapshot(10)) page.apply(event);
  expect(page.node(5)).toBeUndefined();
});

test('nodes are added before their neighbours, in whatever order rrweb tells of them', () => {
  const page = pageOf([
    ...snapshot(0, LIST),
    changed({
      adds: [
        add(20, textNode(21, 'inner')),
        add(5, elementNode(20, 'li'), 22),
        add(5, elementNode(22, 'li'), 8),
        add(5, elementNode(23, 'li'), null, { previousId: 6 }),
      ],
    }),
  ]);
  expect(page.node(5)?.children).toEqual([6, 23, 20, 22, 8]);
  expect(page.textOf(20)).toBe('inner');
});

test('an addition whose neighbour never comes is added all the same, one without a parent is not', () => {
  const page = pageOf([
    ...snapshot(0, LIST),
    changed({ adds: [add(5, elementNode(20, 'li'), 98), add(97, elementNode(21, 'li'))] }),
  ]);
  expect(page.node(5)?.children).toEqual([6, 8, 20]);
  expect(page.node(21)).toBeUndefined();
});

test('what is removed is gone with all that is in it', () => {
  const page = pageOf([...snapshot(0, LIST), changed({ removes: [{ parentId: 5, id: 6 }] })]);
  expect([page.node(6), page.node(7), page.node(5)?.children]).toEqual([undefined, undefined, [8]]);
});

test('a node that moves keeps what is in it', () => {
  const move = { adds: [add(5, elementNode(6, 'li')), add(6, textNode(7, 'One'))] };
  const page = pageOf([...snapshot(0, LIST), changed(move)]);
  expect([page.node(5)?.children, page.node(6)?.children, page.textOf(5)]).toEqual([[8, 6], [7], 'One']);
});

test('fields hold what was last put into them', () => {
  const fields = [
    elementNode(5, 'input', { value: 'before' }),
    elementNode(6, 'input', { type: 'checkbox', checked: true }),
    elementNode(7, 'div', { value: 'no field' }),
  ];
  const page = pageOf([
    ...snapshot(0, fields),
    inputEvent(5, 'after'),
    incremental({ source: 5, id: 6, text: 'on', isChecked: false }),
    mutation({ attributes: [{ id: 6, attributes: { value: 'x' } }] }),
  ]);
  expect([page.node(5)?.value, page.node(6)?.checked, page.node(7)?.value]).toEqual(['after', false, undefined]);
});

test('text is read as it is seen: without scripts and styles, through shadow roots', () => {
  const parts = [
    elementNode(5, 'style', {}, textNode(6, 'b {}')),
    {
      ...elementNode(7, 'x-card', {}, textNode(8, 'light'), { ...textNode(9, 'dark'), isShadow: true }),
      isShadowHost: true,
    },
  ];
  const page = pageOf(snapshot(0, parts));
  expect(page.textOf(4)).toBe('light dark');
  expect(page.node(9)).toMatchObject({ isShadow: true, parent: 7 });
});

test('nodes are found in document order, and around a node', () => {
  const page = pageOf(snapshot(0, LIST));
  expect(page.find(({ tag }) => tag === 'li').map(({ id }) => id)).toEqual([6, 8]);
  expect(page.find(({ tag }) => tag === 'li', 6).map(({ id }) => id)).toEqual([6]);
  expect(page.closest(7, ({ tag }) => tag === 'ul')?.id).toBe(5);
  expect(page.closest(7, ({ tag }) => tag === 'table')).toBeUndefined();
});

test('elements are found by their tag as they come and go', () => {
  const page = pageOf(snapshot(0, LIST));
  const items = () => page.tagged('li').map(({ id }) => id);
  expect([items(), page.tagged('iframe')]).toEqual([[6, 8], []]);
  page.apply(changed({ removes: [{ parentId: 5, id: 6 }], adds: [add(5, elementNode(20, 'li'))] }));
  expect(items()).toEqual([8, 20]);
  for (const event of snapshot(10)) page.apply(event);
  expect(items()).toEqual([]);
});

for (const [what, attributes, tag = 'div'] of [
  ['hidden', { hidden: '' }],
  ['a style', { style: 'color: red; display: none' }],
  ['a closed dialog', {}, 'dialog'],
] as const) {
  test(`${what} hides a node and what is in it`, () => {
    const page = pageOf(snapshot(0, [elementNode(5, tag, attributes, elementNode(6, 'b'))]));
    expect([page.isHidden(4), page.isHidden(5), page.isHidden(6)]).toEqual([false, true, true]);
  });
}

test('changes of single properties of a style are followed', () => {
  const style = 'background: url("a;b"); display: block';
  const page = pageOf([
    ...snapshot(0, [elementNode(5, 'div', { style })]),
    mutation({
      attributes: [
        { id: 5, attributes: { style: { display: ['none', 'important'], color: 'red', background: false } } },
      ],
    }),
  ]);
  expect(page.node(5)?.attributes.get('style')).toBe('display: none !important; color: red;');
  expect(page.isHidden(5)).toBe(true);
});
