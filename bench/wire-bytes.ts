import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { nodeRed, tiddlyWiki, verdaccio } from './app-list.ts';
import { inNodeRed, inTiddlyWiki, inVerdaccio, type Move } from './app-people.ts';
import { type App, runApp } from './apps.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { launchShowhow } from './showhow-browser.ts';
import { median } from './statistics.ts';
import { until } from './until.ts';
import { type WireParts, wireParts } from './wire-parts.ts';

/** How long a person works in each application, in minutes. */
const ACTIVE_MINUTES = Number(process.env['SHOWHOW_WIRE_MINUTES'] ?? 2.5);
/** From the beginning of one move to that of the next, in ms: each is a click or some words, as people at work pace them. */
const PACE_MS = 3000;
/** Most bytes of an active minute, and what we aim at. */
const MOST_BYTES = 100_000;
const AIM_BYTES = 50_000;

const WORK: readonly { app: App; moves: readonly Move[] }[] = [
  { app: nodeRed, moves: inNodeRed },
  { app: tiddlyWiki, moves: inTiddlyWiki },
  { app: verdaccio, moves: inVerdaccio },
];

/**
 * Bytes that reach the collector, chunks and manifests, for each minute in which a person is at work: a minute of the
 * clock, with a move every three seconds. The page loads at its beginning, so the first snapshot and all style sheets count.
 */
export async function measureWireBytes(): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  const rates: number[] = [];
  for (const { app, moves } of WORK) {
    const { bytes, parts, minutes, made } = await work(app, moves);
    rates.push(bytes / minutes);
    const measured = `${kB(bytes / minutes)} a minute`;
    rows.push(
      noted(`${app.name} ${app.version}`, `${measured} (${kB(bytes)} in ${minutes.toFixed(1)} min, ${made} moves)`),
      ...Object.entries(parts)
        .sort(([, one], [, other]) => other - one)
        .map(([part, size]) => noted(`  ${part}`, kB(size))),
    );
  }
  const middle = median(rates);
  const must = `≤ ${kB(MOST_BYTES)} a minute; aim ≤ ${kB(AIM_BYTES)}`;
  return [...rows, promised('median', `${kB(middle)} a minute`, must, middle <= MOST_BYTES)];
}

interface Work {
  readonly bytes: number;
  readonly parts: WireParts;
  readonly minutes: number;
  readonly made: number;
}

async function work(app: App, moves: readonly Move[]): Promise<Work> {
  const { origin, stop } = await runApp(app);
  try {
    return await workAt(origin, moves);
  } finally {
    await stop();
  }
}

async function workAt(origin: string, moves: readonly Move[]): Promise<Work> {
  const { browser, collector, close } = await launchShowhow(origin);
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(origin);
    const began = Date.now();
    let made = 0;
    for (; Date.now() - began < ACTIVE_MINUTES * 60_000; made += 1) {
      const next = Date.now() + PACE_MS;
      await moves[made % moves.length]?.(page, Math.floor(made / moves.length));
      await setTimeout(Math.max(0, next - Date.now()));
    }
    const minutes = (Date.now() - began) / 60_000;
    await page.close();
    await browser.send('endTask', {});
    await until('it is uploaded', async () => (await browser.send('getOverview', {})).unsentEpisodes === 0, 120_000);
    const arrived = await collector.received(1);
    const bytes = await bytesIn(collector.objectsFolder);
    return { bytes, parts: await wireParts(collector.objectsFolder, arrived), minutes, made };
  } finally {
    await close();
  }
}

/** All chunks and manifests in the collector's folder. */
async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /(^|\/)(chunks|episodes)\/[^/]+$/.test(name));
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
