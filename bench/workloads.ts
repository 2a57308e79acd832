import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { serveFolder } from './serve-folder.ts';
import { geometricMean } from './statistics.ts';

/**
 * Something pages do, again and again the same, that says how long it took. A pointer moves over the page meanwhile:
 * recorders may well rest where nobody is.
 */
export interface Workload {
  readonly name: string;
  readonly origin: string;
  /** Runs it in `page`; the geometric mean of its parts, in ms. */
  readonly run: (page: Page) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Speedometer where `SHOWHOW_SPEEDOMETER` names a folder that holds it; otherwise the pages in `bench/pages`. */
export async function openWorkload(): Promise<Workload> {
  const folder = process.env['SHOWHOW_SPEEDOMETER'];
  return folder ? speedometer(folder) : ownPages();
}

const SUITES = [
  'TodoMVC-React-Complex-DOM',
  'TodoMVC-Vue',
  'NewsSite-Next',
  'Editor-TipTap',
  'Charts-chartjs',
  'Perf-Dashboard',
];

/** Points in the middle of the viewport, where Speedometer shows its suites. */
const MIDDLE = (move: number): [number, number] => [620 + (move % 20), 360];

const MOVE_EVERY_MS = 200;

/** What Speedometer leaves behind when it is done. */
interface SpeedometerWindow {
  readonly benchmarkClient?: {
    hasFinished(): boolean;
    readonly metrics: Readonly<Record<string, { readonly mean: number }>>;
  };
}

async function speedometer(folder: string): Promise<Workload> {
  const server = await serveFolder(folder);
  const run = async (page: Page): Promise<number> => {
    await page.goto(`${server.origin}/?suites=${SUITES.join(',')}&iterationCount=2&startAutomatically`);
    const isDone = () => (globalThis as unknown as SpeedometerWindow).benchmarkClient?.hasFinished();
    for (let move = 0; !(await page.evaluate(isDone)); move += 1) {
      await page.mouse.move(...MIDDLE(move));
      await setTimeout(MOVE_EVERY_MS);
    }
    const mean = await page.evaluate(
      () => (globalThis as unknown as SpeedometerWindow).benchmarkClient?.metrics['Geomean']?.mean,
    );
    if (mean === undefined) throw new Error('Speedometer ended with an error: open it in a browser to see which.');
    return mean;
  };
  return { name: `Speedometer, ${SUITES.length} suites`, ...server, run };
}

/** What `pages/harness.js` leaves behind. */
interface MeasuredWindow {
  readonly total: Promise<number>;
}

async function ownPages(): Promise<Workload> {
  const folder = fileURLToPath(new URL('pages', import.meta.url));
  const server = await serveFolder(folder);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const run = async (page: Page): Promise<number> => {
    const totals: number[] = [];
    for (const name of pages) {
      await page.goto(`${server.origin}/${name}`);
      await page.mouse.move(...MIDDLE(totals.length));
      totals.push(await page.evaluate(() => (globalThis as unknown as MeasuredWindow).total));
    }
    return geometricMean(totals);
  };
  return { name: `our ${pages.length} pages`, ...server, run };
}
