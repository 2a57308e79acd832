import { expect, test } from '@playwright/test';
import { element, page, snapshot } from '../support/records.ts';
import { attributes, fill, raw, redact, text } from '../support/redact.ts';
import { elementNode, inputEvent, mutation, textNode } from '../support/rrweb.ts';

const open = { level: 'open' } as const;

test('what was typed stays with its class, in every channel, unless a detector finds it', () => {
  const children = [
    elementNode(10, 'input', { name: 'customer', value: 'Alice Martin' }),
    elementNode(11, 'p', { title: 'alice martin' }, textNode(12, 'Hello Alice Martin, mail bob@example.com')),
    elementNode(13, 'div', { contenteditable: 'true' }, textNode(14, 'Dear Bob')),
    elementNode(15, 'select', { value: 'de' }, elementNode(16, 'option', { value: 'de' }, textNode(17, 'Germany'))),
  ];
  const { content, ledger } = redact(
    {
      events: [...snapshot(0, children), inputEvent(10, 'Alice Marti'), inputEvent(10, 'bob@example.com')],
      actions: [fill('Alice Martin'), fill('Write to bob@example.com')],
      typed: ['Alice Mar'],
    },
    open,
  );
  expect(attributes(content.events, 10)).toEqual({ name: 'customer', value: 'Alice Martin' });
  expect(text(content.events, 12)).toBe('Hello Alice Martin, mail ⟦EMAIL_ADDRESS_1⟧');
  expect(text(content.events, 14)).toBe('Dear Bob');
  expect(attributes(content.events, 15)).toEqual({ value: 'de' });
  expect(content.events.slice(2).map(({ data }) => (data as { text: string }).text)).toEqual([
    'Alice Marti',
    '⟦EMAIL_ADDRESS_1⟧',
  ]);
  expect(content.actions.map(({ action }) => action)).toMatchObject([
    { value: { text: 'Alice Martin', class: 'words' } },
    { value: { text: 'Write to ⟦EMAIL_ADDRESS_1⟧', class: 'words' } },
  ]);
  expect(ledger.some(({ rule }) => rule === 'value')).toBe(false);
});

const guarded: readonly (readonly [what: string, attributes: Readonly<Record<string, string>>])[] = [
  ['a password field', { type: 'password' }],
  ['a field that fills in a card', { autocomplete: 'billing cc-number' }],
  ['a field for a code', { autocomplete: 'one-time-code' }],
  ['a field named for a password', { type: 'text', name: 'userPassword' }],
  ['a field named for a card', { id: 'card_number' }],
  ['a field named for an account', { 'aria-label': 'IBAN' }],
  ['a field of a bank', { placeholder: 'Sort code' }],
];

for (const [what, own] of guarded) {
  test(`the floors hold: ${what} tells nothing, nor does its echo`, () => {
    const children = [
      elementNode(10, 'input', { ...own, value: 'Quokka42' }),
      elementNode(11, 'p', {}, textNode(12, 'You: Quokka42')),
    ];
    const events = [
      ...snapshot(0, children, 'https://app.example.com/Quokka42?q=quokka42#Quokka42'),
      mutation({ texts: [{ id: 12, value: 'quokka42!' }], attributes: [{ id: 10, attributes: { value: 'Zebra9' } }] }),
      inputEvent(10, 'Wombat'),
      mutation({ texts: [{ id: 12, value: 'Wombat, Zebra9' }] }),
      mutation({ attributes: [{ id: 10, attributes: { type: 'text' } }] }),
      inputEvent(10, 'Wombat7'),
    ];
    const { content, memory } = redact({ events, actions: [fill('Wombat7')] }, open);
    expect(JSON.stringify(content)).not.toMatch(/quokka|zebra|wombat/i);
    const later = redact(
      { events: [mutation({ texts: [{ id: 12, value: 'Wombat7 quokka42' }] })] },
      { ...open, memory },
    );
    expect(JSON.stringify(later.content)).not.toMatch(/quokka|wombat/i);
  });
}

test('an element that holds a piece of something detected is not called by that piece', () => {
  const card = elementNode(
    20,
    'p',
    {},
    elementNode(21, 'span', {}, textNode(22, '51051051')),
    textNode(23, ' '),
    elementNode(24, 'span', {}, textNode(25, '05105100')),
  );
  const first = redact({ events: snapshot(0, [card]) }, open);
  const target = element(21, { tag: 'span', role: '', name: '51051051', selectors: [] });
  const { content } = redact({ actions: [{ ...raw({ type: 'hover' }), target }] }, { ...open, memory: first.memory });
  expect(content.actions[0]?.target?.name).toBe('⟦CREDIT_CARD_1⟧');
});

