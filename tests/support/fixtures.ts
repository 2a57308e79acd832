/**
 * What tests stand on. `import { expect, test } from '../support/fixtures.ts'` and ask for what is needed:
 *
 * | fixture | life | what |
 * | --- | --- | --- |
 * | `organisation` | worker | a key pair: `publicKey` (age1…), `privateKey` (AGE-SECRET-KEY-1…) |
 * | `site` | test | `origin`, `otherOrigin`, `reply(path, html or handler)`; serves `tests/sites/**` |
 * | `collector` | test | the real collector with files in a temporary folder: `url`, `received(n)`, `episodes()`, … |
 * | `policy` | test | a complete, valid policy for `site` and `collector`. Override it with `test.use` (below); null: none |
 * | `extension` | worker | the loopback build: `folder`, `id`. Built when its sources have changed |
 * | `extensionBrowser` | test | `launchWithExtension`: a Chromium with the extension and a real managed policy file |
 * | `context`, `page` | test | Playwright's own names, in that browser |
 * | `extensionId` | test | |
 * | `worker` | test | the service worker, for `evaluate`. Does not answer while it is stopped |
 * | `send(name, request)` | test | a message to the worker, as the extension's own pages send it |
 * | `acknowledge()` | test | the person reads and acknowledges the notice |
 * | `setPolicy(managed \| null)` | test | replaces the managed values in the policy file; the browser notices by itself |
 * | `stopWorker()` | test | stops the service worker at once, wherever it is |
 *
 * A policy of one's own, for a file or a `describe`:
 *
 *     test.use({ policy: async ({ policy, site }, use) => use({ ...policy, deny: [`${site.origin}/private/*`] }) });
 *
 * Wait with `expect.poll`, `expect(locator)`, `collector.received(n)`; never for a length of time.
 */
import { test as base, expect, type Worker } from '@playwright/test';
import { type BuiltExtension, buildExtension } from '../../scripts/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { startTestCollector, type TestCollector } from './collector.ts';
import { createOrganisation, type Organisation } from './organisation.ts';
import { policyFor } from './policy.ts';
import { type Site, startSite } from './site.ts';

interface TestFixtures {
  site: Site;
  collector: TestCollector;
  policy: object | null;
  extensionBrowser: ExtensionBrowser;
  extensionId: string;
  worker: Worker;
  send: ExtensionBrowser['send'];
  acknowledge: () => Promise<void>;
  setPolicy: ExtensionBrowser['setPolicy'];
  stopWorker: ExtensionBrowser['stopWorker'];
}

interface WorkerFixtures {
  organisation: Organisation;
  extension: BuiltExtension;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  organisation: [async ({}, use) => use(await createOrganisation()), { scope: 'worker' }],
  extension: [async ({}, use) => use(await buildExtension()), { scope: 'worker', timeout: 120_000 }],
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
  collector: async ({ organisation }, use) => {
    const collector = await startTestCollector(organisation);
    await use(collector);
    await collector.dispose();
  },
  policy: async ({ site, collector, organisation }, use) =>
    use(policyFor({ origin: site.origin, collector: collector.policyValues, organisation })),
  extensionBrowser: async ({ extension, policy }, use) => {
    const browser = await launchWithExtension({ extension, managed: policy });
    await use(browser);
    await browser.close();
  },
  context: async ({ extensionBrowser }, use) => use(extensionBrowser.context),
  page: async ({ context }, use) => use(await context.newPage()),
  extensionId: async ({ extensionBrowser }, use) => use(extensionBrowser.extensionId),
  worker: async ({ context }, use) => use(context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))),
  send: async ({ extensionBrowser }, use) => use(extensionBrowser.send),
  acknowledge: async ({ send }, use) =>
    use(async () => {
      const { noticeHash } = await send('getOverview', {});
      if (noticeHash === null) throw new Error('There is no notice to acknowledge: the extension has no valid policy.');
      await send('answerNotice', { noticeHash, accepted: true });
    }),
  setPolicy: async ({ extensionBrowser }, use) => use(extensionBrowser.setPolicy),
  stopWorker: async ({ extensionBrowser }, use) => use(extensionBrowser.stopWorker),
});

export { expect };
