import type { Browser } from 'webextension-polyfill';
import type { Policy } from '../../lib/policy.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/browser.ts';
import { startTestCollector, type TestCollector } from '../support/collector.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';
import { policyFor } from '../support/policy.ts';
import { type Site, startSite } from '../support/site.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

/** Policies that an administrator might write by mistake, and the key that the popup must name. */
const BROKEN: readonly (readonly [what: string, key: string, broken: (policy: Policy) => object])[] = [
  ...(
    [
      'policyVersion',
      'sites',
      'deny',
      'collector',
      'organisation',
      'notice',
      'schedule',
      'budgets',
      'retention',
      'upload',
    ] as const
  ).map((key) => [`without ${key}`, key, ({ [key]: _, ...rest }: Policy) => rest] as const),
  ['with a misspelt key', 'deny', ({ deny, ...rest }) => ({ ...rest, denny: deny })],
  ['with a list written as a text', 'deny', (policy) => ({ ...policy, deny: 'https://pay.example.com/*' })],
  ['with one bad item in a list', 'sites', (policy) => ({ ...policy, sites: [...policy.sites, 17] })],
  ['with no site', 'sites', (policy) => ({ ...policy, sites: [] })],
  ['with a site that is not a match pattern', 'sites.0.match', (policy) => withSite(policy, { match: 'tickets' })],
  [
    'with a site of another scheme',
    'sites.0.match',
    (policy) => withSite(policy, { match: 'ftp://files.example.com/*' }),
  ],
  ['with an unknown redaction level', 'sites', (policy) => withSite(policy, { redaction: 'none' })],
  ['with a deny pattern that is none', 'deny.0', (policy) => ({ ...policy, deny: ['*private*'] })],
  [
    'with a collector in plain HTTP',
    'collector.url',
    (policy) => ({ ...policy, collector: { ...policy.collector, url: 'http://collector.example.com' } }),
  ],
  [
    'with a short enrolment token',
    'collector',
    (policy) => ({ ...policy, collector: { ...policy.collector, enrolmentToken: 'short' } }),
  ],
  [
    'with a key that nobody can have',
    'organisation.publicKeys.0',
    (policy) => ({ ...policy, organisation: { ...policy.organisation, publicKeys: ['age1notakey'] } }),
  ],
  [
    'without a public key',
    'organisation',
    (policy) => ({ ...policy, organisation: { ...policy.organisation, publicKeys: [] } }),
  ],
  [
    'with an unknown mode of the notice',
    'notice',
    (policy) => ({ ...policy, notice: { ...policy.notice, mode: 'never' } }),
  ],
  [
    'with a day that ends before it begins',
    'schedule.to',
    (policy) => ({ ...policy, schedule: { ...policy.schedule, from: '18:00', to: '08:00' } }),
  ],
  [
    'with a time that no clock shows',
    'schedule.from',
    (policy) => ({ ...policy, schedule: { ...policy.schedule, from: '8 am' } }),
  ],
  [
    'with a number written as a text',
    'budgets',
    (policy) => ({ ...policy, budgets: { ...policy.budgets, diskBytes: '500 MB' } }),
  ],
  ['with a negative hold time', 'upload', (policy) => ({ ...policy, upload: { holdMinutes: -1 } })],
];

function withSite(policy: Policy, change: object): object {
  return { ...policy, sites: policy.sites.map((site) => ({ ...site, ...change })) };
}

/** One browser for all of them: the policy file changes under it, as an administrator's would. */
test.describe('a broken policy', () => {
  test.describe.configure({ mode: 'default' });
  let site: Site;
  let collector: TestCollector;
  let policy: Policy;
  let browser: ExtensionBrowser;

  test.beforeAll(async ({ organisation, extension }) => {
    site = await startSite();
    site.reply('/', '<!doctype html><title>Work</title><button>Save</button><input aria-label="Name" />');
    collector = await startTestCollector(organisation);
    policy = policyFor({ origin: site.origin, collector: collector.policyValues, organisation });
    browser = await launchWithExtension({ extension, managed: policy });
    const { noticeHash } = await browser.send('getOverview', {});
    await browser.send('answerNotice', { noticeHash: noticeHash ?? '', accepted: true });
  });

  test.afterAll(async () => {
    await browser.close();
    await collector.dispose();
    await site.stop();
  });

  const status = () => browser.send('getStatus', { tab: null });

  /** Somebody works on the site, until what they did would long have been recorded. */
  const work = async (): Promise<void> => {
    const page = await browser.context.newPage();
    await page.goto(site.origin);
    await page.getByRole('button').click();
    await page.getByRole('textbox').click();
    await page.keyboard.type('Ada');
    await page.close();
  };

  const expectNothingStored = async (): Promise<void> => {
    for (const store of ['sessions', 'episodes', 'records', 'assets', 'recorders']) {
      expect(await rowsOf(browser, store), store).toEqual([]);
    }
    const scripts = await browser.withExtensionPage((page) =>
      page.evaluate(() => chrome.scripting.getRegisteredContentScripts()),
    );
    expect(scripts).toEqual([]);
  };

  for (const [what, key, broken] of BROKEN) {
    test(`${what} records nothing, and the popup names ${key}`, async () => {
      browser.setPolicy(broken(policy));
      await expect
        .poll(async () => (await status()).policyProblems.map((problem) => problem.key))
        .toContainEqual(expect.stringMatching(new RegExp(`^${key}(\\.|$)`)));
      expect((await status()).status).toEqual({ state: 'off', reason: 'broken_policy' });
      await work();
      await expectNothingStored();
      const popup = await browser.context.newPage();
      await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`);
      await expect(popup.locator('li', { hasText: key }).first()).toBeAttached();
      await popup.close();
    });
  }

  for (const [what, set] of [
    ['that is empty', () => browser.setPolicy({})],
    ['that is gone', () => browser.setPolicy(null)],
    ['that is not JSON', () => browser.setPolicyText('{ "3rdparty": { "extensions": ')],
  ] as const) {
    test(`a policy ${what} records nothing, and the popup says that there is none`, async () => {
      browser.setPolicy(policy);
      await expect.poll(async () => (await status()).status).toEqual({ state: 'off', reason: 'not_monitored' });
      set();
      await expect.poll(async () => (await status()).status).toEqual({ state: 'off', reason: 'no_policy' });
      await work();
      await expectNothingStored();
    });
  }

  test('once it is mended, the same browser records', async () => {
    browser.setPolicy(policy);
    await expect.poll(async () => (await status()).status).toEqual({ state: 'off', reason: 'not_monitored' });
    // The recorder is registered a moment after the status says so: somebody who works on is recorded.
    await expect(async () => {
      await work();
      expect((await rowsOf(browser, 'records')).length).toBeGreaterThan(0);
    }).toPass();
  });
});
