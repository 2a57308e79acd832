import { expect, test } from '@playwright/test';
import { simplify } from '../../entrypoints/recorder.content/paths.ts';

const circle = Array.from({ length: 500 }, (_, at) => ({
  x: 100 + 80 * Math.cos((at * Math.PI) / 250),
  y: 100 + 80 * Math.sin((at * Math.PI) / 250),
}));

test('of a straight way only its ends and the first move are kept', () => {
  const way = Array.from({ length: 50 }, (_, x) => ({ x, y: 2 * x }));
  expect(simplify(way, 64)).toEqual([way[0], way[1], way[49]]);
});

test('a corner, and a way back, are kept', () => {
  const way = [
    { x: 0, y: 0 },
    { x: 5, y: 0 },
    { x: 8, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 9 },
    { x: 10, y: 4 },
  ];
  expect(simplify(way, 64)).toEqual([way[0], way[1], way[3], way[4], way[5]]);
});

test('a round way has no more points than it may, and stays round', () => {
  const kept = simplify(circle, 16);
  expect(kept.length).toBeGreaterThan(8);
  expect(kept.length).toBeLessThanOrEqual(16);
  expect([kept[0], kept.at(-1)]).toEqual([circle[0], circle.at(-1)]);
  const middles = kept.slice(1).map(({ x, y }, at) => [(x + (kept[at]?.x ?? x)) / 2, (y + (kept[at]?.y ?? y)) / 2]);
  for (const [x = 0, y = 0] of middles) expect(Math.abs(Math.hypot(x - 100, y - 100) - 80)).toBeLessThan(8);
});

test('a press alone is a way', () => {
  expect(simplify([{ x: 1, y: 2 }], 64)).toEqual([{ x: 1, y: 2 }]);
});
