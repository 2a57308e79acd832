import { expect, test } from '@playwright/test';
import { leaksIn, partsOf, runCanaries } from '../support/canary-runs.ts';
import { DETECTED, PEOPLE, STRANGERS } from '../support/made-up-words.ts';

/** `npm run bench -- redaction` does ten thousand. */
const RUNS = { standard: 120, open: 40, strict: 40 } as const;

for (const level of ['standard', 'open', 'strict'] as const) {
  test(`no canary survives at level ${level}, and each value keeps its own placeholder`, () => {
    for (let run = 0; run < RUNS[level]; run += 1) runCanaries(run, level);
  });
}

test('without redaction the canaries are found', () => {
  const found = new Set<string>();
  for (let run = 0; run < 40; run += 1) {
    for (const { batch, entered } of partsOf(run)) {
      const raw = [batch.events, batch.actions.slice(entered.length)];
      for (const secret of leaksIn(raw, run, 'strict', entered)) found.add(secret.replace(/\d+/, ''));
    }
  }
  const expected = [...PEOPLE, ...STRANGERS, ...DETECTED, 'kxvalue', 'ref--zulu', 'qxsecret', 'qxplaced'];
  expect(
    expected.map((secret) => secret.toLowerCase().replace(/\d+/, '')).filter((secret) => !found.has(secret)),
  ).toEqual([]);
});
