import type { Page } from '@playwright/test';
import { launchWithExtension } from '../support/browser.ts';
import { seriousViolations } from '../support/axe.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { policyFor } from '../support/policy.ts';

const test = base.extend<{ options: Page }>({
  options: async ({ page, extensionId }, use) => {
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await use(page);
  },
});

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const status = (page: Page) => section(page, 'Right now').getByRole('heading');

test('the notice comes first; once it is acknowledged, recording starts', async ({ options }) => {
  const notice = section(options, 'Please read this first');
  await expect(options.getByRole('main').getByRole('heading').first()).toHaveText('Please read this first');
  await expect(notice).toContainText('To teach an assistant the routine parts of our work.');
  await expect(notice).toContainText('Works council, council@example.com');
  await expect(notice.getByRole('link', { name: 'Privacy notice' })).toHaveAttribute(
    'href',
    'https://intranet.example.com/privacy',
  );
  await expect(status(options)).toHaveText('Off: please read the notice');
  await notice.getByRole('button', { name: 'I have read this' }).click();
  await expect(status(options)).toHaveText('The sites listed below are recorded');
  await expect(notice).toHaveCount(0);
  await expect(section(options, 'The notice')).toContainText(/You confirmed on .+ that you have read it\./);
  await expect(section(options, 'The notice').getByRole('button')).toHaveCount(0);
});

test('the notice is answered by keyboard, and the answer is read out', async ({ options }) => {
  await expect(options.getByRole('button', { name: 'I have read this' })).toBeVisible();
  await options.keyboard.press('Tab');
  await expect(options.getByRole('link', { name: 'Privacy notice' })).toBeFocused();
  await options.keyboard.press('Tab');
  await expect(options.getByRole('button', { name: 'I have read this' })).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByRole('status')).toBeFocused();
  await options.keyboard.press('Tab');
  await expect(options.locator('summary')).toBeFocused();
  await options.keyboard.press('Space');
  await expect(options.getByText('*://accounts.google.com/*')).toBeVisible();
});

test.describe('where recording needs agreement', () => {
  test.use({ policy: async ({ policy }, use) => use(withNotice(policy, { mode: 'opt-in' })) });

  test('nothing is agreed in advance, and “Not now” means off', async ({ options, send }) => {
    await expect(options.getByRole('button', { name: 'I agree' })).toBeVisible();
    await expect(options.getByRole('checkbox')).toHaveCount(0);
    await expect(options.locator(':focus')).toHaveCount(0);
    await options.getByRole('button', { name: 'Not now' }).click();
    await expect(status(options)).toHaveText('Off: you have not agreed');
    expect((await send('getStatus', { tab: null })).status).toEqual({ state: 'off', reason: 'declined' });
  });

  test('an agreement can be given later, and withdrawn again', async ({ options }) => {
    await options.getByRole('button', { name: 'Not now' }).click();
    const notice = section(options, 'The notice');
    await expect(notice).toContainText('You decided against it on');
    await notice.getByRole('button', { name: 'I agree' }).click();
    await expect(status(options)).toHaveText('The sites listed below are recorded');
    await expect(notice).toContainText('You agreed on');
    await notice.getByRole('button', { name: 'Withdraw my agreement' }).click();
    await expect(status(options)).toHaveText('Off: you have not agreed');
  });
});

test('a changed notice asks again', async ({ options, acknowledge, policy, setPolicy }) => {
  await acknowledge();
  await expect(status(options)).toHaveText('The sites listed below are recorded');
  setPolicy(withNotice(policy, { version: '2', purpose: 'Something else.' }));
  const notice = section(options, 'The notice has changed: please read it again');
  await expect(notice).toContainText('Something else.');
  await expect(status(options)).toHaveText('Off: please read the notice');
});

