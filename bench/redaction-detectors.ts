import { detect } from '../lib/redaction/detectors.ts';
import type { Kind } from '../lib/redaction/kinds.ts';
import { normalise } from '../lib/redaction/normalise.ts';
import { madeUpSamples, type Sample } from './identifiers/samples.ts';
import { type Measurement, noted, promised } from './measurement.ts';

/** Least share of identifiers that must be covered by something that a detector found, whatever it took them for. */
const MOST_FOUND = 0.98;
/** Least share of what is found that must be there, on texts made to deceive. */
const LEAST_PRECISION = 0.95;

interface Score {
  found: number;
  covered: number;
  positives: number;
  false: number;
  negatives: number;
}

/** Precision and recall of each detector, on made-up identifiers of many countries and on what is like them. */
export async function measureDetectors(): Promise<Measurement[]> {
  const scores = new Map<Kind, Score>();
  for (const sample of madeUpSamples()) {
    const score = scores.get(sample.kind) ?? { found: 0, covered: 0, positives: 0, false: 0, negatives: 0 };
    scores.set(sample.kind, score);
    judge(sample, score);
  }
  const all = [...scores.values()];
  const positives = all.reduce((sum, score) => sum + score.positives, 0);
  const negatives = all.reduce((sum, score) => sum + score.negatives, 0);
  return [
    noted('samples', `${positives} to find, ${negatives} not to`),
    ...[...scores].map(([kind, score]) => {
      const precision = score.found / (score.found + score.false);
      const recall = score.found / score.positives;
      const covered = score.covered / score.positives;
      const figures = `precision ${percent(precision)}, recall ${percent(recall)}, replaced as anything ${percent(covered)}`;
      const isMet = precision >= LEAST_PRECISION && covered >= MOST_FOUND;
      return promised(kind, figures, `≥ ${percent(LEAST_PRECISION)}, replaced ≥ ${percent(MOST_FOUND)}`, isMet);
    }),
  ];
}

function judge({ text, value, kind }: Sample, score: Score): void {
  const plain = normalise(text);
  const found = detect(plain);
  if (value === null) {
    score.negatives += 1;
    if (found.some((one) => one.kind === kind)) {
      score.false += 1;
      if (process.env['SHOWHOW_BENCH_VERBOSE']) console.error(`${kind} found in: ${text}`);
    }
    return;
  }
  const from = plain.indexOf(normalise(value));
  const to = from + normalise(value).length;
  const covering = found.filter((one) => one.from <= from && one.to >= to);
  score.positives += 1;
  if (covering.length > 0) score.covered += 1;
  if (covering.some((one) => one.kind === kind)) score.found += 1;
  else if (process.env['SHOWHOW_BENCH_VERBOSE'])
    console.error(`${kind} not found in: ${text} ${JSON.stringify(found)}`);
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
