import { expect, test } from '@playwright/test';
import type { RedactionContext } from '../../lib/redaction/redact-batch.ts';
import { element, snapshot } from '../support/records.ts';
import { attributes, fill, raw, redact, text } from '../support/redact.ts';
import { elementNode, incremental, mutation, type SerializedNode, textNode } from '../support/rrweb.ts';

const shownIn = (tag: string, shown: string, vocabulary: readonly string[], more: Partial<RedactionContext> = {}) =>
  text(
    redact({ events: snapshot(0, [elementNode(10, tag, {}, textNode(11, shown))]) }, { vocabulary, ...more }).content
      .events,
    11,
  );

const kept: readonly (readonly [why: string, tag: string, shown: string, vocabulary: readonly string[]])[] = [
  ['a phrase where data stands', 'td', 'Zap the flow', ['Zap the flow']],
  ['another case', 'p', 'ZAP THE FLOW', ['Zap the flow']],
  ['other space', 'p', '\n  Zap\u00a0the\n  flow ', ['Zap the flow']],
  ['other typography', 'p', 'Don’t zap “it” – yet…', ['Don\'t zap "it" - yet...']],
  ['other marks around it', 'p', '* Zap the flow:', ['Zap the flow']],
  ['code', 'p', 'msg.payload', ['msg.payload']],
  ['several phrases', 'p', 'Zap the flow. Then rest.', ['Zap the flow', 'Then rest']],
  ['a phrase of several sentences among others', 'p', 'Zap it. Now! Then rest.', ['Zap it. Now!', 'Then rest']],
  ['parts of a title', 'td', 'Zap the flow - Desk', ['Zap the flow', 'Desk']],
  ['a phrase within a phrase', 'td', 'Zapped a few moons ago', ['Zapped {}', '{} ago', 'a few moons']],
  ['a piece of a phrase with data in another element', 'td', 'Zapped by', ['Zapped by {}']],
  ['a shortcut after a phrase', 'td', 'Zap the flow - [ctrl-M]', ['Zap the flow']],
  ['a shortcut', 'div', 'Ctrl+Shift+P', []],
  ['a shortcut of marks', 'div', '⇧⌘K', []],
  ['a shortcut of two keys', 'li', 'alt-s c', []],
  ['a name where the app speaks', 'button', 'May', ['May']],
];

for (const [why, tag, shown, vocabulary] of kept)
  test(`${why} stays: “${shown.trim()}” in ${tag}`, () => expect(shownIn(tag, shown, vocabulary)).toBe(shown));

const replaced: readonly (readonly [
  why: string,
  tag: string,
  shown: string,
  vocabulary: readonly string[],
  redacted: string,
])[] = [
  ['data in a gap', 'td', 'Zapped by Zoë Kravchenko', ['Zapped by {}'], 'Zapped by ⟦WORDS_1⟧'],
  ['data in two gaps', 'p', '3 of 12 zaps left', ['{} of {} zaps left'], '⟦NUMBER_1⟧ of ⟦NUMBER_2⟧ zaps left'],
  ['data at both ends', 'p', 'alice zapped berlin', ['{} zapped {}'], '⟦WORD_1⟧ zapped ⟦WORD_2⟧'],
  ['an address in a gap', 'p', 'Zap to eve@example.com', ['Zap to {}'], 'Zap to ⟦EMAIL_ADDRESS_1⟧'],
  ['a number after a phrase', 'td', 'Zap 12', ['Zap'], 'Zap ⟦NUMBER_1⟧'],
  ['a long number after a phrase', 'td', 'Zap 471123', ['Zap'], '⟦WORDS_1⟧'],
  ['what no phrase is', 'p', 'Zap the flow. Kwame is ill', ['Zap the flow'], '⟦WORDS_1⟧'],
  ['words that are phrases one by one', 'td', 'Open the import', ['Open', 'the', 'Import'], '⟦WORDS_1⟧'],
  ['more than a phrase', 'td', 'Zap the flow Alice', ['Zap the flow'], '⟦WORDS_1⟧'],
  ['a gap without data', 'td', 'Zapped by', ['{} zapped by Mo'], '⟦WORDS_1⟧'],
  ['a name where data stands', 'td', 'May', ['May'], '⟦WORD_1⟧'],
  ['a name where nobody knows what stands', 'div', 'May', ['May'], '⟦WORD_1⟧'],
  ['a name and a gap', 'td', 'Mark Twain', ['Mark {}'], '⟦WORDS_1⟧'],
  ['a name and a number', 'td', 'May 12', ['May'], '⟦WORDS_1⟧'],
  ['little words and gaps', 'td', 'Alice of Berlin', ['{} of {}'], '⟦WORDS_1⟧'],
  ['an address in a phrase', 'td', 'Mail eve@example.com', ['Mail eve@example.com'], '⟦WORD_1⟧ ⟦EMAIL_ADDRESS_1⟧'],
  ['a shortcut among data', 'td', 'ctrl-k', ['Zap'], '⟦WORD_1⟧'],
  ['what is no shortcut', 'div', 'alt-martin', [], '⟦WORD_1⟧'],
];

