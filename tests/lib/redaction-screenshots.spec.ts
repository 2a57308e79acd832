import { expect, test } from '@playwright/test';
import type { RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import type { RedactionContext } from '../../lib/redaction/redact-batch.ts';
import { coverOf } from '../../lib/redaction/redact-screenshot.ts';
import type { MeasuredPage, Rectangle } from '../../lib/screenshot.ts';

type Shown = readonly [tag: string, text: string, attributes?: Record<string, string>];

/** A page of one element after the other, each with a text that stands in a line of its own. */
function pageOf(shown: readonly Shown[], rest: Partial<MeasuredPage> = {}): MeasuredPage {
  const childNodes = shown.map(([tagName, textContent, attributes = {}], index) => ({
    ...{ type: 2, id: 10 + 2 * index, tagName, attributes },
    childNodes: [{ type: 3, id: 11 + 2 * index, textContent }],
  }));
  return {
    ...{ width: 800, height: 600, covered: [], typed: [] },
    tree: { type: 2, id: 1, tagName: 'body', attributes: {}, childNodes },
    texts: shown.map((_, index) => ({ node: 11 + 2 * index, boxes: [lineOf(index)] })),
    ...rest,
  };
}

const lineOf = (index: number): Rectangle => [10, 20 * index, 300, 20];

const context = (level: RedactionLevel, rest: Partial<RedactionContext> = {}): RedactionContext => ({
  ...{
    level,
    urlParameters: [],
    vocabulary: [],
    withhold: { patterns: [], words: [] },
    sites: [],
    memory: emptyMemory(),
  },
  ...rest,
});

/** Numbers of the lines that are painted over. */
function painted(page: MeasuredPage, at: RedactionContext): number[] | undefined {
  return coverOf(page, at)?.boxes.map(([, top]) => top / 20);
}

const TICKET: readonly Shown[] = [
  ['h1', 'Settings'],
  ['p', 'Zanele Okonkwo'],
  ['button', 'Save'],
  ['td', 'zanele@example.com'],
];

test('at the default level the app’s words are seen, and nothing else', () => {
  expect(painted(pageOf(TICKET), context('standard'))).toEqual([1, 3]);
});

test('at level strict only the site’s vocabulary is seen', () => {
  expect(painted(pageOf(TICKET), context('strict', { vocabulary: ['Save'] }))).toEqual([0, 1, 3]);
});

test('at level open what detectors find is painted over, and what was typed into fields for secrets', () => {
  expect(painted(pageOf(TICKET), context('open'))).toEqual([3]);
});

test('a text of which a part is replaced is painted over as a whole', () => {
  const page = pageOf([['p', 'Write to zanele@example.com today']]);
  expect(painted(page, context('open'))).toEqual([0]);
});

test('what the policy lists is painted over', () => {
  const withhold = { patterns: ['EMP-\\d{4}'], words: ['Save'] };
  expect(painted(pageOf(TICKET), context('standard', { withhold }))).toEqual([1, 2, 3]);
});

test('a value that is spread over several texts is painted over', () => {
  const page = pageOf([
    ['span', '4111 1111'],
    ['span', ' 1111 1111'],
  ]);
  expect(painted(page, context('open'))).toEqual([0, 1]);
});

test('echoes of what fields hold are painted over, even where they are words of the app', () => {
  expect(painted(pageOf(TICKET, { typed: ['Settings'] }), context('standard'))).toEqual([0, 1, 3]);
});

test('what was entered before in the episode is painted over', () => {
  const memory = { ...emptyMemory(), known: ['Settings'] };
  expect(painted(pageOf(TICKET), context('standard', { memory }))).toEqual([0, 1, 3]);
});

test('texts that can be edited are painted over', () => {
  expect(painted(pageOf([['div', 'Settings', { contenteditable: 'true' }]]), context('standard'))).toEqual([0]);
});

test('fields, images and drawings are painted over at every level, and counted', () => {
  const covered: MeasuredPage['covered'] = [
    { rule: 'field', boxes: [lineOf(7)] },
    { rule: 'image', boxes: [lineOf(8)] },
    { rule: 'drawing', boxes: [lineOf(9)] },
  ];
  const cover = coverOf(pageOf(TICKET, { covered }), context('open'));
  expect(cover?.boxes.map(([, top]) => top / 20)).toEqual([7, 8, 9, 3]);
  expect(cover?.ledger).toEqual([
    { channel: 'screenshot', rule: 'painted_field', count: 1 },
    { channel: 'screenshot', rule: 'painted_image', count: 1 },
    { channel: 'screenshot', rule: 'painted_drawing', count: 1 },
    { channel: 'screenshot', rule: 'painted_text', count: 1 },
  ]);
});

test('the label of a button is judged like a text', () => {
  const buttons = ['Save', 'Zanele Okonkwo'].map((value, index) => ({
    ...{ type: 2, id: 10 + index, tagName: 'input', attributes: { type: 'submit', value }, childNodes: [] },
  }));
  const page = pageOf([], {
    tree: { type: 2, id: 1, tagName: 'form', attributes: {}, childNodes: buttons },
    texts: [0, 1].map((index) => ({ node: 10 + index, boxes: [lineOf(index)] })),
  });
  expect(painted(page, context('standard'))).toEqual([1]);
});

test('a text to cover of which it is not known where it stands allows no screenshot', () => {
  const page = pageOf(TICKET);
  const without = (line: number) => ({
    ...page,
    texts: page.texts.map((text, index) => (index === line ? { ...text, boxes: [] } : text)),
  });
  expect(painted(without(0), context('standard'))).toEqual([1, 3]);
  expect(painted(without(1), context('standard'))).toBeUndefined();
});

test('a page that is not as it should be allows no screenshot', () => {
  for (const tree of [null, 'text', { type: 2 }, { type: 9, id: 1 }, { type: 2, id: 1, tagName: 'p', childNodes: 4 }])
    expect(coverOf({ ...pageOf(TICKET), tree }, context('open'))).toBeUndefined();
});

test('a text that is not in the page is painted over', () => {
  expect(painted(pageOf(TICKET, { texts: [{ node: 99, boxes: [lineOf(5)] }] }), context('open'))).toEqual([5]);
});
