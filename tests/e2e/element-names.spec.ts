import { type Browser, type CDPSession, chromium, expect, type Page, test as base } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import { pageModule } from '../support/page-module.ts';
import { type Site, startSite } from '../support/site.ts';

/** How an element presents itself to somebody who cannot see it. */
interface Presented {
  readonly role: string;
  readonly name: string;
}

/** What Chromium calls roles that ARIA has no word for, or another. */
const ROLE_OF: Readonly<Record<string, string>> = {
  ...{ generic: '', none: '', image: 'img' },
  DisclosureTriangle: 'button',
};

const test = base.extend<object, { browser: Browser; site: Site; description: string }>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox'] });
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
  await page.evaluate(`${description}; globalThis.showhow = showhow`);
  const ours = await page.evaluate(() => {
    const { describeElement } = (
      globalThis as unknown as { showhow: typeof import('../../entrypoints/recorder.content/describe-element.ts') }
    ).showhow;
    return [...document.body.querySelectorAll('*')].map((element) => {
      const { role, name } = describeElement(element, null, () => null);
      return { role, name, html: element.outerHTML.slice(0, 120) };
    });
  });
  const browsers = await presentedBy(await page.context().newCDPSession(page), page);
  expect(browsers.length).toBe(ours.length);
  const compared = ours.flatMap(({ html, ...own }, index) => {
    const theirs = browsers[index];
    return theirs ? [{ html, own, theirs }] : [];
  });
  const different = compared.filter(({ own, theirs }) => own.role !== theirs.role || own.name !== theirs.name);
  expect(compared.length).toBeGreaterThan(150);
  expect(1 - different.length / compared.length, JSON.stringify(different, null, 1)).toBeGreaterThanOrEqual(MUST);
});

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
}

/** Elements of the body in document order, as the browser presents them. Undefined: what nobody is told of. */
async function presentedBy(devtools: CDPSession, page: Page): Promise<(Presented | undefined)[]> {
  await page.bringToFront();
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
  const body = all(root).find(({ nodeName }) => nodeName === 'BODY');
  if (!body) throw new Error('The page has no body.');
  return all(body)
    .filter((node) => node !== body && node.nodeType === 1)
    .map(({ backendNodeId }) => {
      const node = known.get(backendNodeId);
      if (!node || node.ignored) return undefined;
      const role = String(node.role?.value ?? '');
      const isInternal = node.role?.type === 'internalRole';
      return {
        role: ROLE_OF[role] ?? (isInternal ? '' : role),
        name: String(node.name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
      };
    });
}

const all = (node: DomNode): DomNode[] => [node, ...(node.children ?? []).flatMap(all)];
