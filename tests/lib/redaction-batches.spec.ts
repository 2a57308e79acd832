import { expect, test } from '@playwright/test';
import { CaptureBatch } from '../../lib/capture.ts';
import { CaptureRecord } from '../../lib/record.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { captured, element, page, snapshot, START } from '../support/records.ts';
import { attributes, fill, raw, redact, text } from '../support/redact.ts';
import { elementNode, incremental, mutation, textNode } from '../support/rrweb.ts';

test('what is not known is withheld and keeps its place', () => {
  const unknown = [
    { type: 5, timestamp: START, data: { tag: 'x', payload: 'Eve' } },
    { type: 6, timestamp: START, data: { plugin: 'x', payload: 'Eve' } },
    { type: 99, timestamp: START, data: { text: 'Eve' } },
    ...[9, 10, 11, 14, 16, 77].map((source) => incremental({ source, text: 'Eve' })),
  ];
  const { content, ledger, failures } = redact({ events: unknown });
  expect(content.events).toEqual(
    unknown.map(() => ({ type: 5, timestamp: START, data: { tag: 'withheld', payload: {} } })),
  );
  expect(ledger).toEqual([{ channel: 'other', rule: 'unknown_event', count: unknown.length }]);
  expect(failures).toBe(0);
});

test('an error in one event or action withholds only that one', () => {
  const poisoned = incremental({
    source: 0,
    get texts(): never {
      throw new Error('Eve');
    },
  });
  const malformed = incremental({ source: 5, id: 'Eve', text: 'Eve' });
  const broken = raw({ type: 'copy' });
  Object.defineProperty(broken, 'target', {
    get() {
      throw new Error('Eve');
    },
  });
  const good = mutation({ texts: [{ id: 12, value: 'Good' }] });
  const { content, failures, ledger } = redact({
    events: [poisoned, good, malformed],
    actions: [broken, raw({ type: 'cut' })],
  });
  expect(content.events.map(({ type }) => type)).toEqual([5, 3, 5]);
  expect(content.actions.map(({ action }) => action.type)).toEqual(['cut']);
  expect(failures).toBe(3);
  expect(ledger).toContainEqual({ channel: 'other', rule: 'failed', count: 3 });
  expect(JSON.stringify([content, ledger])).not.toContain('Eve');
});

test('changes to a page whose snapshot is missing or failed are withheld', () => {
  const edit = mutation({ texts: [{ id: 14, value: 'Eve' }] });
  const broken = { type: 2, timestamp: START, data: { node: { type: 2, id: 'Eve' } } };
  for (const [events, memory] of [
    [[edit], emptyMemory()],
    [[broken, edit], undefined],
  ] as const) {
    const { content, memory: next } = redact({ events: [...events] }, memory && { memory });
    expect(content.events.every(({ type }) => type === 5)).toBe(true);
    expect(redact({ events: [edit] }, { memory: next }).content.events[0]?.type).toBe(5);
  }
});

test('at level strict nothing that people read is kept', () => {
  const children = [
    elementNode(10, 'button', { title: 'Save all', 'aria-label': 'Save', class: 'primary' }, textNode(11, 'Save')),
    elementNode(12, 'i', {}, textNode(13, '›')),
    elementNode(14, 'option', { label: 'Germany' }, textNode(15, 'Germany')),
  ];
  const target = element(10, {
    name: 'Save',
    selectors: [
      { kind: 'role', value: 'button "Save"', matches: 1 },
      { kind: 'label', value: 'Name', matches: 1 },
    ],
  });
  const action = raw(
    { type: 'selectOption', options: [{ label: 'Germany', index: 0 }], choices: ['Germany'] },
    { target },
  );
  const { content } = redact({ events: snapshot(0, children), actions: [action] }, { level: 'strict' });
  expect(JSON.stringify(content)).not.toMatch(/Save|Germany|"Name|Tickets/);
  expect(attributes(content.events, 10)).toEqual({ title: '⟦WORDS_1⟧', 'aria-label': '⟦WORD_1⟧', class: 'primary' });
  expect(text(content.events, 13)).toBe('›');
  expect(content.actions[0]?.target).toMatchObject({
    name: '⟦WORD_1⟧',
    selectors: [{ value: 'button "⟦WORD_1⟧"' }, {}],
  });
});

test('files, keys and untidy elements of actions keep no text', () => {
  const files = [
    { mediaType: 'text/csv; name=Eve', extension: 'Eve report' },
    { mediaType: 'text/csv', extension: '.csv' },
    { mediaType: 'application/x-Eve', extension: '.eve' },
    { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  ];
  const { content } = redact({
    actions: [
      raw({ type: 'upload', files }),
      raw({ type: 'press', key: 'Eve typed', modifiers: [], consumed: false }),
      raw({ type: 'press', key: 'ArrowDown', modifiers: ['Shift'], consumed: true }),
      raw({ type: 'press', key: 'XEve', modifiers: [], consumed: true }),
      raw({ type: 'drag', to: element(9, { tag: 'Eve tag', role: '"Eve"' }), path: [] }),
    ],
  });
  expect(JSON.stringify(content)).not.toMatch(/Eve|\.eve/);
  expect(content.actions[0]?.action).toMatchObject({
    files: [
      { mediaType: '', extension: '' },
      { mediaType: 'text/csv', extension: '.csv' },
      { mediaType: '', extension: '' },
      files[3],
    ],
  });
  expect(content.actions[2]?.action).toMatchObject({ key: 'ArrowDown' });
});

test('what is withheld is counted anew from each action on', () => {
  const changed = (value: string, after: number) => ({
    ...mutation({ texts: [{ id: 11, value }] }),
    timestamp: START + after,
  });
  const entered = (text: string, after: number) => ({ ...fill(text), at: START + after, until: START + after });
  const { ledger } = redact({
    events: [
      ...snapshot(0, [elementNode(10, 'td', {}, textNode(11, 'Kwame Osei'))]),
      changed('Priya Raghunathan', 1_500),
      changed('anna@example.com', 3_000),
    ],
    actions: [entered('Alice', 1_000), entered('Bob', 2_000)],
  });
  const of = (channel: string) => ledger.filter((entry) => entry.channel === channel);
  expect(of('snapshot')).toEqual([{ channel: 'snapshot', rule: 'data', count: 1 }]);
  expect(of('mutation')).toEqual([
    { channel: 'mutation', rule: 'data', count: 1, at: START + 1_000 },
    { channel: 'mutation', rule: 'email_address', count: 1, at: START + 2_000 },
  ]);
  expect(of('action').map(({ at }) => at)).toEqual([START + 1_000, START + 2_000]);
});

test('what comes out fits the record that is stored, and the memory is plain JSON', () => {
  const actions = [fill('Alice'), raw({ type: 'goto', url: page.url, cause: 'link', sameDocument: false })];
  const { content, ledger, memory } = redact({
    events: snapshot(0, [elementNode(10, 'input', { value: 'Alice' })]),
    actions,
  });
  expect(CaptureBatch.shape.events.parse(content.events)).toEqual(content.events);
  expect(CaptureRecord.shape.actions.parse(content.actions)).toEqual(content.actions);
  expect(CaptureRecord.shape.ledger.parse(ledger)).toEqual(ledger);
  expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  expect(captured(content.actions[0]?.action ?? { type: 'copy' }, 0).action.type).toBe('fill');
});
