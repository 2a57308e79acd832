import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { serveFolder } from './serve-folder.ts';
import { geometricMean } from './statistics.ts';
import { watchPage } from './watch-page.ts';

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

/** What Speedometer leaves behind while it runs and when it is done. */
interface SpeedometerWindow {
  readonly benchmarkClient?: {
    hasFinished(): boolean;
    readonly metrics: Readonly<Record<string, { readonly mean: number }>>;
  };
}

/** Where it is: the suite and its number; `mean` once all are done, which is null when they ended with an error. */
function lookAtSpeedometer(): { at: string; mean?: number | null } {
  const { benchmarkClient: client } = globalThis as unknown as SpeedometerWindow;
  const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  const at = `${textOf('#info-label')} ${textOf('#info-progress')}`;
  if (!client?.hasFinished()) return { at };
  const mean = client.metrics['Geomean']?.mean ?? null;
  return mean === null ? { at: `${at} ${textOf('#invalid-score-text')}`, mean } : { at, mean };
}

async function speedometer(folder: string): Promise<Workload> {
  const server = await serveFolder(folder);
  const run = (page: Page): Promise<number> =>
    watchPage(page, async (reached) => {
      await page.goto(`${server.origin}/?suites=${SUITES.join(',')}&iterationCount=2&startAutomatically`);
      for (let move = 0; ; move += 1) {
        const { at, mean } = await page.evaluate(lookAtSpeedometer);
        if (mean === null) throw new Error(`Speedometer ended with an error at ${at}.`);
        if (mean !== undefined) return mean;
        reached(at);
        await page.mouse.move(...MIDDLE(move));
        await setTimeout(MOVE_EVERY_MS);
      }
    });
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
  const run = (page: Page): Promise<number> =>
    watchPage(page, async (reached) => {
      const totals: number[] = [];
      for (const name of pages) {
        reached(name);
        await page.goto(`${server.origin}/${name}`);
        await page.mouse.move(...MIDDLE(totals.length));
        totals.push(await page.evaluate(() => (globalThis as unknown as MeasuredWindow).total));
      }
      return geometricMean(totals);
    });
  return { name: `our ${pages.length} pages`, ...server, run };
}
