import { expect, test } from '@playwright/test';
import { element, snapshot } from '../support/records.ts';
import { attributes, raw, redact } from '../support/redact.ts';
import { elementNode, nodeIn, textNode } from '../support/rrweb.ts';

const kept: readonly string[] = [
  'btn btn-primary',
  'table-row table-row--hover',
  'MuiButton-root',
  'col-md-6',
  'red-ui-palette-label',
  'ticket-4711',
  'data-v-7ba5bd90',
];

for (const name of kept) {
  test(`the name ${name} stays`, () => {
    const { content } = redact({ events: snapshot(0, [elementNode(10, 'div', { class: name })]) });
    expect(attributes(content.events, 10)).toEqual({ class: name });
  });
}

test('words in names that neither apps nor code have are replaced, everywhere by the same', () => {
  const css =
    '.person-alice > #Qx36canary:hover{color:#fff}[data-who="alice"]{--berlin-width:1px;width:var(--berlin-width)}';
  const children = [
    elementNode(5, 'style', { _cssText: css }),
    elementNode(10, 'div', {
      class: 'person-alice css-1dbjc4n',
      id: 'Qx36canary',
      'data-who': 'alice',
      style: '--berlin-width:2px',
    }),
    elementNode(11, 'div', {
      'data-qx37secret': '1',
      'data-alice': '',
      alice: '',
      variant: 'alice',
      role: 'alice',
      type: 'alice',
    }),
    elementNode(12, 'x-alice', {}),
    elementNode(13, 'a', { href: 'https://x.example/users/alice/edit' }),
  ];
  const selectors = [{ kind: 'css', value: 'main > .person-alice > #Qx36canary:nth-child(2)', matches: 1 } as const];
  const action = raw({ type: 'copy' }, { target: element(10, { attributes: { id: 'Qx36canary' }, selectors }) });
  const { content } = redact({ events: snapshot(0, children), actions: [action] });
  expect(attributes(content.events, 5)).toEqual({
    _cssText:
      '.person-⟦WORD_1⟧ > #⟦IDENTIFIER_1⟧:hover{color:#fff}[data-who="⟦WORD_1⟧"]' +
      '{--⟦WORD_2⟧-width:1px;width:var(--⟦WORD_2⟧-width)}',
  });
  expect(attributes(content.events, 10)).toEqual({
    class: 'person-⟦WORD_1⟧ css-⟦IDENTIFIER_2⟧',
    id: '⟦IDENTIFIER_1⟧',
    'data-who': '⟦WORD_1⟧',
    style: '--⟦WORD_2⟧-width:2px',
  });
  expect(attributes(content.events, 11)).toEqual({});
  expect(nodeIn(content.events, 12)?.['tagName']).toBe('x-withheld');
  expect(attributes(content.events, 13)).toEqual({ href: 'https://x.example/users/⟦WORD_1⟧/edit' });
  expect(content.actions[0]?.target).toMatchObject({
    attributes: { id: '⟦IDENTIFIER_1⟧' },
    selectors: [{ value: 'main > .person-⟦WORD_1⟧ > #⟦IDENTIFIER_1⟧:nth-child(2)' }],
  });
});

test('numbers of five digits and more are those of somebody, in names as in texts', () => {
  const attributesOf = {
    id: 'order-20413',
    class: 'pin47110 z-1000',
    'data-zip': '62704',
    href: '/orders/20413/lines/12',
  };
  const nodes = [elementNode(10, 'a', { ...attributesOf, tabindex: '2000' }, textNode(20, '20413'))];
  const { content } = redact({ events: snapshot(0, nodes) });
  expect(attributes(content.events, 10)).toMatchObject({ tabindex: '2000' });
  const written = JSON.stringify(content.events);
  for (const number of ['20413', '47110', '62704']) expect(written).not.toContain(number);
});

test('elements, roles and attributes that a page names after its data lose their names', () => {
  const nodes = [
    elementNode(10, 'kwame', { 'data-date': '1961-11-04', 'data-ref': 'a-20240131-b' }),
    elementNode(11, 'blockquote', {}),
    elementNode(12, 'app-header', {}),
  ];
  const target = element(10, {
    ...{ tag: 'user-okafor', role: 'kwame' },
    selectors: [
      { kind: 'css', value: 'body > kwame > section [okafor="1"]', matches: 1 },
      { kind: 'role', value: 'button "Save"', matches: 1 },
    ],
  });
  const click = raw({ type: 'copy' }, { target });
  const { content } = redact({ events: snapshot(0, nodes), actions: [click] });
  expect(JSON.stringify(content)).not.toMatch(/kwame|okafor|1961|20240131/i);
  expect([10, 11, 12].map((id) => nodeIn(content.events, id)?.['tagName'])).toEqual([
    ...['x-withheld', 'blockquote', 'app-header'],
  ]);
  expect(attributes(content.events, 10)).toEqual({ 'data-date': '⟦DATE_1⟧', 'data-ref': 'a-⟦NUMBER_1⟧-b' });
  expect(content.actions[0]?.target).toMatchObject({
    ...{ tag: 'x-withheld', role: '' },
    selectors: [{ value: 'body > ⟦WORD_1⟧ > section [⟦WORD_2⟧="1"]' }, { value: 'button "Save"' }],
  });
});

test('a name that is spelt is none of single letters, unless they stand by themselves', () => {
  const nodes = [elementNode(10, 'b', { id: 'u-k.w.a.m.e', class: 'k_w_a_m_e a b c d e f' })];
  const { content } = redact({ events: snapshot(0, nodes) });
  expect(attributes(content.events, 10)).toEqual({
    id: expect.stringMatching(/^u?-?⟦\w+⟧$/),
    class: expect.stringMatching(/^⟦\w+⟧ a b c d e f$/),
  });
});
