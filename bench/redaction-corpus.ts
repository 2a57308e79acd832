import { RedactionLevel } from '../lib/policy.ts';
import { CANARY_KINDS, type Needle, needlesOf } from '../tests/support/leaks/canaries.ts';
import type { LeakResult, Variant } from '../tests/support/leaks/judge.ts';
import { LEAK_CASES } from '../tests/support/leaks/leak-cases.ts';
import { runLeaks } from '../tests/support/leaks/leak-run.ts';
import { type Measurement, noted, promised } from './measurement.ts';

const VARIANTS: readonly Variant[] = ['snapshot', 'mutation', 'checkout', 'after pause'];

/**
 * Plays every case that we know of to the built extension, at each level, in four ways, with canaries that are found nowhere
 * else and with names that look like words, and searches every byte that is left for them. `SHOWHOW_BENCH_LEVELS` and
 * `SHOWHOW_BENCH_CASES` name the levels and the numbers of the cases, if not all are wanted.
 */
export async function measureCorpus(): Promise<Measurement[]> {
  const levels = listed('SHOWHOW_BENCH_LEVELS')?.map((level) => RedactionLevel.parse(level));
  const numbers = listed('SHOWHOW_BENCH_CASES');
  const cases = LEAK_CASES.filter(({ number }) => numbers?.includes(String(number)) ?? true);
  const rows = [noted('cases', `${cases.length}, ${needlesOf(cases, CANARY_KINDS).length} canaries`)];
  for (const level of levels ?? RedactionLevel.options)
    for (const kind of CANARY_KINDS)
      rows.push(...report(`${level}, ${kind}`, await runLeaks({ level, cases, kinds: [kind], variants: VARIANTS })));
  return rows;
}

const listed = (name: string): string[] | undefined => process.env[name]?.split(',');

function report(title: string, { needles, variants, elsewhere }: LeakResult): Measurement[] {
  const told = new Set(variants.flatMap((variant) => variant.told));
  const missing = needles.filter((needle) => !told.has(needle) && !needle.isUnsaid);
  const places = [...elsewhere].map(([where, found]) => `${where}: ${summary(found)}`);
  return [
    ...variants.map(({ variant, leaks }) =>
      promised(`${title}, ${variant}: let out`, summary(leaks), '0', leaks.length === 0),
    ),
    promised('  in the database, on the wire, in logs, settings, data set', places.join('; ') || '0', '0', !places[0]),
    promised('  not in what the worker was told, unredacted', summary(missing), '0', missing.length === 0),
    noted('  found there, of all', `${told.size} of ${needles.length}`),
  ];
}

function summary(needles: readonly Needle[]): string {
  const names = needles.map(({ number, name, kind }) => (kind === 'value' ? `${number} ${name}` : `${number}${name}`));
  return names.length > 0 ? `${names.length} (${names.join(', ')})` : '0';
}
