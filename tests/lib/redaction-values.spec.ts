import { expect, test } from '@playwright/test';
import { element, page, RECORDER, snapshot } from '../support/records.ts';
import { attributes, fill, raw, redact, text } from '../support/redact.ts';
import { elementNode, inputEvent, mutation, textNode } from '../support/rrweb.ts';

test('one value has one placeholder in every channel', () => {
  const target = element(20, {
    name: 'Open case of Alice Martin',
    attributes: { title: 'alice martin', 'data-testid': 'row-alice-martin' },
    selectors: [
      { kind: 'role', value: 'button "Open case of Alice Martin"', matches: 1 },
      { kind: 'css', value: 'a[href="/p/alice%20martin?x=1"] > #alice\\ martin', matches: 1 },
      { kind: 'text', value: 'text="Alice Martin"', matches: 1 },
      { kind: 'xpath', value: '//a[contains(.,"Alice Martin")]', matches: 1 },
    ],
  });
  const children = [
    elementNode(10, 'input', { value: 'Alice Martin' }),
    elementNode(
      11,
      'button',
      { title: 'Case: ALICE MARTIN', class: 'person alice-martin' },
      textNode(12, 'Hello Alice  Martin!'),
    ),
    elementNode(13, 'a', { href: 'https://x.example/p/Alice%20Martin' }, textNode(14, 'Ａlice\u200b Martin')),
  ];
  const { content } = redact({
    events: [...snapshot(0, children), mutation({ texts: [{ id: 12, value: 'Bye Alice Martin' }] })],
    actions: [fill('Alice Martin'), raw({ type: 'copy' }, { target, page: { ...page, title: 'Alice Martin – Desk' } })],
  });
  const [filled, copied] = content.actions;
  expect(filled?.action).toEqual({ type: 'fill', by: 'typing', value: { text: '⟦WORDS_1⟧', class: 'words' } });
  expect(copied?.page?.title).toBe('⟦WORDS_1⟧ – Desk');
  expect(copied?.target).toMatchObject({
    name: 'Open case of ⟦WORDS_1⟧',
    attributes: { title: '⟦WORDS_1⟧', 'data-testid': 'row-⟦WORDS_1⟧' },
    selectors: [
      { value: 'button "Open case of ⟦WORDS_1⟧"' },
      { value: 'a[href="/p/⟦WORDS_1⟧"] > #⟦WORDS_1⟧' },
      { value: 'text="⟦WORDS_1⟧"' },
      { value: '//a[contains(.,"⟦WORDS_1⟧")]' },
    ],
  });
  expect(attributes(content.events, 11)).toEqual({ title: 'Case: ⟦WORDS_1⟧', class: 'person ⟦WORDS_1⟧' });
  expect([12, 14].map((id) => text(content.events, id))).toEqual(['Hello ⟦WORDS_1⟧!', '⟦WORDS_1⟧']);
  expect(content.events.at(-1)?.data).toMatchObject({ texts: [{ value: 'Bye ⟦WORDS_1⟧' }] });
  expect(JSON.stringify(content)).not.toMatch(/alice|martin/i);
});

test('a value is remembered for the rest of the episode, and an episode forgets it', () => {
  const { memory } = redact({ actions: [fill('the customer')] });
  const shown = { events: snapshot(0, [elementNode(10, 'button', {}, textNode(11, 'Edit the customer'))]) };
  expect(text(redact(shown, { memory: structuredClone(memory) }).content.events, 11)).toBe('Edit ⟦WORDS_1⟧');
  expect(text(redact(shown).content.events, 11)).toBe('Edit the customer');
});

test('short values are replaced only where they are the whole text', () => {
  const shown = [elementNode(11, 'b', {}, textNode(12, 'On')), elementNode(13, 'b', {}, textNode(14, 'On hold'))];
  const { content } = redact({ events: snapshot(0, shown), actions: [fill('On')] });
  expect([12, 14].map((id) => text(content.events, id))).toEqual(['⟦WORD_1⟧', 'On hold']);
});

