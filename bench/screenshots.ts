import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';
import { pageModule } from '../tests/support/page-module.ts';
import { startSite } from '../tests/support/site.ts';
import { type Measurement, noted } from './measurement.ts';
import { quantile, spread } from './statistics.ts';

/** Shots that are measured, after some that are not: code that has not run yet is slow. */
const SHOTS = 15;
const WARM_UP = 3;

interface Measuring {
  readonly measuring: typeof import('../entrypoints/screenshots.content/measure.ts');
  readonly movement: typeof import('../entrypoints/screenshots.content/movement.ts');
  readonly slices: typeof import('../entrypoints/screenshots.content/slices.ts');
}

/** How long a page of 9,000 nodes is kept busy by one live screenshot: it is measured before and after. */
export async function measureScreenshots(): Promise<Measurement[]> {
  const site = await startSite();
  const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox'] });
  try {
    const rows: Measurement[] = [];
    for (const [name, html] of Object.entries({ 'in a list that scrolls': table(820), 'all in view': tiles(2250) })) {
      site.reply('/', html);
      const page = await browser.newPage();
      await page.goto(site.origin);
      await page.evaluate(CHROME_DOM);
      for (const [global, file] of [
        ['measuring', 'measure'],
        ['movement', 'movement'],
        ['slices', 'slices'],
      ] as const) {
        const module = await pageModule(`entrypoints/screenshots.content/${file}.ts`, global);
        await page.evaluate(`${module}; globalThis.${global} = ${global}`);
      }
      const { times, longest, nodes, boxes } = await page.evaluate(timesOf, [WARM_UP, SHOTS] as const);
      rows.push(
        noted(`${name}: ${nodes} nodes, ${boxes} texts measured, ${times.length} shots`, `${spread(times, 1)} ms`),
        noted('  95 of 100 take at most', `${quantile(times, 0.95).toFixed(1)} ms`),
        noted('  longest tasks of its shots without a break for the page', `${spread(longest, 1)} ms`),
      );
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** What only extensions are told: there are no closed shadow roots in these pages. */
const CHROME_DOM = `globalThis.chrome = { dom: { openOrClosedShadowRoot: ({ shadowRoot }) => shadowRoot } }`;

/** Runs in the page: what one shot does there, without the waits in between. */
async function timesOf([warmUp, shots]: readonly [number, number]) {
  const { measuring, movement, slices } = globalThis as unknown as Measuring;
  let boxes = 0;
  const shoot = async () => {
    const tasks: number[] = [];
    const prints: string[] = [];
    for (let look = 0; look < 2; look += 1) {
      let since = performance.now();
      let until = since;
      const onBreak = () => {
        tasks.push(until - since);
        since = performance.now();
        return true;
      };
      const work = measuring.measurePage(new Set());
      const next = () => {
        const step = work.next();
        until = performance.now();
        return step;
      };
      const measured = await slices.inSlices({ next }, onBreak);
      onBreak();
      if (!measured) throw new Error('The page cannot be measured.');
      if (movement.isMoving(measured.roots)) throw new Error('The page moves.');
      prints.push(measured.print);
      boxes = measured.page.texts.length;
    }
    if (prints[0] !== prints[1]) throw new Error('The page has changed.');
    return { all: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(...tasks) };
  };
  for (let shot = 0; shot < warmUp; shot += 1) await shoot();
  const times: number[] = [];
  const longest: number[] = [];
  for (let shot = 0; shot < shots; shot += 1) {
    // Whoever acts has changed something: the browser has to lay out the page anew.
    document.body.classList.toggle('acted');
    const taken = await shoot();
    times.push(taken.all);
    longest.push(taken.longest);
  }
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let nodes = 1;
  while (walker.nextNode()) nodes += 1;
  return { times, longest, nodes, boxes };
}

/** A table like that of an office app, of which a screenful is in view. */
function table(rows: number): string {
  const row = (id: number): string =>
    `<tr class="order" data-id="${id}"><td>Order ${id}</td><td><a href="/orders/${id}">Customer ${id % 97}</a></td>` +
    `<td><input value="${id}"></td><td><button type="button">Edit</button></td></tr>`;
  return `<!doctype html><title>Orders</title><style>.acted td { padding: 2px }</style><table><tbody>${repeat(rows, row)}</tbody></table>`;
}

/** Words side by side that are all in view: the most that can be measured of a page of that size. */
function tiles(count: number): string {
  const tile = (id: number): string => `<div class="tile"><b>${id}</b><i></i></div>`;
  const style = '.tile { float: left; width: 20px; height: 12px; font: 7px sans-serif } .acted i { padding: 1px }';
  return `<!doctype html><title>Tiles</title><style>${style}</style>${repeat(count, tile)}`;
}

function repeat(count: number, make: (id: number) => string): string {
  return Array.from({ length: count }, (_, id) => make(id)).join('');
}