test('a field that only its label gives away is guarded by what was done to it', () => {
  const action = fill('Wombat7');
  const target = action.target && { ...action.target, name: 'Card number' };
  const events = [...snapshot(0, [elementNode(10, 'input', {})]), inputEvent(10, 'Wombat7')];
  const { content } = redact({ events, actions: [{ ...action, target }] }, open);
  expect(JSON.stringify(content)).not.toContain('Wombat');
});

const became: readonly (readonly [what: string, before: Record<string, string>, after: Record<string, string>])[] = [
  ['a field that hides only later what is in it', { type: 'text' }, { type: 'password' }],
  ['a field that is named for a secret only later', { name: 'a' }, { name: 'card_number' }],
];

for (const [what, before, after] of became)
  test(`the floors hold: ${what} tells nothing from then on, nor does the page`, () => {
    const field = elementNode(10, 'input', { ...before, value: 'Zebra9' });
    const first = redact(
      { events: snapshot(0, [field, elementNode(13, 'input', {}), elementNode(11, 'p', {})]) },
      open,
    );
    const typed = redact(
      { events: [inputEvent(10, 'Zebra99'), inputEvent(13, 'Mole8')] },
      { ...open, memory: first.memory },
    );
    const events = [
      mutation({ attributes: [{ id: 10, attributes: after }] }),
      mutation({ adds: [{ parentId: 11, node: textNode(12, 'You: Zebra99, Mole8') }] }),
    ];
    const { content, memory } = redact({ events }, { ...open, memory: typed.memory });
    expect(text(content.events, 12)).toMatch(/^You: ⟦IDENTIFIER_\d⟧, Mole8$/);
    const again = snapshot(0, [elementNode(10, 'input', { ...before, value: 'Wombat7' }), textNode(12, 'Wombat7')]);
    expect(JSON.stringify(redact({ events: again }, { ...open, memory }).content)).not.toContain('Wombat');
  });

test('the floors hold: what was hidden in a form is a secret when it is shown, and when the page is looked at again', () => {
  const shown = elementNode(10, 'input', { value: 'Wombat7' });
  const { content, memory } = redact(
    {
      events: [
        ...snapshot(0, [elementNode(10, 'input', { type: 'hidden', value: '' }), elementNode(11, 'p', {})]),
        mutation({ attributes: [{ id: 10, attributes: { type: 'text' } }] }),
        inputEvent(10, 'Zebra9'),
        mutation({ adds: [{ parentId: 11, node: textNode(12, 'You: Zebra9') }] }),
      ],
    },
    open,
  );
  const again = redact({ events: snapshot(0, [shown, textNode(12, 'You: Wombat7')]) }, { ...open, memory });
  expect(JSON.stringify([content, again.content])).not.toMatch(/zebra|wombat/i);
});

test('the floors hold: attributes of a page’s own that are named for a secret, and selectors by them', () => {
  const own = { 'data-last4': '4242', 'data-cvv': '737', 'data-accessToken': 'fair', 'data-row': '12' };
  const selectors = [{ kind: 'attribute', value: 'p[data-last4="4242"][data-row="12"]', matches: 1 }] as const;
  const { content } = redact(
    {
      events: snapshot(0, [elementNode(11, 'p', own)]),
      actions: [raw({ type: 'copy' }, { target: element(11, { attributes: own, selectors: [...selectors] }) })],
    },
    open,
  );
  expect(JSON.stringify(content)).not.toMatch(/4242|737|fair/);
  expect(attributes(content.events, 11)).toMatchObject({ 'data-row': '12' });
  expect(content.actions[0]?.target?.selectors[0]?.value).toBe('p[data-last4="⟦NUMBER_1⟧"][data-row="12"]');
});

test('what was typed on a test system is still replaced on another site of the episode', () => {
  const { memory } = redact({ actions: [fill('Alice Martin')] }, open);
  const events = snapshot(0, [elementNode(11, 'p', {}, textNode(12, 'Alice Martin'))]);
  expect(text(redact({ events }, { memory }).content.events, 12)).toBe('⟦WORDS_1⟧');
});

const urls: readonly (readonly [url: string, redacted: string])[] = [
  ['https://app.example.com/a?tab=open&page=2#top', 'https://app.example.com/a?tab=open&page=2#top'],
  ['https://app.example.com/#/tickets/5?view=all', 'https://app.example.com/#/tickets/5?view=all'],
  ['https://app.example.com/?q=red+shoes&empty&x=', 'https://app.example.com/?q=red+shoes&empty&x='],
  ['https://u:p@app.example.com/a', 'https://app.example.com/a'],
  ['https://app.example.com/a?token=abc', 'https://app.example.com/a?token=⟦API_KEY_1⟧'],
  ['https://app.example.com/a?X-Amz-Signature=abc', 'https://app.example.com/a?X-Amz-Signature=⟦API_KEY_1⟧'],
  ['https://app.example.com/#access_token=abc&state=1', 'https://app.example.com/#access_token=⟦API_KEY_1⟧&state=1'],
  ['https://app.example.com/?c=aB3dE5gH7jK9mN1pQ3sT5vW7', 'https://app.example.com/?c=⟦API_KEY_1⟧'],
  ['https://app.example.com/?who=bob%40example.com', 'https://app.example.com/?who=⟦EMAIL_ADDRESS_1⟧'],
  ['https://app.example.com/doc#:~:text=Bob', 'https://app.example.com/doc'],
  ['/a;jsessionid=1?x=1', '/a?x=1'],
];

