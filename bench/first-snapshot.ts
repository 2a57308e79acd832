import type { BrowserContext } from '@playwright/test';
import { startSite } from '../tests/support/site.ts';
import { buildBareExtension } from './bare-extension.ts';
import { launchBare } from './launch-bare.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { median, spread } from './statistics.ts';

/** Pages to look at, each in a document of its own for each snapshot. */
const PAGES = { '10,000 nodes': manyNodes(10_000), '5,000 CSS rules': manyRules(5000) };

/** Snapshots of each page by each recorder, in turn. */
const ROUNDS = 20;

/** Most that our first snapshot may take of the bare recorder's time. */
const MOST = 1.1;

/** The first full snapshot of a page: ours against that of the bare recorder, both in the isolated world. */
export async function measureFirstSnapshot(): Promise<Measurement[]> {
  const site = await startSite();
  const extensions = [await buildBareExtension('snapshot-rrweb'), await buildBareExtension('snapshot-showhow')];
  const browsers = await Promise.all(extensions.map(({ folder }) => launchBare(folder)));
  try {
    const rows: Measurement[] = [];
    for (const [index, [name, html]] of Object.entries(PAGES).entries()) {
      site.reply(`/${index}`, html);
      rows.push(...(await compare(name, browsers, `${site.origin}/${index}`)));
    }
    return rows;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await site.stop();
    for (const extension of extensions) extension.dispose();
  }
}

async function compare(name: string, browsers: readonly BrowserContext[], url: string): Promise<Measurement[]> {
  const times: number[][] = browsers.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, browser] of browsers.entries()) times[index]?.push(await snapshotTime(browser, url));
  const [bare = [], ours = []] = times;
  const ratio = median(ours) / median(bare);
  return [
    noted(`${name}: bare @rrweb/record`, `${spread(bare, 1)} ms`),
    noted(`${name}: Showhow`, `${spread(ours, 1)} ms`),
    promised('  ratio of the medians', `${ratio.toFixed(2)} ×`, `≤ ${MOST} ×`, ratio <= MOST),
  ];
}

async function snapshotTime(browser: BrowserContext, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  const root = page.locator('html[data-snapshot]');
  const ms = Number(await root.getAttribute('data-snapshot'));
  await page.close();
  if (Number.isNaN(ms)) throw new Error(`No full snapshot was taken of ${url}.`);
  return ms;
}

/** A table like that of an office app: rows of cells with text, an icon and a button. Text counts as nodes. */
function manyNodes(count: number): string {
  const row = (id: number): string =>
    `<tr class="order" data-id="${id}"><td>Order ${id}</td><td><a href="/orders/${id}">Customer ${id % 97}</a></td>` +
    `<td><input value="${id}"></td><td><button type="button">Edit</button></td></tr>`;
  const nodesInRow = 12;
  const rows = Array.from({ length: Math.ceil(count / nodesInRow) }, (_, id) => row(id));
  return `<!doctype html><title>Orders</title><table><tbody>${rows.join('')}</tbody></table>`;
}

function manyRules(count: number): string {
  const rule = (n: number): string =>
    `.panel-${n} > .title:hover { color: #${(n % 900) + 100}; margin: ${n % 32}px 4px; background: rgb(${n % 255} 10 20 / 40%); }`;
  const rules = Array.from({ length: count }, (_, n) => rule(n));
  return `<!doctype html><title>Styles</title><style>${rules.join('\n')}</style><h1>Styles</h1>`;
}
