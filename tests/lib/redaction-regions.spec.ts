import { expect, test } from '@playwright/test';
import type { Region } from '../../lib/redaction/region.ts';
import { createRegions } from '../../lib/redaction/regions.ts';
import { seeded } from '../support/seeded.ts';

const REGIONS: readonly (Region | undefined)[] = ['data', 'label', 'heading', undefined];

test('regions are found by any id, and again after they were written down', () => {
  const random = seeded(1);
  for (let run = 0; run < 50; run += 1) {
    const start = [1, 50_000, 0, 2 ** 40][random(4)] ?? 0;
    const odd = [-1, 0.5, 2 ** 20 + start, 2 ** 53, 1e300, start - 1];
    const ids = [...odd, ...Array.from({ length: 3_000 }, (_, at) => start + at)];
    const regions = createRegions([]);
    regions.set(7, 'navigation');
    regions.clear();
    const expected = new Map<number, Region | undefined>();
    for (let count = 0; count < 4_000; count += 1) {
      const id = ids[random(3) === 0 ? random(ids.length) : count % ids.length] ?? 0;
      const region = REGIONS[random(REGIONS.length)];
      regions.set(id, region);
      expected.set(id, region);
    }
    const again = createRegions(regions.runs());
    const isWrong = (id: number) => regions.get(id) !== expected.get(id) || again.get(id) !== expected.get(id);
    expect([...ids, 7].filter(isWrong)).toEqual([]);
  }
});

test('nodes of one region that follow each other are written down as one', () => {
  const regions = createRegions([['data', 4, 6]]);
  regions.set(7, 'data');
  regions.set(8, 'label');
  expect(regions.runs()).toEqual([
    ['data', 4, 7],
    ['label', 8, 8],
  ]);
});
