import type { BrowserContext, Page } from '@playwright/test';
import { buildBareExtension } from './bare-extension.ts';
import { launchBare } from './launch-bare.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { launchShowhow } from './showhow-browser.ts';
import { median, spread } from './statistics.ts';
import { openWorkload, type Workload } from './workloads.ts';

/** What one run of the workload took. */
interface Cost {
  /** As the workload itself measures it. */
  readonly ms: number;
  /** All that the thread of the page did meanwhile and until it was idle again: work put off is work too. */
  readonly busyMs: number;
  /** Frame-milliseconds that were not recorded, to spare the page. */
  readonly throttledMs: number;
}

interface Variant {
  readonly name: string;
  readonly open: () => Promise<{
    readonly context: BrowserContext;
    /** Ends the browser; resolves to the frame-milliseconds that it gave up. */
    readonly close: (page: Page) => Promise<number>;
  }>;
}

const NONE = 'no extension';
const RRWEB = 'bare @rrweb/record, events dropped';
const SHOWHOW = 'Showhow, recording';

/** In each round all variants take their turn, so that a slow spell of the machine meets all of them. */
const ROUNDS = Number(process.env['SHOWHOW_PAGE_COST_ROUNDS'] ?? 5);

/** How long a page may take to become idle after its work, in ms. */
const IDLE_MS = 3000;

/** What recording costs a page, as a ratio to the same work without any extension. */
export async function measurePageCost(): Promise<Measurement[]> {
  const workload = await openWorkload();
  const [observer, rrweb] = [await buildBareExtension('observer'), await buildBareExtension('rrweb')];
  const variants: Variant[] = [
    { name: NONE, open: () => openBare() },
    { name: 'MutationObserver and listeners, doing nothing', open: () => openBare(observer.folder) },
    { name: RRWEB, open: () => openBare(rrweb.folder) },
    { name: SHOWHOW, open: () => openShowhow(workload) },
  ];
  const costs = new Map<string, Cost[]>(variants.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const variant of variants) {
        const cost = await run(variant, workload);
        console.error(`  round ${round + 1} of ${ROUNDS}, ${variant.name}: ${cost.ms.toFixed(0)} ms`);
        costs.get(variant.name)?.push(cost);
      }
    }
  } finally {
    await workload.stop();
    observer.dispose();
    rrweb.dispose();
  }
  return report(workload.name, costs);
}

async function run(variant: Variant, workload: Workload): Promise<Cost> {
  const { context, close } = await variant.open();
  const page = await context.newPage();
  try {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    const ms = await workload.run(page);
    // Whatever a recorder has put off until the page is idle belongs to its cost. A page that draws all the time never is.
    await page.evaluate((timeout) => new Promise((resolve) => requestIdleCallback(resolve, { timeout })), IDLE_MS);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const busySeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    return { ms, busyMs: busySeconds * 1000, throttledMs: await close(page) };
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function openBare(extensionFolder?: string): ReturnType<Variant['open']> {
  const context = await launchBare(extensionFolder);
  return { context, close: () => context.close().then(() => 0) };
}

async function openShowhow(workload: Workload): ReturnType<Variant['open']> {
  const { browser, collector, close } = await launchShowhow(workload.origin);
  return {
    context: browser.context,
    async close(page) {
      // An episode without an action is not kept; and what was not recorded must not count as cheap.
      await page.mouse.click(1, 1);
      await browser.send('endTask', {});
      const [first] = await collector.received(1, { timeout: 120_000 });
      await close();
      if (!first?.episode.streams.some(({ events }) => events.length > 2)) throw new Error('Showhow recorded nothing.');
      return first.episode.gaps
        .filter(({ reason }) => reason === 'throttled' || reason === 'dropped')
        .reduce((sum, { from, to }) => sum + (to ?? first.episode.endedAt) - from, 0);
    },
  };
}

function report(workload: string, costs: ReadonlyMap<string, readonly Cost[]>): Measurement[] {
  const of = (name: string): readonly Cost[] => costs.get(name) ?? [];
  const ratios = (name: string, part: 'ms' | 'busyMs'): number[] =>
    of(name).map((cost, round) => cost[part] / (of(NONE)[round]?.[part] ?? Number.NaN));
  const ms = of(NONE).map((cost) => cost.ms);
  const rows = [noted(`${workload}, ${NONE}`, `${spread(ms, 0)} ms`)];
  for (const name of costs.keys()) {
    if (name === NONE) continue;
    const [ratio, bare] = [median(ratios(name, 'ms')), median(ratios(RRWEB, 'ms'))];
    const measured = `${spread(ratios(name, 'ms'), 2)} ×`;
    const must = `below bare @rrweb/record; aim ≤ 1.3 ×`;
    rows.push(name === SHOWHOW ? promised(name, measured, must, ratio < bare) : noted(name, measured));
    rows.push(noted('  all work of the page’s thread', `${spread(ratios(name, 'busyMs'), 2)} ×`));
  }
  const throttled = of(SHOWHOW).map((cost) => cost.throttledMs / 1000);
  return [...rows, noted('  not recorded, to spare the page', `${spread(throttled, 1)} s of frames`)];
}
