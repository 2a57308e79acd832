import { expect, test } from '@playwright/test';
import { element, page, snapshot } from '../support/records.ts';
import { attributes, raw, redact, text } from '../support/redact.ts';
import { elementNode, mutation, type SerializedNode, textNode } from '../support/rrweb.ts';

/** A text in elements, one in the other, named from the outside to the inside: `td button`, `li role=menuitem`. */
function nested(tags: string, shown: string): SerializedNode {
  const [first = 'div', ...rest] = tags.split(' ');
  const [tag = 'div', role] = first.split('@');
  const own = role === undefined ? {} : { role };
  const inner = rest.length > 0 ? nested(rest.join(' '), shown) : textNode(99, shown);
  return elementNode(20 + rest.length, tag, own, inner);
}

const shownIn = (tags: string, shown: string, vocabulary: readonly string[] = []) =>
  text(redact({ events: snapshot(0, [nested(tags, shown)]) }, { vocabulary }).content.events, 99);

const kept: readonly (readonly [tags: string, shown: string])[] = [
  ['button', 'Save changes'],
  ['button div span', 'Add to cart'],
  ['td button', 'Edit'],
  ['label', 'First name'],
  ['label', 'Tell them by e-mail'],
  ['th', 'E-Mail'],
  ['th', 'Invoice number'],
  ['div@columnheader', 'Priority'],
  ['h1', 'Tickets'],
  ['h2', 'Recent changes'],
  ['title', 'Settings – Users'],
  ['nav a', 'Reports'],
  ['li@menuitem', 'Mark as read'],
  ['select option', 'Last month'],
  ['dt', 'Shipping address'],
  ['legend', 'Payment method'],
  ['div', 'No results found'],
  ['a', 'Forgot your password?'],
  ['td', '—'],
  ['button', 'Änderungen speichern'],
  ['button', 'Enregistrer les modifications'],
  ['button', 'OK'],
  ['th', 'ID'],
  ['button', 'SIGN IN'],
  ['label', 'Region US'],
  ['button', 'Mark Read'],
  ['label', 'Note: mark as read'],
  ['button', 'Bold [ctrl-B]'],
  ['h2', 'Save changes (Ctrl+Shift+S)'],
  ['label', 'Max Price'],
  ['th', 'List Price'],
  ['option', 'Germany'],
];

for (const [tags, shown] of kept) test(`“${shown}” in ${tags} stays`, () => expect(shownIn(tags, shown)).toBe(shown));

