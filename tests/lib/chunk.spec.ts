import { expect, test } from '@playwright/test';
import { joinRecords, sealContext, splitRecords } from '../../lib/chunk.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

test('records come out of a chunk as they went in', () => {
  const records = [bytes(1, 2, 3), bytes(), new Uint8Array(70_000).fill(7)];
  expect(splitRecords(joinRecords(records))).toEqual(records);
});

test('a chunk of nothing is empty', () => {
  expect(joinRecords([])).toHaveLength(0);
  expect(splitRecords(bytes())).toEqual([]);
});

test('the length goes before, big endian', () => {
  expect([...joinRecords([new Uint8Array(258)]).subarray(0, 4)]).toEqual([0, 0, 1, 2]);
});

test('a chunk may lie anywhere in a buffer', () => {
  const padded = bytes(9, 9, ...joinRecords([bytes(1), bytes(2, 3)]), 9);
  expect(splitRecords(padded.subarray(2, -1))).toEqual([bytes(1), bytes(2, 3)]);
});

for (const [title, chunk, at] of [
  ['in a length', bytes(0, 0, 0, 1, 5, 0, 0), 5],
  ['in a record', bytes(0, 0, 0, 3, 1, 2), 0],
  ['after a length that is far too long', bytes(255, 255, 255, 255, 1), 0],
] as const) {
  test(`a chunk that is cut off ${title} is refused, naming the byte`, () => {
    expect(() => splitRecords(chunk)).toThrow(`The chunk is cut off in the record at byte ${at}.`);
  });
}

test('the context of a seal names version and session', () => {
  expect(sealContext('0b9ad0a5-5e4a-4b6e-9a5c-2f6d6a3d0c01')).toBe('showhow/1 0b9ad0a5-5e4a-4b6e-9a5c-2f6d6a3d0c01');
});
