import { expect, test } from '@playwright/test';
import type { RrwebEvent } from '../../lib/capture.ts';
import { createQuoter, PAST_LENGTH, unquote } from '../../lib/quotes.ts';
import type { CaptureRecord } from '../../lib/record.ts';
import { readRecords, writeCapture } from '../../lib/record-text.ts';
import { withAbsoluteIds, withRelativeIds } from '../../lib/relative-ids.ts';
import { capture } from '../support/records.ts';

const cell = (id: number) => ({ type: 2, tagName: 'td', attributes: { class: 'cell' }, childNodes: [], id });
const row = (id: number) => ({ type: 2, tagName: 'tr', attributes: {}, childNodes: [cell(id + 1), cell(id + 2)], id });
const snapshot = (...rows: object[]): RrwebEvent => ({
  type: 2,
  data: { node: { type: 0, childNodes: rows, id: 1 }, initialOffset: { left: 0, top: 0 } },
  timestamp: 1000,
});
const added = (...adds: object[]): RrwebEvent => ({
  type: 3,
  data: { source: 0, texts: [], attributes: [], removes: [], adds },
  timestamp: 2000,
});
const scrolled: RrwebEvent = { type: 3, data: { source: 3, id: 4, x: 0, y: 90 }, timestamp: 3000 };

const EVENTS = [
  snapshot(row(2), row(5)),
  added(
    { parentId: 2, nextId: null, node: cell(20) },
    { parentId: 20, nextId: 3, node: { type: 3, textContent: 'a', id: 21 } },
  ),
  added({ parentId: 2, nextId: 20, previousId: null, node: cell(9) }),
  // What the redactor lets through of an event that is not quite rrweb’s.
  added({ parentId: 2, nextId: null, node: { type: 3, textContent: 'without an id' } }),
  scrolled,
];

test('ids come back as they were', () => {
  expect(withAbsoluteIds(JSON.parse(JSON.stringify(withRelativeIds(EVENTS))))).toEqual(EVENTS);
});

test('the same rows read the same wherever they are', () => {
  const [one, other] = [40, 700].map((id) =>
    withRelativeIds([added({ parentId: id - 3, nextId: null, node: row(id) })]),
  );
  const nodesIn = (events: RrwebEvent[] | undefined) => JSON.stringify(events).replace(/"id":\d+/, '');
  expect(nodesIn(one)).toBe(nodesIn(other));
});

/** Text as JSON is: much of it said before, with something new in between. */
function texts(count: number): string[] {
  const words = (at: number) =>
    JSON.stringify({ at, ['long key '.repeat(9)]: `value ${at % 7} `.repeat(20), neu: at * 7919 });
  return Array.from({ length: count }, (_, at) => words(at) + words(at + 3));
}

test('what is quoted comes back as it was, and is shorter', () => {
  const quoter = createQuoter();
  let past = '';
  for (const text of texts(40)) {
    const quoted = quoter.quote(text);
    expect(unquote(quoted, past)).toBe(text);
    if (past.length > 4000) expect(quoted.length).toBeLessThan(text.length / 3);
    quoter.learn(text);
    past += text;
  }
});

test('a quoter that begins later quotes from what it knows', () => {
  const [first, second, third] = texts(3);
  const quoter = createQuoter();
  quoter.learn(second ?? '');
  const quoted = quoter.quote(third ?? '');
  expect(quoted).toContain('\u0001');
  expect(unquote(quoted, `${first}${second}`)).toBe(third);
});

test('only so much of the past is ever needed', () => {
  const quoter = createQuoter();
  let past = '';
  for (const text of [
    ...texts(3),
    'x'.repeat(PAST_LENGTH - 100),
    ...texts(3),
    'y'.repeat(PAST_LENGTH + 1),
    ...texts(3),
  ]) {
    expect(unquote(quoter.quote(text), past.slice(-PAST_LENGTH)) === text).toBe(true);
    quoter.learn(text);
    past += text;
  }
});

for (const quoted of ['\u0001-5.9;', '\u00010.1;', '\u0001-zz.2;']) {
  test(`a quote of what was never said is refused: ${JSON.stringify(quoted)}`, () => {
    expect(unquote(quoted, 'past')).toBeUndefined();
  });
}

test('records are read whatever the order of their texts', () => {
  const quoter = createQuoter();
  const records = [0, 1, 2, 3].map((seq): CaptureRecord => capture(seq, { events: EVENTS }));
  const written = records.map((record, place) => {
    const { text, toLearn } = writeCapture(place, record, quoter);
    quoter.learn(toLearn);
    return text;
  });
  const plain = { kind: 'asset', text: 'b { color: red }' };
  expect(
    readRecords([written[2] ?? '', JSON.stringify(plain), written[0] ?? '', written[3] ?? '', written[1] ?? '']),
  ).toEqual([records[2], plain, records[0], records[3], records[1]]);
});

for (const [what, text, message] of [
  ['not JSON', '{"secret": tru', 'It is not JSON.'],
  ['not JSON, among captures', '0\n{"secret": tru', 'It is not JSON.'],
  ['not a record', '0\n17', 'It is not a capture record.'],
  ['quoting nobody', '0\n{\u0001-9.9;}', 'It quotes what no record before it says.'],
] as const) {
  test(`a text that is ${what} is refused by its index, without a word of it`, () => {
    expect(() => readRecords(['{}', text])).toThrow(expect.objectContaining({ index: 1, message }));
  });
}