const replaced: readonly (readonly [tags: string, shown: string, redacted: string])[] = [
  ['td', 'Open', '⟦WORD_1⟧'],
  ['td', 'Save changes', '⟦WORDS_1⟧'],
  ['td span', '1,234.50', '⟦NUMBER_1⟧'],
  ['div@row div', 'Open', '⟦WORD_1⟧'],
  ['p', 'The customer has called again', '⟦WORDS_1⟧'],
  ['article div', 'Open', '⟦WORD_1⟧'],
  ['button', 'Open case of alice', 'Open case of ⟦WORD_1⟧'],
  ['button', 'Assigned to Zoë Kravchenko', 'Assigned to ⟦WORDS_1⟧'],
  ['button', 'Qx127secretA', '⟦IDENTIFIER_1⟧'],
  ['button', 'Page 12 of 40', 'Page ⟦NUMBER_1⟧ of ⟦NUMBER_2⟧'],
  ['button', 'Mark', '⟦WORD_1⟧'],
  ['th', 'Allen', '⟦WORD_1⟧'],
  ['option', 'Dallas', '⟦WORD_1⟧'],
  ['button', 'Assigned to Mark', 'Assigned to ⟦WORD_1⟧'],
  ['label', 'martin', '⟦WORD_1⟧'],
  ['label', 'A-martin', '⟦WORD_1⟧'],
  ['h1', 'Printer of Martin is broken', '⟦WORDS_1⟧'],
  ['h1', 'The printer on the third floor is broken again', '⟦TEXT_1⟧'],
  ['title', 'Alice Miller – Settings', '⟦WORDS_1⟧ – Settings'],
  ['option', 'Alice Miller', '⟦WORDS_1⟧'],
  ['th@rowheader', 'Alice Miller', '⟦WORDS_1⟧'],
  ['div', 'Alice Miller', '⟦WORDS_1⟧'],
  ['div', 'berlin', '⟦WORD_1⟧'],
  ['span', 'AO', '⟦WORD_1⟧'],
  ['button', 'Assigned to ME', 'Assigned to ⟦WORD_1⟧'],
  ['a', 'A long text in which an app can speak of all the things that there are', '⟦TEXT_1⟧'],
  ['td h3', 'Anna Schmidt', '⟦WORDS_1⟧'],
  ['h1', 'Mark Price', '⟦WORDS_1⟧'],
  ['h1', 'Price, Mark', '⟦WORDS_1⟧'],
  ['button', 'Price, Mark', '⟦WORDS_1⟧'],
  ['label', 'Brown, Alice', '⟦WORDS_1⟧'],
  ['option', 'WHITE, MARK', '⟦WORDS_1⟧'],
  ['h2', 'Mark PRICE', '⟦WORDS_1⟧'],
  ['button', 'Mark A. Price', '⟦WORDS_1⟧'],
  ['button', 'Kwame J Price', '⟦WORDS_1⟧'],
  ['button', 'Owner: May', 'Owner: ⟦WORD_1⟧'],
  ['label', 'M. Price', '⟦WORDS_1⟧'],
  ['option', 'Joy Park', '⟦WORDS_1⟧'],
  ['div', 'Rob Banks', '⟦WORDS_1⟧'],
  ['button', 'Assigned to Grant Field', 'Assigned to ⟦WORDS_1⟧'],
  ['button', 'Assigned to Kwame Price', 'Assigned to ⟦WORDS_1⟧'],
  ['label', 'Notes of Dr Case', 'Notes of Dr ⟦WORD_1⟧'],
  ['h2', 'Welcome Mark', '⟦WORDS_1⟧'],
  ['th', 'Sullivan', '⟦WORD_1⟧'],
  ['label', 'Simpson', '⟦WORD_1⟧'],
  ['option', 'Paris', '⟦WORD_1⟧'],
  ['option', 'Munich', '⟦WORD_1⟧'],
  ['title', '(Dallas) Inbox', '(⟦WORDS_1⟧'],
  ['button', 'Paris tickets', '⟦WORD_1⟧ tickets'],
  ['button', 'Save [ctrl-alice]', 'Save [ctrl-⟦WORD_1⟧]'],
  ['option', 'Wells', '⟦WORD_1⟧'],
];

for (const [tags, shown, redacted] of replaced)
  test(`“${shown}” in ${tags} becomes “${redacted}”`, () => expect(shownIn(tags, shown)).toBe(redacted));

test('phrases of the site stay, at level strict too, as the whole of a text only', () => {
  const vocabulary = ['Sprintvelocity', 'Assignee:'];
  expect(shownIn('td', 'sprintvelocity', vocabulary)).toBe('sprintvelocity');
  expect(shownIn('p', ' Assignee ', vocabulary)).toBe(' Assignee ');
  expect(shownIn('td', 'Assignee Alice', vocabulary)).toBe('⟦WORDS_1⟧');
  const { content } = redact(
    { events: snapshot(0, [nested('td', 'Assignee'), nested('button', 'Save')]) },
    { vocabulary, level: 'strict' },
  );
  expect(JSON.stringify(content)).toMatch(/Assignee/);
  expect(JSON.stringify(content)).not.toMatch(/Save/);
});

test('ordinary words that were data in a list are data in the heading over them too', () => {
  const subject = 'Invoice shows the wrong address';
  const nodes = [
    elementNode(10, 'td', {}, textNode(11, subject)),
    elementNode(12, 'h1', {}, textNode(13, subject)),
    elementNode(14, 'button', {}, textNode(15, subject)),
  ];
  const { content } = redact({ events: snapshot(0, nodes) });
  expect([11, 13, 15].map((id) => text(content.events, id))).toEqual(['⟦WORDS_1⟧', '⟦WORDS_1⟧', subject]);
  expect(shownIn('h1', subject)).toBe(subject);
});