for (const [why, tag, shown, vocabulary, redacted] of replaced)
  test(`${why} goes: “${shown}” in ${tag}`, () => expect(shownIn(tag, shown, vocabulary)).toBe(redacted));

test('a phrase stays where something in it is marked, and data in its gaps does not', () => {
  const vocabulary = ['Press Zap to go on', 'Zapped by {} today'];
  const children = [
    elementNode(
      10,
      'p',
      {},
      textNode(11, 'Press '),
      elementNode(12, 'b', {}, textNode(13, 'Zap')),
      textNode(14, ' to go on'),
    ),
    elementNode(
      20,
      'p',
      {},
      textNode(21, 'Zapped '),
      elementNode(22, 'code', {}, textNode(23, 'by Kwame')),
      textNode(24, ' Osei today'),
    ),
    elementNode(
      30,
      'p',
      {},
      textNode(31, 'Press '),
      elementNode(32, 'b', {}, textNode(33, 'Zap')),
      textNode(34, ' to call Kwame'),
    ),
  ];
  const { events } = redact({ events: snapshot(0, children) }, { vocabulary }).content;
  expect([11, 13, 14].map((id) => text(events, id))).toEqual(['Press ', 'Zap', ' to go on']);
  expect([21, 23, 24].map((id) => text(events, id))).toEqual(['Zapped ', 'by ⟦WORD_1⟧', ' ⟦WORD_2⟧ today']);
  expect([31, 33, 34].map((id) => text(events, id))).toEqual(['⟦WORD_3⟧ ', '⟦WORD_4⟧', ' ⟦WORDS_1⟧']);
});

test('a value that stands in several elements in the gap of a phrase keeps its placeholder', () => {
  const line = elementNode(20, 'p', {}, textNode(21, 'Zapped by Kwa'), elementNode(22, 'b', {}, textNode(23, 'me')));
  const { events } = redact(
    { events: snapshot(0, [line]), actions: [fill('Kwame', 90)] },
    { vocabulary: ['Zapped by {}'] },
  ).content;
  expect([21, 23].map((id) => text(events, id))).toEqual(['Zapped by ⟦WORD_1⟧', '']);
});

test('what a page adds is told node by node, and read as the lines that it makes', () => {
  const { memory } = redact({ events: snapshot(0, [elementNode(10, 'button'), elementNode(20, 'p')]) });
  const add = (parentId: number, nextId: number | null, node: SerializedNode) => ({ parentId, nextId, node });
  const adds = [
    add(10, null, textNode(13, 'case')),
    add(10, 13, elementNode(11, 'b')),
    add(11, null, textNode(12, 'Open ')),
    add(20, null, textNode(23, ' to go on')),
    add(20, 23, elementNode(21, 'b')),
    add(20, 21, textNode(24, 'Press ')),
    add(21, null, textNode(22, 'Zap')),
  ];
  const { events } = redact(
    {
      events: [incremental({ source: 0, texts: [], attributes: [], removes: [], adds })],
      actions: [fill('Open case', 90)],
    },
    { vocabulary: ['Press Zap to go on'], memory },
  ).content;
  expect([12, 13].map((id) => text(events, id))).toEqual(['⟦WORDS_1⟧', '']);
  expect([24, 22, 23].map((id) => text(events, id))).toEqual(['Press ', 'Zap', ' to go on']);
});

