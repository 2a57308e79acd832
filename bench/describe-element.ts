import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';
import { pageModule } from '../tests/support/page-module.ts';
import { startSite } from '../tests/support/site.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { median, quantile, spread } from './statistics.ts';

/** Most milliseconds that describing one element may take: half of the time, and ever. */
const MOST = { median: 5, worst: 15 };

/** Elements that are described: every so many of the page. */
const STRIDE = 41;

/** What is described once before anything is measured, as code that has not run yet is slow. */
const WARM_UP = 20;

interface Describing {
  readonly showhow: typeof import('../entrypoints/recorder.content/describe-element.ts');
}

/** What describing the target of an action costs in pages of 10,000 nodes. */
export async function measureDescribeElement(): Promise<Measurement[]> {
  const site = await startSite();
  const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox'] });
  const module = await pageModule('entrypoints/recorder.content/describe-element.ts', 'showhow');
  const rows: Measurement[] = [];
  try {
    for (const [name, html] of Object.entries({ 'a table': table(834), 'nested boxes': boxes(1100) })) {
      site.reply('/', html);
      const page = await browser.newPage();
      await page.goto(site.origin);
      await page.evaluate(`${module}; globalThis.showhow = showhow`);
      const times = await page.evaluate(timesOf, [STRIDE, WARM_UP] as const);
      const [middle, worst] = [median(times), Math.max(...times)];
      rows.push(
        noted(`${name} of 10,000 nodes, ${times.length} elements`, `${spread(times, 2)} ms`),
        noted('  95 of 100 take at most', `${quantile(times, 0.95).toFixed(2)} ms`),
        promised('  median', `${middle.toFixed(2)} ms`, `≤ ${MOST.median} ms`, middle <= MOST.median),
        promised('  worst', `${worst.toFixed(2)} ms`, `≤ ${MOST.worst} ms`, worst <= MOST.worst),
      );
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Runs in the page. */
function timesOf([stride, warmUp]: readonly [number, number]): number[] {
  const { describeElement } = (globalThis as unknown as Describing).showhow;
  const elements = [...document.body.querySelectorAll('*')].filter((_, place) => place % stride === 0);
  for (const element of elements.slice(0, warmUp)) describeElement(element, null, () => null);
  return elements.map((element) => {
    const before = performance.now();
    describeElement(element, null, () => null);
    return performance.now() - before;
  });
}

/** A table like that of an office app: rows of cells with text, a link, a field and a button. */
function table(rows: number): string {
  const row = (id: number): string =>
    `<tr class="order" data-id="${id}"><td>Order ${id}</td><td><a href="/orders/${id}">Customer ${id % 97}</a></td>` +
    `<td><input value="${id}"></td><td><button type="button">Edit</button></td></tr>`;
  const head = '<tr><th>Order</th><th>Customer</th><th>Amount</th><th>Action</th></tr>';
  return `<!doctype html><title>Orders</title><table><thead>${head}</thead><tbody>${repeat(rows, row)}</tbody></table>`;
}

/** Boxes in boxes that say nothing of themselves. */
function boxes(count: number): string {
  const box = (id: number): string =>
    `<div class="css-1x2y3z"><div><div><span>Item ${id}</span><div class="toggle"><i></i></div></div></div></div>`;
  const deep = '<div>'.repeat(20);
  return `<!doctype html><title>Boxes</title>${deep}<div>${repeat(count, box)}</div>`;
}

function repeat(count: number, make: (id: number) => string): string {
  return Array.from({ length: count }, (_, id) => make(id)).join('');
}
