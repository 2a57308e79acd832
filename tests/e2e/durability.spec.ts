import { expect, test } from '@playwright/test';
import { checkRecord } from '../../bench/check-record.ts';
import { runStress } from '../../bench/stress.ts';

test('work survives stops of the worker and SIGKILLs of the browser: nothing lost, nothing twice', async () => {
  test.setTimeout(180_000);
  const outcome = await runStress({ lives: 3, stopsInLife: 3 });
  const { recorded, lostRows, duplicatedSteps } = checkRecord(outcome);
  expect(recorded).toBeGreaterThan(0);
  expect(lostRows).toEqual([]);
  expect(duplicatedSteps).toEqual([]);
  // That every hole is a gap does not hold yet: `npm run bench -- durability` counts the clicks that are in none.
});