test('the page says what is recorded, where, when, and where it goes', async ({ options, site, collector }) => {
  await expect(section(options, 'Sites that are recorded')).toContainText(`${site.origin}/*`);
  await expect(section(options, 'Sites that are recorded')).toContainText('The app’s own words stay.');
  await expect(section(options, 'What is recorded').getByRole('listitem')).toHaveCount(8);
  await expect(section(options, 'What is never recorded')).toContainText('Passwords. They do not even leave the page.');
  await expect(section(options, 'When')).toContainText('Monday to Sunday');
  await expect(section(options, 'Pages that are never recorded')).toContainText('no exceptions of its own');
  const data = section(options, 'Where it goes and how long it stays');
  await expect(data).toContainText(new URL(collector.url).host);
  await expect(data).toContainText('At once, when a task is complete');
  await expect(data).toContainText('Stay on this device for 7 days');
  await expect(data).toContainText(/of 500 MB in use/);
  await expect(section(options, 'Last tasks sent')).toContainText('Nothing has been sent yet.');
  await expect(section(options, 'About')).toContainText('Test build: not for real work');
  await expect(section(options, 'About')).toContainText('test-1');
});

test('a task that was sent is listed', async ({ options, context, site, acknowledge, collector, send }) => {
  site.reply('/', '<!doctype html><title>Desk</title><button>Save</button>');
  await acknowledge();
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await send('getOverview', {})).diskBytes).toBeGreaterThan(0);
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  const row = section(options, 'Last tasks sent').getByRole('row').nth(1);
  await expect(row).toContainText(arrived?.manifest.episode.slice(0, 8) ?? 'no episode');
  await expect(row).toContainText(/\d (kB|bytes)/);
});

test.describe('without a policy', () => {
  test.use({ policy: null });

  test('the page says that nothing is recorded, and still shows what never can be', async ({ options }) => {
    await expect(status(options)).toHaveText('Off: not set up');
    await expect(section(options, 'Sites that are recorded')).toHaveCount(0);
    await expect(section(options, 'Pages that are never recorded')).toContainText('Built in');
  });
});

test.describe('where what is typed is kept', () => {
  test.use({
    policy: async ({ collector, organisation, site }, use) => {
      const policy = policyFor({ origin: site.origin, collector: collector.policyValues, organisation });
      await use({ ...policy, sites: policy.sites.map((each) => ({ ...each, redaction: 'open' })) });
    },
  });

  test('the page says so, and does not say that it never is', async ({ options }) => {
    await expect(section(options, 'Sites that are recorded')).toContainText('what you type is kept');
    await expect(section(options, 'What is recorded')).toContainText('The value itself only on the sites above');
    await expect(section(options, 'What is recorded')).not.toContainText('Never the value');
  });
});

test.describe('in a German browser', () => {
  test.use({
    extensionBrowser: async ({ extension, policy }, use) => {
      const browser = await launchWithExtension({ extension, managed: policy, language: 'de' });
      await use(browser);
      await browser.close();
    },
  });

  test('the pages speak German', async ({ options, context, extensionId }) => {
    await expect(options.locator('html')).toHaveAttribute('lang', 'de');
    await expect(options).toHaveTitle('Was Showhow aufzeichnet');
    await options.getByRole('button', { name: 'Ich habe das gelesen' }).click();
    await expect(section(options, 'Wann')).toHaveText(/Montag bis Sonntag, zu jeder Tageszeit\./);
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Diese Seite wird nicht aufgezeichnet');
    await expect(popup.getByRole('button', { name: 'Bis morgen' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page can be read and used by everyone, ${colorScheme}`, async ({ options, acknowledge }) => {
    await options.emulateMedia({ colorScheme });
    await expect(section(options, 'Please read this first')).toBeVisible();
    expect(await seriousViolations(options)).toEqual([]);
    await acknowledge();
    await expect(section(options, 'The notice')).toBeVisible();
    expect(await seriousViolations(options)).toEqual([]);
  });
}

test('the page fits a narrow window', async ({ options }) => {
  await options.setViewportSize({ width: 320, height: 600 });
  await expect(section(options, 'About')).toBeVisible();
  await options.getByText('Built in').click();
  expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

/** A policy whose notice differs in some things. */
function withNotice(policy: object | null, change: object): object {
  const notice = policy && 'notice' in policy && typeof policy.notice === 'object' ? policy.notice : {};
  return { ...policy, notice: { ...notice, ...change } };
}
