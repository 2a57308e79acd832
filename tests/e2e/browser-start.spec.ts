import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { acknowledgeNotice } from '../../bench/showhow-browser.ts';
import { launchWithExtension } from '../support/browser.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test as base } from '../support/fixtures.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

const test = base.extend<{ profile: string }>({
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'showhow-start-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
});

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

test('what is done in a page before a recorder has come into it is a gap', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  site.reply(
    '/',
    '<!doctype html><title>Work</title><button onclick="this.dataset.at = Date.now()">Draft</button> <button>Send</button>',
  );
  await acknowledge();
  // As when the extension has just been updated.
  await extensionBrowser.withExtensionPage((own) => own.evaluate(() => chrome.scripting.unregisterContentScripts()));
  await page.goto(site.origin);
  const draft = page.getByRole('button', { name: 'Draft' });
  await draft.click();
  await extensionBrowser.withExtensionPage((own) => own.evaluate(() => chrome.storage.session.remove('told')));
  await extensionBrowser.ring('chores'); // The worker finds that its scripts are not where they should be.
  const scripts = () =>
    extensionBrowser.withExtensionPage((own) =>
      own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
    );
  await expect.poll(scripts).toBeGreaterThan(0);
  await expect(async () => {
    await page.getByRole('button', { name: 'Send' }).click();
    await send('endTask', {});
    expect(await collector.manifests()).not.toEqual([]);
  }).toPass();

  const [arrived] = await collector.episodes();
  const { steps = [], gaps = [] } = arrived?.episode ?? {};
  const names = steps.map(({ action, target }) => target?.name ?? action.type);
  expect(names).toContain('Send');
  expect(names).not.toContain('Draft');
  expect(gaps.map(({ reason }) => reason)).toEqual(['began_late']);
  const clickedAt = Number(await draft.getAttribute('data-at'));
  expect(gaps[0]?.from).toBeLessThanOrEqual(clickedAt);
  expect(gaps[0]?.to).toBeGreaterThanOrEqual(clickedAt);
});
