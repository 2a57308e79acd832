import { expect, test } from '@playwright/test';
import { emptyHistory, type Passage, type Way, wentTo } from '../../lib/tab-history.ts';

/** Which way the last of these passages was. */
function wayOf(...passages: (readonly [url: string, passage: Passage])[]): Way {
  let history = emptyHistory();
  let way: Way;
  for (const [url, passage] of passages) ({ history, way } = wentTo(history, url, passage));
  return way;
}

const toC = [
  ['a', 'on'],
  ['b', 'on'],
  ['c', 'on'],
] as const;

test('a URL that was shown before is back, one that was shown after is forward', () => {
  expect(wayOf(...toC, ['b', 'within'])).toBe('back');
  expect(wayOf(...toC, ['a', 'within'])).toBe('back');
  expect(wayOf(...toC, ['a', 'within'], ['c', 'within'])).toBe('forward');
});

test('who goes on from the middle leaves nothing to go forward to', () => {
  expect(wayOf(...toC, ['b', 'within'], ['d', 'on'], ['c', 'within'])).toBeUndefined();
  expect(wayOf(...toC, ['b', 'within'], ['d', 'on'], ['b', 'within'])).toBe('back');
});

test('an entry that is replaced is one', () => {
  expect(wayOf(...toC, ['c2', 'instead'], ['c', 'within'])).toBeUndefined();
  expect(wayOf(...toC, ['c2', 'instead'], ['b', 'within'])).toBe('back');
});

test('what comes after an entry that is replaced, as by loading it again, is still forward', () => {
  expect(wayOf(...toC, ['b', 'within'], ['b', 'instead'], ['c', 'within'])).toBe('forward');
  expect(wayOf(...toC, ['b', 'within'], ['b2', 'instead'], ['a', 'within'])).toBe('back');
});

test('what lies in both directions, or was not monitored, is not known', () => {
  expect(wayOf(['a', 'on'], ['b', 'on'], ['a', 'on'], ['b', 'within'], ['a', 'within'])).toBeUndefined();
  expect(wayOf(['', 'on'], ['b', 'on'], ['', 'within'])).toBeUndefined();
  expect(wayOf(['x', 'within'])).toBeUndefined();
});
