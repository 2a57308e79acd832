import { type Measurement, table } from './measurement.ts';

/** `npm run bench [-- name…]`: measures what we promise and prints it beside the promise. */
const benchmarks: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  'bundle-size': async () => (await import('./bundle-size.ts')).measureBundleSize(),
  'describe-element': async () => (await import('./describe-element.ts')).measureDescribeElement(),
  'first-snapshot': async () => (await import('./first-snapshot.ts')).measureFirstSnapshot(),
  screenshots: async () => (await import('./screenshots.ts')).measureScreenshots(),
  'page-cost': async () => (await import('./page-cost.ts')).measurePageCost(),
  'ingest-latency': async () => (await import('./ingest-latency.ts')).measureIngestLatency(),
  replay: async () => (await import('./replay.ts')).measureReplay(),
  'replay-apps': async () => (await import('./replay-apps.ts')).measureReplayOfApps(),
  'wire-bytes': async () => (await import('./wire-bytes.ts')).measureWireBytes(),
  redaction: async () => (await import('./redaction.ts')).measureRedaction(),
  'redaction-libraries': async () => (await import('./redaction-libraries.ts')).measureDetectorLibraries(),
  'redaction-corpus': async () => (await import('./redaction-corpus.ts')).measureCorpus(),
  'redaction-apps': async () => (await import('./redaction-apps.ts')).measureKeptWords(),
  durability: async () => (await import('./durability.ts')).measureDurability(),
  'collector-faults': async () => (await import('./collector-faults.ts')).measureCollectorFaults(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}

let missed = 0;
for (const [name, measure] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const started = Date.now();
  console.error(`Measuring ${name} …`);
  try {
    const measurements = await measure();
    missed += measurements.filter(({ verdict }) => verdict === 'missed').length;
    console.log(`\n${name} (${Math.round((Date.now() - started) / 1000)} s)\n${table(measurements)}\n`);
  } catch (error) {
    missed += 1;
    console.log(`\n${name}: could not be measured. ${error instanceof Error ? error.stack : error}\n`);
  }
}
console.log(missed === 0 ? 'Every promise is kept.' : `${missed} missed.`);
// A benchmark that failed may have left something open.
process.exit(missed === 0 ? 0 : 1);
