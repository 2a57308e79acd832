import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type BuiltExtension, buildExtension } from '../scripts/build-extension.ts';
import { startSite } from '../tests/support/site.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { launchShowhow } from './showhow-browser.ts';
import { median, quantile } from './statistics.ts';

/** Frames of the page, the top one among them. */
const FRAMES = 4;
/** Changes of the page in a second, in all frames together: each is an rrweb event. */
const EVENTS_A_SECOND = 50;
/** How long it is watched, in ms. */
const WATCHED_MS = 40_000;
/** Most that 95 of 100 messages may take, in ms. */
const MOST_MS = 50;

/** One capture message in the worker. */
interface Ingest {
  readonly ms: number;
  readonly events: number;
}

/**
 * How long the worker takes from the arrival of a captured message, before it is parsed, to the end of the transaction
 * that put its row on disk. Measured in a copy of the built extension, whose worker begins with `STOPWATCH`.
 */
export async function measureIngestLatency(): Promise<Measurement[]> {
  const site = await startSite();
  const everyMs = (1000 / EVENTS_A_SECOND) * FRAMES;
  const feed = `<!doctype html><title>Feed</title><ol></ol><script>${feedScript(everyMs)}</script>`;
  site.reply('/frame', feed);
  site.reply('/', feed + '<iframe src="/frame"></iframe>'.repeat(FRAMES - 1));
  const { extension, dispose } = await withStopwatch(await buildExtension());
  const { browser, close } = await launchShowhow(site.origin, { holdMinutes: 60, extension });
  try {
    const page = await browser.context.newPage();
    await page.goto(site.origin);
    await moveOverFrames(page);
    await setTimeout(WATCHED_MS);
    const [worker] = browser.context.serviceWorkers();
    if (!worker) throw new Error('The worker of the extension has gone.');
    return report(await worker.evaluate(() => (globalThis as unknown as { ingests: Ingest[] }).ingests));
  } finally {
    await close();
    await site.stop();
    dispose();
  }
}

/** Comes before everything else in the worker: hears each message first, and sees each row's transaction complete. */
const STOPWATCH = `
const arrivals = new Map();
globalThis.ingests = [];
chrome.runtime.onMessage.addListener(({ name, request }) => {
  if (name === 'capture') arrivals.set(request.recorder + request.seq, { at: performance.now(), events: request.events.length });
});
const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (row, ...rest) {
  const key = row?.source + row?.seq;
  const arrival = this.name === 'records' && arrivals.get(key);
  if (arrival) this.transaction.addEventListener('complete', () => {
    arrivals.delete(key);
    globalThis.ingests.push({ ms: performance.now() - arrival.at, events: arrival.events });
  });
  return put.call(this, row, ...rest);
};
`;

async function withStopwatch(built: BuiltExtension): Promise<{ extension: BuiltExtension; dispose: () => void }> {
  const copy = mkdtempSync(join(tmpdir(), 'showhow-stopwatch-'));
  cpSync(built.folder, copy, { recursive: true });
  const worker = join(copy, 'background.js');
  writeFileSync(worker, `{${STOPWATCH}}\n${readFileSync(worker, 'utf8')}`);
  return { extension: { ...built, folder: copy }, dispose: () => rmSync(copy, { recursive: true, force: true }) };
}

function report(ingests: readonly Ingest[]): Measurement[] {
  const ms = ingests.map((ingest) => ingest.ms);
  const events = ingests.reduce((sum, ingest) => sum + ingest.events, 0);
  const p95 = quantile(ms, 0.95);
  return [
    noted(`load: rrweb events a second, from ${FRAMES} frames`, (events / (WATCHED_MS / 1000)).toFixed(0)),
    promised('message in → row on disk, p95', `${p95.toFixed(1)} ms`, `≤ ${MOST_MS} ms`, p95 <= MOST_MS),
    noted('  median, most', `${median(ms).toFixed(1)}, ${Math.max(...ms).toFixed(1)} ms of ${ms.length} messages`),
  ];
}

/** A list that gets a line each `everyMs`, and loses its oldest. */
function feedScript(everyMs: number): string {
  return `setInterval(() => {
    const list = document.querySelector('ol');
    list.append(Object.assign(document.createElement('li'), { textContent: 'Ticket changed at ' + performance.now() }));
    if (list.childElementCount > 20) list.firstElementChild.remove();
  }, ${everyMs});`;
}

/** Recording begins in each frame with the first sign of a person. */
async function moveOverFrames(page: Page): Promise<void> {
  for (let frame = 0; frame < FRAMES - 1; frame += 1) await page.mouse.move(60 + frame * 310, 60);
  await page.mouse.move(60, 400);
}