test('what somebody entered goes where data may stand, though it is a phrase; where the app speaks the phrase stays', () => {
  const vocabulary = ['Open the import', 'Open the import now', 'Opened: {}'];
  const shown = (tag: string, said: string) =>
    text(
      redact(
        {
          events: snapshot(0, [elementNode(10, tag, {}, textNode(11, said))]),
          actions: [fill('open the import', 90)],
        },
        { vocabulary },
      ).content.events,
      11,
    );
  expect(['td', 'p', 'div', 'li'].map((tag) => shown(tag, 'Open the import'))).toEqual(Array(4).fill('⟦WORDS_1⟧'));
  expect(shown('td', 'Opened: Open the import')).toBe('Opened: ⟦WORDS_1⟧');
  expect(shown('button', 'Open the import')).toBe('Open the import');
  expect(shown('td', 'Open the import now')).toBe('Open the import now');
});

test('a secret and what the policy withholds go out of phrases, everywhere', () => {
  const password = {
    ...fill('zap the flow', 90),
    target: element(90, { tag: 'input', role: 'textbox', states: ['password'] }),
  };
  const shown = (tag: string, said: string, more: Partial<RedactionContext>) =>
    text(
      redact(
        { events: snapshot(0, [elementNode(10, tag, {}, textNode(11, said))]), actions: [password] },
        { vocabulary: ['Zap the flow', 'Ask Acme about it'], ...more },
      ).content.events,
      11,
    );
  expect(shown('button', 'Zap the flow', {})).toBe('⟦WORDS_1⟧');
  const withhold = { patterns: [], words: ['Acme'] };
  expect(shown('button', 'Ask Acme about it', { withhold })).toMatch(/^Ask ⟦CUSTOM_1⟧ about it$/);
});

test('at level strict only the words around the gaps stay', () => {
  const level = 'strict';
  expect(shownIn('button', 'Zapped by Save 12', ['Zapped by {}', 'Save'], { level })).toBe('Zapped by Save ⟦NUMBER_1⟧');
  expect(shownIn('button', 'Zapped by the office', ['Zapped by {}'], { level })).toBe('Zapped by ⟦WORDS_1⟧');
  expect(shownIn('button', 'Ctrl+K', ['Zap'], { level })).toBe('⟦IDENTIFIER_1⟧');
});

test('a page cannot keep the worker busy with what may be phrases', () => {
  const vocabulary = ['zap {} and {} of {} zap', ...Array.from({ length: 1_000 }, (_, at) => `{} zap ${at} {}`)];
  const texts = ['zap and of '.repeat(5_000), 'zap '.repeat(190), 'zap.\n'.repeat(20_000), `zap${' '.repeat(100_000)}`];
  const children = texts.map((shown, at) => elementNode(20 + at, 'div', {}, textNode(30 + at, shown)));
  // The processor’s time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  redact({ events: snapshot(0, children) }, { vocabulary });
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});

test('attributes, changes and actions know phrases too', () => {
  const vocabulary = ['Zapped by {}', 'Zap the flow'];
  const target = element(10, {
    name: 'Zapped by Kwame',
    selectors: [{ kind: 'text', value: 'Zapped by Kwame', matches: 1 }],
  });
  const { content } = redact(
    {
      events: [
        ...snapshot(0, [elementNode(10, 'td', { title: 'Zapped by Kwame' }, textNode(11, 'Zap the flow'))]),
        mutation({ texts: [{ id: 11, value: 'Zapped by Kwame' }] }),
      ],
      actions: [raw({ type: 'copy' }, { target })],
    },
    { vocabulary },
  );
  expect(attributes(content.events, 10)).toEqual({ title: 'Zapped by ⟦WORD_1⟧' });
  expect(content.events.at(-1)?.data).toMatchObject({ texts: [{ value: 'Zapped by ⟦WORD_1⟧' }] });
  expect(content.actions[0]?.target).toMatchObject({
    name: 'Zapped by ⟦WORD_1⟧',
    selectors: [{ value: 'Zapped by ⟦WORD_1⟧' }],
  });
});
