import { spanOf } from '../../../lib/join-records.ts';
import type { RedactionLevel } from '../../../lib/policy.ts';
import type { Record as SealedRecord } from '../../../lib/record.ts';
import type { Needle } from './canaries.ts';
import type { Traces } from './leak-browser.ts';
import type { Search } from './search.ts';

/** Shorter values are looked for where pages can have said them only. */
const MIN_VALUE = 7;

/** How a case is recorded. */
export type Variant = 'snapshot' | 'mutation' | 'checkout' | 'after pause';

/** What came out in one variant. */
export interface VariantResult {
  readonly variant: Variant;
  readonly leaks: readonly Needle[];
  /** What recorders told the worker, before anything was redacted. */
  readonly told: readonly Needle[];
}

export interface LeakResult {
  readonly needles: readonly Needle[];
  readonly variants: readonly VariantResult[];
  /** Places besides the records in which something was found that must not be there, and what. */
  readonly elsewhere: ReadonlyMap<string, readonly Needle[]>;
  /** Everything in the records as text, for who wants to look. */
  readonly records: readonly string[];
}

/** A stretch of time in which one variant was recorded. */
export interface Stage {
  readonly variant: Variant;
  readonly from: number;
  readonly told: Set<Needle>;
}

/** Searches the records of each variant, and everything else that is left of a recording. */
export function judge(
  level: RedactionLevel,
  needles: readonly Needle[],
  search: Search,
  stages: readonly Stage[],
  { episodes, bytes, texts }: Traces,
): LeakResult {
  const isLeak = ({ isFloor }: Needle) => level !== 'open' || isFloor;
  const leaking = (found: Iterable<Needle>) => [...found].filter(isLeak);
  const records = episodes.flatMap((episode) => episode.records);
  const texted = records.map((record) => JSON.stringify(record));
  const variants = new Map<Variant, { leaks: Set<Needle>; told: Set<Needle> }>();
  for (const { variant, told } of stages) {
    const result = variants.get(variant) ?? { leaks: new Set(), told: new Set() };
    for (const needle of told) result.told.add(needle);
    variants.set(variant, result);
  }
  for (const [at, record] of records.entries()) {
    const stage = stages.findLast(({ from }) => from <= momentOf(record)) ?? stages[0];
    if (!stage) continue;
    const found = leaking(search.inText(texted[at] ?? ''));
    const said = found.some(isShort) ? new Set(search.inText(withoutNames(record))) : new Set(found);
    for (const needle of found)
      if (!isShort(needle) || said.has(needle)) variants.get(stage.variant)?.leaks.add(needle);
  }
  const elsewhere = new Map<string, readonly Needle[]>();
  const inDataset = (text: string, found: readonly Needle[]) => {
    const said = found.some(isShort)
      ? new Set(text.split('\n').flatMap((line) => [...search.inText(line && withoutNames(JSON.parse(line)))]))
      : new Set(found);
    return leaking(found).filter((needle) => !isShort(needle) || said.has(needle));
  };
  const note = (where: string, found: readonly Needle[]) => found.length > 0 && elsewhere.set(where, found);
  for (const [where, text] of texts) {
    const found = [...search.inText(text)];
    note(where, where === 'dataset' ? inDataset(text, found) : found.filter((needle) => !isChance(needle, where)));
  }
  for (const [where, content] of bytes) note(where, [...search.inBytes(content)]);
  return {
    ...{ needles, elsewhere, records: texted },
    variants: [...variants].map(([variant, { leaks, told: toldOf }]) => ({
      variant,
      leaks: [...leaks],
      told: [...toldOf],
    })),
  };
}

const isShort = ({ kind, text }: Needle): boolean => kind === 'value' && text.length < MIN_VALUE;

/** What the extension keeps has sizes and times in it: a short number is found there sooner or later. */
const isChance = (needle: Needle, where: string): boolean =>
  isShort(needle) && (where === 'settings' || where.startsWith('rows'));

/** Times, and what we and the browser make up to name things: random digits, in which a short number may be by chance. */
const NAMES_AND_TIMES = new Set(['at', 'until', 'timestamp', 'recorder', 'document', 'ancestors', '_cssAsset']);
const UUID_OR_DIGEST = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64})$/;
/** Milliseconds since 1970 are more. */
const LEAST_TIME = 1e12;

const isNameOrTime = (key: string, value: unknown): boolean =>
  NAMES_AND_TIMES.has(key) || (typeof value === 'string' ? UUID_OR_DIGEST.test(value) : Number(value) > LEAST_TIME);

const withoutNames = (told: object): string =>
  JSON.stringify(told, (key, value: unknown) => (isNameOrTime(key, value) ? undefined : value));

/** When what a record tells happened. */
function momentOf(record: SealedRecord): number {
  if (record.kind === 'capture') return spanOf(record)?.from ?? 0;
  if (record.kind === 'browser') return record.actions[0]?.at ?? 0;
  return 'at' in record ? record.at : 0;
}
