import type { Browser } from 'webextension-polyfill';
import { launchWithExtension } from '../support/browser.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test as base } from '../support/fixtures.ts';

/** What pages of the extension have. */
declare const chrome: Browser & {
  readonly management: { readonly uninstallSelf: () => Promise<void> };
  readonly action: { readonly getUserSettings: () => Promise<{ readonly isOnToolbar?: boolean }> };
};

const test = base.extend({
  /** The packed extension, installed from an update manifest by the policy of this browser. */
  extensionBrowser: async ({ extension, policy }, use) => {
    const browser = await launchWithExtension({ extension, managed: policy, install: 'by policy' });
    await use(browser);
    await browser.close();
  },
});

test('installed by policy, it records and sends what a person does', async ({
  acknowledge,
  collector,
  page,
  send,
  site,
}) => {
  site.reply('/', '<!doctype html><title>Work</title><button>Save</button>');
  await acknowledge();
  await page.goto(site.origin);
  await page.getByRole('button', { name: 'Save' }).click();
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  expect(arrived?.episode.steps.at(-1)).toMatchObject({ action: { type: 'click' }, target: { name: 'Save' } });
});

test('installed by policy, it is pinned, has its values, and cannot be removed', async ({
  extensionBrowser,
  policy,
}) => {
  const facts = await extensionBrowser.withExtensionPage((page) =>
    page.evaluate(async () => ({
      settings: await chrome.action.getUserSettings(),
      self: await chrome.management.getSelf(),
      managed: await chrome.storage.managed.get(),
      removal: await chrome.management.uninstallSelf().catch((error: unknown) => String(error)),
    })),
  );
  expect(facts.settings.isOnToolbar).toBe(true);
  expect(facts.self).toMatchObject({ enabled: true, installType: 'admin', mayDisable: false });
  expect(facts.managed).toEqual(policy);
  expect(facts.removal).toMatch(/can(not|'t|’t) be|admin|modified/i);

  const page = await extensionBrowser.context.newPage();
  await page.goto(`chrome://extensions/?id=${extensionBrowser.extensionId}`);
  await expect(page.locator('extensions-detail-view').getByRole('button', { name: 'Remove' })).toHaveCount(0);
});

test('it goes with the policy that brought it', async ({ extensionBrowser }) => {
  const page = await extensionBrowser.context.newPage();
  await page.goto(`chrome-extension://${extensionBrowser.extensionId}/options.html`);
  const closing = page.waitForEvent('close');
  extensionBrowser.removePolicies();
  await closing;
});

test('an update goes on in the tabs that are open, and what it missed is a gap', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  site,
}) => {
  site.reply('/', '<!doctype html><title>Work</title><button>Save</button>');
  await acknowledge();
  await page.goto(site.origin);
  const button = page.getByRole('button', { name: 'Save' });
  const episodes = () => rowsOf(extensionBrowser, 'episodes');
  await button.click();
  await expect.poll(async () => (await episodes())[0]?.['actions']).toBe(1);
  await extensionBrowser.publish('99.0');
  const found = () => extensionBrowser.withExtensionPage((own) => own.evaluate(updateFound));
  await expect.poll(found, { timeout: 30_000 }).toBe(true);

  // Nobody waits for an update for ever: after a day it comes in the middle of work.
  await extensionBrowser.withExtensionPage((own) => own.evaluate(makeUpdateOld));
  await extensionBrowser.ring('chores').catch(() => undefined);
  const [interrupted] = await collector.received(1);
  expect(interrupted?.episode.gaps.map(({ reason }) => reason)).toEqual(['updated']);
  await expect(async () => {
    await button.click();
    expect((await episodes()).some(({ status, actions }) => status === 'open' && Number(actions) > 0)).toBe(true);
  }).toPass({ timeout: 20_000 });
});

async function updateFound(): Promise<boolean> {
  return (await chrome.storage.session.get('updateSince'))['updateSince'] !== undefined;
}

async function makeUpdateOld(): Promise<void> {
  await chrome.storage.session.set({ updateSince: Date.now() - 25 * 60 * 60_000 });
}
