/**
 * The fixtures of `fixtures.ts` with one browser, site and collector for all tests of a process: for tests that look at
 * what pages hand over, and leave behind nothing but that. A test has its own page, which is closed after it.
 */
import { startTestCollector, type TestCollector } from './collector.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { expect, test as base } from './fixtures.ts';
import { policyFor } from './policy.ts';
import { type Site, startSite } from './site.ts';

interface Shared {
  readonly site: Site;
  readonly collector: TestCollector;
  readonly policy: object;
  readonly browser: ExtensionBrowser;
}

export const test = base.extend<object, { shared: Shared }>({
  shared: [
    async ({ organisation, extension }, use) => {
      const site = await startSite();
      const collector = await startTestCollector(organisation);
      const policy = policyFor({ origin: site.origin, collector: collector.policyValues, organisation });
      const browser = await launchWithExtension({ extension, managed: policy });
      await use({ site, collector, policy, browser });
      await browser.close();
      await collector.dispose();
      await site.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ shared }, use) => use(shared.site),
  collector: async ({ shared }, use) => use(shared.collector),
  policy: async ({ shared }, use) => use(shared.policy),
  extensionBrowser: async ({ shared }, use) => use(shared.browser),
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
});

export { expect };
