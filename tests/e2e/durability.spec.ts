import { expect, test } from '@playwright/test';
import { checkRecord } from '../../bench/check-record.ts';
import { runStress } from '../../bench/stress.ts';

test('work survives stops of the worker and SIGKILLs of the browser: nothing lost or twice, every hole a gap', async () => {
  test.setTimeout(180_000);
  const outcome = await runStress({ lives: 3, stopsInLife: 3 });
  const { recorded, lostRows, duplicatedSteps, silent } = checkRecord(outcome);
  expect(recorded).toBeGreaterThan(0);
  expect(lostRows).toEqual([]);
  expect(duplicatedSteps).toEqual([]);
  expect(silent).toEqual([]);
});