test('a value inside of another word stays', () => {
  const shown = [elementNode(11, 'button', {}, textNode(12, 'Opening'))];
  const { content } = redact({ events: snapshot(0, shown), actions: [fill('open')] });
  expect(text(content.events, 12)).toBe('Opening');
});

test('values in writing without spaces are found anywhere', () => {
  const shown = [elementNode(11, 'p', {}, textNode(12, '田中さんの注文'))];
  const { content } = redact({ events: snapshot(0, shown), actions: [fill('田中さん')] });
  expect(text(content.events, 12)).toBe('⟦WORD_1⟧⟦WORD_2⟧');
});

test('each line of a longer text is found for itself', () => {
  const shown = [elementNode(11, 'p', {}, textNode(12, 'The printer is on fire'))];
  const { content } = redact({ events: snapshot(0, shown), actions: [fill('Hello,\nThe printer is on fire\nBye')] });
  expect(text(content.events, 12)).toBe('⟦TEXT_1⟧');
});

test('all steps of typing have the placeholder of the value in the end, and so have their echoes', () => {
  const events = ['A', 'Al', 'Ali', 'Alice'].flatMap((value) => [
    inputEvent(10, value),
    mutation({ texts: [{ id: 12, value: `Results for ${value}` }] }),
  ]);
  const children = [elementNode(10, 'input', {}), elementNode(11, 'h2', {}, textNode(12, 'Results'))];
  const { content, memory } = redact({ events: [...snapshot(0, children), ...events], typed: ['Al', 'Alic'] });
  const written = JSON.stringify(content.events.slice(2));
  expect(written).not.toMatch(/Ali|Al\b/);
  expect(new Set(written.match(/⟦[^⟧]+⟧/g))).toEqual(new Set(['⟦WORD_1⟧']));
  expect(memory.fields).toEqual([[`${RECORDER} 10`, 'Alice']]);
  const next = redact({ events: [inputEvent(10, 'Alicette')], actions: [fill('Alicette')] }, { memory });
  expect(next.content.events[0]?.data).toMatchObject({ text: '⟦WORD_1⟧' });
  expect(next.memory.known).toEqual(['Alicette']);
});

test('what was typed is replaced before any other event tells of it', () => {
  const events = [mutation({ texts: [{ id: 12, value: 'No results for Ali' }] })];
  const { content, memory } = redact({ events, typed: ['Al', 'Ali'] });
  expect(content.events[0]?.data).toMatchObject({ texts: [{ value: 'No results for ⟦WORD_1⟧' }] });
  const later = redact({ events: [mutation({ texts: [{ id: 12, value: 'Still none for Ali' }] })] }, { memory });
  expect(later.content.events[0]?.data).toMatchObject({ texts: [{ value: 'Still none for ⟦WORD_1⟧' }] });
});

test('a message that was sent from a field is still known when the field is used again', () => {
  const first = redact({
    events: [...snapshot(0, [elementNode(10, 'input', {})]), inputEvent(10, 'Ask Eve'), inputEvent(10, '')],
  });
  const { content } = redact(
    { events: [inputEvent(10, 'A'), mutation({ texts: [{ id: 12, value: 'You: Ask Eve' }] })] },
    { memory: first.memory },
  );
  expect(content.events[1]?.data).toMatchObject({ texts: [{ value: 'You: ⟦WORDS_1⟧' }] });
});

test('a placeholder says nothing of how long a value is', () => {
  const placeholderOf = (value: string) => redact({ actions: [fill(value)] }).content.actions[0]?.action;
  expect(placeholderOf('Bo')).toEqual(placeholderOf('Wolfeschlegelsteinhausenbergerdorff'));
  expect(placeholderOf('7')).toEqual(placeholderOf('48291'));
});
