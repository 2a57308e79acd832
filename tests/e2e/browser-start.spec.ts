import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { acknowledgeNotice } from '../../bench/showhow-browser.ts';
import { launchWithExtension } from '../support/browser.ts';
import { rowsOf } from '../support/database.ts';
import type { ExtensionPage } from '../support/extension-page.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { killBrowser } from '../support/kill-browser.ts';
import type { Site } from '../support/site.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

const test = base.extend<{ profile: string }>({
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'showhow-start-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
});

/** As when a page loads while the browser is given its scripts: it gets none. */
const withoutScripts = (own: ExtensionPage) => own.evaluate(() => chrome.scripting.unregisterContentScripts());

/** A page that can be worked in while the rest of it is still to come. */
function slowPage(site: Site): { end(): void } {
  const waiting: ServerResponse[] = [];
  site.reply('/', (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.write('<!doctype html><title>Work</title><button onclick="this.dataset.at = Date.now()">Draft</button>');
    waiting.push(response);
  });
  return { end: () => waiting.forEach((response) => response.end(' <button>Send</button>')) };
}

test('what is done in the first moments of a browser, before it has read its policy, is recorded', async ({
  collector,
  extension,
  policy,
  profile,
  site,
}) => {
  test.slow(); // Two browsers, one after the other.
  site.reply('/list', '<!doctype html><title>List</title><button>Early</button> <a href="/form">Form</a>');
  site.reply('/form', '<!doctype html><title>Form</title><button>Next</button>');
  // A browser keeps the scripts of what policy has installed.
  const installed = { extension, managed: policy, profile, install: 'by policy' } as const;
  const first = await launchWithExtension(installed);
  await acknowledgeNotice(first);
  await first.close();

  const browser = await launchWithExtension({ ...installed, awaitsPolicy: false });
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/list`);
  await page.getByRole('button', { name: 'Early' }).click();
  await page.getByRole('link', { name: 'Form' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  const actions = async () => (await rowsOf(browser, 'episodes')).map((episode) => episode['actions']);
  await expect.poll(actions, { timeout: 30_000 }).toEqual([3]);
  await browser.send('endTask', {});

  const [arrived] = await collector.received(1);
  await browser.close();
  const { steps = [], gaps } = arrived?.episode ?? {};
  const names = steps.map(({ action, target }) => target?.name ?? action.type);
  expect(names.filter((name) => name !== 'tabSwitch')).toEqual(['goto', 'Early', 'Form', 'Next']);
  expect(gaps).toEqual([]);
});

test('a page that got no recorder is given one, and what was done before is a gap', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  const endless = slowPage(site);
  await acknowledge();
  await extensionBrowser.withExtensionPage(withoutScripts);
  await page.goto(site.origin, { waitUntil: 'commit' });
  const draft = page.getByRole('button', { name: 'Draft' });
  await draft.click();
  endless.end();
  await expect
    .poll(async () => (await rowsOf(extensionBrowser, 'recorders')).map(({ ended }) => ended))
    .toEqual(['no']);
  await page.getByRole('button', { name: 'Send' }).click();
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const { steps = [], gaps = [] } = arrived?.episode ?? {};
  const names = steps.map(({ action, target }) => target?.name ?? action.type);
  expect(names).toContain('Send');
  expect(names).not.toContain('Draft');
  expect(gaps.map(({ reason }) => reason)).toEqual(['began_late']);
  const clickedAt = Number(await draft.getAttribute('data-at'));
  expect(gaps[0]?.from).toBeLessThanOrEqual(clickedAt);
  expect(gaps[0]?.to).toBeGreaterThanOrEqual(clickedAt);
});

test('a page that goes away before anything is heard of it is a gap, even where nothing else is recorded', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  slowPage(site);
  await acknowledge();
  await extensionBrowser.withExtensionPage(withoutScripts);
  await page.goto(site.origin, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Draft' }).click();
  const at = Date.now();
  await page.close();
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const gaps = arrived?.manifest.gaps ?? [];
  expect(gaps.map(({ reason }) => reason)).toEqual(['unload_unconfirmed']);
  expect(gaps[0]?.from).toBeLessThanOrEqual(at);
  expect(gaps[0]?.to).toBeGreaterThanOrEqual(at);
});

test('a page of which nothing was heard when the browser was killed is a gap in what is recorded next', async ({
  collector,
  extension,
  policy,
  profile,
  site,
}) => {
  test.slow(); // Two browsers, one after the other.
  slowPage(site);
  site.reply('/next', '<!doctype html><title>Work</title><button>Draft</button>');
  const first = await launchWithExtension({ extension, managed: policy, profile });
  await acknowledgeNotice(first);
  await first.withExtensionPage(withoutScripts);
  const lost = await first.context.newPage();
  await lost.goto(site.origin, { waitUntil: 'commit' });
  await lost.getByRole('button', { name: 'Draft' }).click();
  const at = Date.now();
  await expect.poll(() => rowsOf(first, 'recorders')).toHaveLength(1);
  await killBrowser(first);
  await first.close();

  const browser = await launchWithExtension({ extension, managed: policy, profile });
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/next`);
  await page.getByRole('button', { name: 'Draft' }).click();
  await expect.poll(async () => (await rowsOf(browser, 'episodes'))[0]?.['actions']).toBeGreaterThan(0);
  await browser.send('endTask', {});
  const [arrived] = await collector.received(1);
  await browser.close();
  const gap = arrived?.manifest.gaps.find(({ reason }) => reason === 'unload_unconfirmed');
  expect(gap?.from).toBeLessThanOrEqual(at);
  expect(gap?.to).toBeGreaterThanOrEqual(at);
});
