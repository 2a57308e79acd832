import { expect, test } from '../support/fixtures.ts';
import type { Needle } from '../support/leaks/canaries.ts';
import { findUnredacted } from '../support/leaks/control.ts';
import { LEAK_CASES } from '../support/leaks/leak-cases.ts';
import { runLeaks } from '../support/leaks/leak-run.ts';

/** A third each, for browsers beside each other. */
const THIRDS = [0, 1, 2].map((third) => LEAK_CASES.filter((_, at) => at % 3 === third));

for (const [third, cases] of THIRDS.entries()) {
  /** `npm run bench -- redaction-corpus` plays them at all levels, in all ways, with other canaries too. */
  test(`no name that a page says, holds or hides comes out of the browser, third ${third + 1} of the cases`, async () => {
    test.setTimeout(240_000);
    const { needles, variants, elsewhere } = await runLeaks({
      ...{ level: 'standard', cases, kinds: ['word'], variants: ['mutation', 'checkout'] },
    });
    expect(variants.map(({ variant, leaks }) => [variant, leaks.map(nameOf)])).toEqual([
      ['mutation', []],
      ['checkout', []],
    ]);
    expect([...elsewhere].map(([where, found]) => [where, found.map(nameOf)])).toEqual([]);
    const told = new Set(variants.flatMap((variant) => variant.told));
    expect(needles.filter((needle) => !needle.isUnsaid && !told.has(needle)).map(nameOf)).toEqual([]);
  });

  test(`with redaction off, the same search finds every one of them, third ${third + 1} of the cases`, async () => {
    test.setTimeout(240_000);
    const seen = await findUnredacted(cases, ['word'], 'loaded');
    expect([...seen].filter(([, ways]) => ways.size === 0).map(([needle]) => nameOf(needle))).toEqual([]);
  });
}

/** Of what nothing is kept even on a test system: where a page turns such a thing over is tried in every way. */
test('what no level keeps does not come out at level open either', async () => {
  test.setTimeout(240_000);
  const cases = LEAK_CASES.filter(({ floors }) => floors !== undefined);
  const { variants, elsewhere } = await runLeaks({
    ...{ level: 'open', cases, kinds: ['odd'], variants: ['snapshot', 'checkout'] },
  });
  expect(variants.map(({ variant, leaks }) => [variant, leaks.map(nameOf)])).toEqual([
    ['snapshot', []],
    ['checkout', []],
  ]);
  expect([...elsewhere].map(([where, found]) => [where, found.map(nameOf)])).toEqual([]);
});

const nameOf = ({ number, name, text }: Needle): string => `${number} ${name} ${text}`;
