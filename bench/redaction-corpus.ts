import { RedactionLevel } from '../lib/policy.ts';
import { CANARY_KINDS, type Needle, needlesOf } from '../tests/support/leaks/canaries.ts';
import { findUnredacted, type Seen } from '../tests/support/leaks/control.ts';
import type { LeakResult, Variant } from '../tests/support/leaks/judge.ts';
import { LEAK_CASES } from '../tests/support/leaks/leak-cases.ts';
import { runLeaks } from '../tests/support/leaks/leak-run.ts';
import type { Life } from '../tests/support/leaks/leak-site.ts';
import { type Measurement, noted, promised } from './measurement.ts';

const VARIANTS: readonly Variant[] = ['snapshot', 'mutation', 'checkout', 'after pause'];
const LIVES: readonly Life[] = ['loaded', 'inserted'];
/** Stands for the control among the levels. */
const OFF = 'off';

/**
 * Plays every case that we know of with redaction off, and requires that every canary is found. Then plays them
 * to the built extension, at each level, in four ways, with canaries that are found nowhere else and with names that look
 * like words, and searches every byte that is left for them. `SHOWHOW_BENCH_LEVELS` (`off` is the control) and
 * `SHOWHOW_BENCH_CASES` name the levels and the numbers of the cases, if not all are wanted.
 */
export async function measureCorpus(): Promise<Measurement[]> {
  const asked = listed('SHOWHOW_BENCH_LEVELS') ?? [OFF, ...RedactionLevel.options];
  const numbers = listed('SHOWHOW_BENCH_CASES');
  const cases = LEAK_CASES.filter(({ number }) => numbers?.includes(String(number)) ?? true);
  const rows = [noted('cases', `${cases.length}, ${needlesOf(cases, CANARY_KINDS).length} canaries`)];
  if (asked.includes(OFF))
    for (const kind of CANARY_KINDS)
      for (const life of LIVES)
        rows.push(...reportControl(`redaction off, ${kind}, ${life}`, await findUnredacted(cases, [kind], life)));
  for (const level of asked.filter((one) => one !== OFF).map((one) => RedactionLevel.parse(one)))
    for (const kind of CANARY_KINDS)
      rows.push(...report(`${level}, ${kind}`, await runLeaks({ level, cases, kinds: [kind], variants: VARIANTS })));
  return rows;
}

const listed = (name: string): string[] | undefined => process.env[name]?.split(',');

function reportControl(title: string, seen: Seen): Measurement[] {
  const missing = [...seen].filter(([, ways]) => ways.size === 0).map(([needle]) => needle);
  const places = Map.groupBy(seen, ([, ways]) => (ways.has('rrweb') ? 'rrweb' : [...ways].sort().join(', ')));
  const told = missing.length > 0 ? `${seen.size - missing.length}: not ${summary(missing)}` : String(seen.size);
  return [
    promised(`${title}: found`, told, String(seen.size), missing.length === 0),
    ...[...places].map(([place, found]) =>
      noted(
        `  by ${place === 'rrweb' ? 'the bare recorder' : place}`,
        place === 'rrweb' ? String(found.length) : summary(found.map(([needle]) => needle)),
      ),
    ),
  ];
}

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