for (const [url, redacted] of urls) {
  test(`${url} becomes ${redacted}`, () => {
    const { content } = redact({ actions: [raw({ type: 'copy' }, { page: { ...page, url } })] }, open);
    expect(content.actions[0]?.page?.url).toBe(redacted);
  });
}

test('the floors hold: a comment that changes, and card numbers in digits of other scripts', () => {
  const heading = elementNode(10, 'h2', {}, textNode(11, 'Card ٤٠١٢٨٨٨٨٨٨٨٨١٨٨١, ४०१२ ८८८८ ८८८८ १८८१'));
  const events = [...snapshot(0, [heading]), mutation({ texts: [{ id: -2, value: 'wombat' }] })];
  const { content } = redact({ events }, open);
  expect(text(content.events, 11)).toBe('Card ⟦CREDIT_CARD_1⟧, ⟦CREDIT_CARD_1⟧');
  expect(JSON.stringify(content)).not.toContain('wombat');
});

const behind: readonly (readonly [what: string, ...nodes: ReturnType<typeof elementNode>[]])[] = [
  [
    'in a list of terms',
    elementNode(10, 'dt', {}, textNode(11, 'Password')),
    elementNode(12, 'dd', {}, textNode(13, 'Quokka42')),
  ],
  [
    'under a heading',
    elementNode(10, 'p', {}, textNode(11, 'Your API key:')),
    elementNode(12, 'h1', {}, textNode(13, 'Quokka42')),
  ],
  ['in a field', elementNode(10, 'div', {}, textNode(11, 'PIN code')), elementNode(12, 'input', { value: 'Quokka42' })],
  [
    'in a group',
    elementNode(
      10,
      'div',
      { role: 'group', 'aria-label': 'Card number' },
      elementNode(12, 'input', { value: 'Quokka42' }),
    ),
  ],
  [
    'in an editor',
    elementNode(
      10,
      'div',
      { contenteditable: 'true', 'aria-label': 'Password' },
      elementNode(12, 'b', {}, textNode(13, 'Quokka42')),
    ),
  ],
  [
    'in a column',
    elementNode(
      10,
      'table',
      {},
      ...[
        elementNode(
          20,
          'tr',
          {},
          elementNode(21, 'th', {}, textNode(22, 'User')),
          elementNode(23, 'th', {}, textNode(24, 'Password')),
        ),
        elementNode(
          30,
          'tr',
          {},
          elementNode(31, 'td', {}, textNode(32, 'b0b')),
          elementNode(33, 'td', {}, textNode(34, 'Quokka42')),
        ),
      ],
    ),
  ],
];

for (const [what, ...nodes] of behind)
  test(`the floors hold: a secret that is announced ${what} tells nothing, nor does its echo`, () => {
    const events = [
      ...snapshot(0, [...nodes, elementNode(40, 'p', {}, textNode(41, 'x'))]),
      mutation({ texts: [{ id: 41, value: 'is quokka42' }] }),
    ];
    expect(JSON.stringify(redact({ events }, open).content)).not.toMatch(/quokka/i);
  });

test('what only stands near a word for secrets stays', () => {
  const texts = [
    'Change your password regularly',
    'Order42',
    'Password',
    'Changed',
    'Password',
    '2026-11-21',
    'Token',
    'User',
    'b0b',
    'Forgot password?',
  ];
  const children = [
    ...texts.map((content, at) => elementNode(10 + 2 * at, 'p', {}, textNode(11 + 2 * at, content))),
    elementNode(40, 'input', { value: 'Order43' }),
    elementNode(
      50,
      'table',
      {},
      ...[
        elementNode(
          51,
          'tr',
          {},
          elementNode(52, 'th', {}, textNode(53, 'Token')),
          elementNode(54, 'th', {}, textNode(55, 'Owner7')),
        ),
      ],
    ),
  ];
  const { content } = redact({ events: snapshot(0, children) }, open);
  for (const [at, said] of texts.entries()) expect(text(content.events, 11 + 2 * at)).toBe(said);
  expect(attributes(content.events, 40)).toEqual({ value: 'Order43' });
  expect(text(content.events, 55)).toBe('Owner7');
});
