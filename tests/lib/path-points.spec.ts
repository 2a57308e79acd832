import { expect, test } from '@playwright/test';
import { MAX_PATH_POINTS, pathOf } from '../../lib/path-points.ts';

const line = (length: number) => Array.from({ length }, (_, x) => ({ x, y: 2 * x }));

test('a short path is kept as it is, but for points where the pointer stayed', () => {
  expect(pathOf([])).toEqual([]);
  expect(pathOf(line(MAX_PATH_POINTS))).toEqual(line(MAX_PATH_POINTS));
  expect(pathOf([...line(3), { x: 2, y: 4 }, { x: 2, y: 5 }])).toEqual([...line(3), { x: 2, y: 5 }]);
});

for (const length of [17, 18, 31, 100, 1999]) {
  test(`of ${length} points some are kept: the first, the last, and some evenly between`, () => {
    const path = pathOf(line(length));
    expect(path).toHaveLength(MAX_PATH_POINTS);
    expect([path.at(0), path.at(-1)]).toEqual([line(length).at(0), line(length).at(-1)]);
    const steps = path.slice(1).map(({ x }, index) => x - (path[index]?.x ?? 0));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });
}
