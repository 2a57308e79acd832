import { expect, test } from '../support/fixtures.ts';
import type { Needle } from '../support/leaks/canaries.ts';
import { findUnredacted } from '../support/leaks/control.ts';
import { LEAK_CASES } from '../support/leaks/leak-cases.ts';
import { runLeaks } from '../support/leaks/leak-run.ts';

/** `npm run bench -- redaction-corpus` plays them at all levels, in all ways, with other canaries too. */
test('no name that a page says, holds or hides comes out of the browser', async () => {
  test.setTimeout(150_000);
  const { needles, variants, elsewhere } = await runLeaks({
    ...{ level: 'standard', cases: LEAK_CASES, kinds: ['word'], variants: ['mutation', 'checkout'] },
  });
  expect(variants.map(({ variant, leaks }) => [variant, leaks.map(nameOf)])).toEqual([
    ['mutation', []],
    ['checkout', []],
  ]);
  expect([...elsewhere].map(([where, found]) => [where, found.map(nameOf)])).toEqual([]);
  const told = new Set(variants.flatMap((variant) => variant.told));
  expect(needles.filter((needle) => !needle.isUnsaid && !told.has(needle)).map(nameOf)).toEqual([]);
});

test('with redaction off, the same search finds every one of them', async () => {
  test.setTimeout(150_000);
  const seen = await findUnredacted(LEAK_CASES, ['word'], 'loaded');
  expect([...seen].filter(([, ways]) => ways.size === 0).map(([needle]) => nameOf(needle))).toEqual([]);
});

const nameOf = ({ number, name, text }: Needle): string => `${number} ${name} ${text}`;
