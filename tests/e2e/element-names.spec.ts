import { type Browser, chromium, expect, test as base } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import { LEAN } from '../../scripts/lean-chromium.ts';
import { compareNames, isSameToAll } from '../support/accessibility-tree.ts';
import { pageModule } from '../support/page-module.ts';
import { type Site, startSite } from '../support/site.ts';

const test = base.extend<object, { browser: Browser; site: Site; description: string }>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox', ...LEAN] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  description: [
    async ({}, use) => use(await pageModule('entrypoints/recorder.content/describe-element.ts', 'showhow')),
    { scope: 'worker' },
  ],
});

/** Share of elements whose role and name are to be the browser's own. */
const MUST = 0.995;

test('roles and names are those of the browser’s own accessibility tree', async ({ page, site, description }) => {
  await page.goto(`${site.origin}/elements/widgets.html`);
  const compared = await compareNames(page, description);
  const different = compared.filter((each) => !isSameToAll(each));
  expect(compared.length).toBeGreaterThan(150);
  expect(1 - different.length / compared.length, JSON.stringify(different, null, 1)).toBeGreaterThanOrEqual(MUST);
});
