import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../scripts/build-extension.ts';
import { type Measurement, promised } from './measurement.ts';

/** Most bytes of the content script, minified and gzipped: every frame of every monitored page loads it. */
const MOST_BYTES = 35_000;

/** What zod leaves in a minified bundle, whatever its names became: its issue codes and its version marker. */
const ZOD_MARKS = ['invalid_union', 'unrecognized_keys', '_zod'];

/** What the page has to load. */
export async function measureBundleSize(): Promise<Measurement[]> {
  const { folder } = await buildExtension();
  const scripts = join(folder, 'content-scripts');
  return readdirSync(scripts)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const script = readFileSync(join(scripts, name));
      const gzipped = gzipSync(script, { level: 9 }).byteLength;
      const marks = ZOD_MARKS.filter((mark) => script.includes(mark));
      const measured = `${(gzipped / 1000).toFixed(1)} kB (${(script.byteLength / 1000).toFixed(1)} kB before gzip)`;
      return [
        promised(`${name}, minified and gzipped`, measured, `≤ ${MOST_BYTES / 1000} kB`, gzipped <= MOST_BYTES),
        promised('  zod in it', marks.join(', ') || 'no', 'no', marks.length === 0),
      ];
    });
}
