import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { buildExtension } from '../scripts/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/browser.ts';
import { startTestCollector } from '../tests/support/collector.ts';
import { killBrowser } from '../tests/support/kill-browser.ts';
import { createOrganisation } from '../tests/support/organisation.ts';
import { policyFor } from '../tests/support/policy.ts';
import type { StressOutcome } from './check-record.ts';
import { type NumberedPage, startNumberedPage } from './numbered-page.ts';
import { readRows, type SeenRow } from './seen-rows.ts';
import { acknowledgeNotice } from './showhow-browser.ts';
import { until } from './until.ts';

/** How much is done to the browser while a person works in it. */
export interface Stress {
  /** Starts of the browser; each but the last ends with SIGKILL. */
  readonly lives: number;
  /** Times that the worker is stopped in each life. */
  readonly stopsInLife: number;
}

/** Clicks between two stops of the worker, at most. */
const MOST_CLICKS = 8;
/** Longest pause of the person between two clicks, in ms: short, so that a batch is always on its way somewhere. */
const PAUSE_MS = 300;
/** All uploads are through after this time, in ms. */
const ALL_SENT_MS = 240_000;

/** Lets a person work while the worker is stopped and the browser killed; then has all of it uploaded, and opens it. */
export async function runStress({ lives, stopsInLife }: Stress): Promise<StressOutcome> {
  const [truth, organisation, extension] = [
    await startNumberedPage(),
    await createOrganisation(),
    await buildExtension(),
  ];
  const collector = await startTestCollector(organisation);
  const profile = mkdtempSync(join(tmpdir(), 'showhow-stress-'));
  const managed = policyFor({ origin: truth.origin, collector: collector.policyValues, organisation });
  const rows = new Map<string, SeenRow>();
  const kills: number[] = [];
  try {
    for (let life = 1; life <= lives; life += 1) {
      const browser = await launchWithExtension({ extension, managed, profile });
      if (life === 1) await acknowledgeNotice(browser);
      const own = await openOwnPage(browser);
      const page = await browser.context.newPage();
      const number = { next: life * 1000 };
      const look = async (): Promise<void> => {
        for (const row of await readRows(own)) rows.set(`${row.source} ${row.seq}`, row);
      };
      for (let stop = 0; stop < stopsInLife; stop += 1) {
        await workThenStop(page, truth, number, stop);
        await look();
      }
      await click(page, number, Math.random() * MOST_CLICKS);
      if (life < lives) kills.push(await killBrowser(browser));
      else await finish(browser, page, look);
      await browser.close();
    }
    return { clicks: truth.clicks, rows: [...rows.values()], arrived: await collector.episodes(), kills };
  } finally {
    await truth.stop();
    await collector.dispose();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A page of the extension behind the one that is worked in. */
async function openOwnPage({ context, extensionId }: ExtensionBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}

async function workThenStop(page: Page, truth: NumberedPage, number: { next: number }, turn: number): Promise<void> {
  if (turn % 4 === 0) await page.goto(truth.from((number.next += 10)));
  if (turn % 3 === 0) await page.getByLabel('Remark').pressSequentially('noted ');
  await click(page, number, 1 + Math.random() * MOST_CLICKS);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
}

async function click(page: Page, number: { next: number }, times: number): Promise<void> {
  for (let made = 0; made < times; made += 1) {
    await page.mouse.click(140, 70);
    number.next += 1;
    await setTimeout(Math.random() * PAUSE_MS);
  }
}

async function finish(browser: ExtensionBrowser, page: Page, look: () => Promise<void>): Promise<void> {
  await look();
  await page.close();
  await browser.send('endTask', {});
  const unsent = async (): Promise<number> => (await browser.send('getOverview', {})).unsentEpisodes;
  await until('everything is uploaded', async () => (await unsent()) === 0, ALL_SENT_MS);
}