test('attributes speak as their elements do', () => {
  const children = [
    elementNode(10, 'button', { 'aria-label': 'Open case of alice', title: 'Edit' }),
    elementNode(11, 'td', { title: 'Call back', 'aria-label': 'Open' }),
    elementNode(12, 'input', { placeholder: 'Search tickets', 'aria-label': 'Search', 'aria-valuetext': 'open' }),
    elementNode(13, 'i', { title: 'alice', 'aria-label': 'Close' }),
    elementNode(14, 'input', { type: 'submit', value: 'Send to alice' }),
    elementNode(15, 'div', { 'data-title': 'Alice Miller', 'data-tip': 'Save changes' }),
  ];
  const { content } = redact({ events: snapshot(0, children) });
  expect([10, 11, 12, 13, 14, 15].map((id) => attributes(content.events, id))).toEqual([
    { 'aria-label': 'Open case of ⟦WORD_1⟧', title: 'Edit' },
    { title: '⟦WORDS_1⟧', 'aria-label': '⟦WORD_2⟧' },
    { placeholder: 'Search tickets', 'aria-label': 'Search', 'aria-valuetext': '⟦WORD_2⟧' },
    { title: '⟦WORD_1⟧', 'aria-label': 'Close' },
    { type: 'submit', value: 'Send to ⟦WORD_1⟧' },
    { 'data-title': '⟦WORDS_2⟧', 'data-tip': 'Save changes' },
  ]);
});

test('what is added or changed later speaks as its place does, in later batches too', () => {
  const children = [
    elementNode(10, 'td', {}, textNode(11, 'Open')),
    elementNode(12, 'button', {}, textNode(13, 'Save')),
  ];
  const { memory } = redact({ events: snapshot(0, children) });
  const added = { parentId: 10, node: elementNode(14, 'span', {}, textNode(15, 'Closed')) };
  const button = { parentId: 12, node: textNode(16, 'Closed') };
  const texts = [
    { id: 11, value: 'Cancel' },
    { id: 13, value: 'Cancel' },
  ];
  const { content } = redact(
    { events: [mutation({ texts, adds: [added, button] })] },
    { memory: JSON.parse(JSON.stringify(memory)) },
  );
  expect(content.events[0]?.data).toMatchObject({ texts: [{ value: '⟦WORD_2⟧' }, { value: 'Cancel' }] });
  expect([15, 16].map((id) => text(content.events, id))).toEqual(['⟦WORD_3⟧', 'Closed']);
});

test('an action names its target, its page and what was chosen as the page shows them', () => {
  const children = [
    elementNode(10, 'button', {}, textNode(11, 'Open case of Alice Miller')),
    elementNode(12, 'td', {}, elementNode(13, 'a', {}, textNode(14, 'Open'))),
  ];
  const selectors = [{ kind: 'role', value: 'button "Open case of Alice Miller"', matches: 1 } as const];
  const target = element(10, { name: 'Open case of Alice Miller', selectors });
  const link = element(13, {
    tag: 'a',
    role: 'link',
    name: 'Open',
    selectors: [{ kind: 'text', value: 'Open', matches: 1 }],
  });
  const options = [{ label: 'Alice Miller', index: 0 }];
  const { content } = redact({
    events: snapshot(0, children),
    actions: [
      raw({ type: 'copy' }, { target, page: { ...page, title: 'Alice Miller | Tickets' } }),
      raw({ type: 'copy' }, { target: link }),
      raw({ type: 'selectOption', options, choices: ['High', 'Alice Miller'] }),
      raw({ type: 'dialog', kind: 'confirm', message: 'Delete Alice Miller?', accepted: true, value: null }),
    ],
  });
  const [first, second, third, fourth] = content.actions;
  expect(first?.target).toMatchObject({
    name: 'Open case of ⟦WORDS_1⟧',
    selectors: [{ value: 'button "Open case of ⟦WORDS_1⟧"' }],
  });
  expect(first?.page?.title).toBe('⟦WORDS_1⟧ | Tickets');
  expect(second?.target).toMatchObject({ name: '⟦WORD_1⟧', selectors: [{ value: '⟦WORD_1⟧' }] });
  expect(third?.action).toMatchObject({ options: [{ label: '⟦WORDS_1⟧' }], choices: ['High', '⟦WORDS_1⟧'] });
  expect(fourth?.action).toMatchObject({ message: 'Delete ⟦WORDS_1⟧?' });
});
