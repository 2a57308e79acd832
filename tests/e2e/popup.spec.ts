import type { BrowserContext, Fixtures, Page, Worker } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { expect, test as base } from '../support/fixtures.ts';
import { test as sharing } from '../support/shared-browser.ts';
import { seriousViolations } from '../support/axe.ts';
import { rowsOf } from '../support/database.ts';

/** What pages and the worker of the extension have. */
declare const chrome: Browser;

interface Looking {
  open: (url: string) => Promise<Page>;
  badge: () => Promise<string>;
}

/**
 * `open(url)`: a person is on a page and inOneBrowser at the popup. Playwright does not see the popup of the toolbar, so it is
 * a tab behind the page's: the popup always shows the tab in front.
 */
const looking: Fixtures<Looking, object, { context: BrowserContext; page: Page; worker: Worker; extensionId: string }> =
  {
    open: async ({ context, page, extensionId }, use) => {
      const popup = await context.newPage();
      await use(async (url) => {
        await popup.setViewportSize({ width: 340, height: 600 });
        await popup.goto(`chrome-extension://${extensionId}/popup.html`);
        await page.goto(url);
        await page.bringToFront();
        return popup;
      });
      await popup.close();
    },
    badge: async ({ worker }, use) =>
      use(() =>
        worker.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true });
          return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
        }),
      ),
  };
const test = base.extend<Looking>(looking);
/** For what leaves nothing behind in the browser. */
const inOneBrowser = sharing.extend<Looking>(looking);

const heading = (popup: Page) => popup.getByRole('heading', { level: 1 });

test.describe('without a policy', () => {
  test.use({ policy: null });

  test('the popup says that Showhow is not set up, and offers nothing to pause', async ({ open, site }) => {
    const popup = await open(`${site.origin}/`);
    await expect(heading(popup)).toHaveText('Off: not set up');
    await expect(popup.getByRole('button')).toHaveCount(0);
  });
});

test.describe('with a broken policy', () => {
  test.use({ policy: async ({ policy }, use) => use({ ...policy, schedule: 'at all hours' }) });

  test('the popup names the key, for the administrator', async ({ open, site }) => {
    const popup = await open(`${site.origin}/`);
    await expect(heading(popup)).toHaveText('Off: settings cannot be read');
    await popup.getByText('For your administrator').click();
    await expect(popup.getByRole('listitem')).toHaveText(/^schedule\s*schedule is missing\./);
  });
});

test('until the notice is answered nothing is recorded, and the popup leads there', async ({ open, site, context }) => {
  const popup = await open(`${site.origin}/`);
  await expect(heading(popup)).toHaveText('Off: please read the notice');
  const opening = context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Read the notice' }).click();
  await expect((await opening).getByRole('heading', { name: 'Please read this first' })).toBeVisible();
});

inOneBrowser.describe('in a browser in which the notice is acknowledged', () => {
  inOneBrowser.beforeEach(async ({ acknowledge, send }) => {
    await acknowledge();
    await send('resume', {});
  });

  inOneBrowser(
    'a monitored page is recorded, and the popup says for whom and by which rule',
    async ({ open, site, badge }) => {
      const popup = await open(`${site.origin}/`);
      await expect(heading(popup)).toHaveText('Recording on this page');
      await expect(popup.getByRole('main')).toContainText(`Rule ${site.origin}/*`);
      await expect.poll(badge).toBe('REC');
    },
  );

  inOneBrowser('any other page is not', async ({ open, site, badge }) => {
    const popup = await open(`${site.otherOrigin}/`);
    await expect(heading(popup)).toHaveText('Not recording on this page');
    await expect.poll(badge).toBe('');
  });

  inOneBrowser('the popup follows the person to another page', async ({ open, page, site }) => {
    const popup = await open(`${site.otherOrigin}/`);
    await expect(heading(popup)).toHaveText('Not recording on this page');
    await page.goto(`${site.origin}/`);
    await expect(heading(popup)).toHaveText('Recording on this page');
  });

  inOneBrowser('frames of other sites are counted', async ({ open, site }) => {
    site.reply('/framed', `<!doctype html><title>Framed</title><iframe src="${site.otherOrigin}/"></iframe>`);
    const popup = await open(`${site.origin}/framed`);
    await expect(popup.getByText('1 part of this page comes from another site and is not recorded.')).toBeVisible();
  });

  for (const [button, until] of [
    ['15 min', /^Paused until .*\d/],
    ['1 hour', /^Paused until .*\d/],
    ['Rest of day', /^Paused until midnight$/],
  ] as const) {
    inOneBrowser(`“${button}” pauses with one click, until it is resumed`, async ({ open, site, badge }) => {
      const popup = await open(`${site.origin}/`);
      await popup.getByRole('button', { name: button }).click();
      await expect(heading(popup)).toHaveText(until);
      await expect.poll(badge).toBe('❚❚');
      await popup.getByRole('button', { name: 'Resume recording' }).click();
      await expect(heading(popup)).toHaveText('Recording on this page');
      await expect.poll(badge).toBe('REC');
    });
  }

  inOneBrowser('the keyboard reaches everything, and goes on where a button has gone', async ({ open, site }) => {
    const popup = await open(`${site.origin}/`);
    await expect(heading(popup)).toHaveText('Recording on this page');
    const order = [
      '15 min',
      '1 hour',
      'Rest of day',
      'What is this task?',
      'This task is done',
      'I gave up',
      'What is recorded?',
    ];
    for (const name of order) {
      await popup.keyboard.press('Tab');
      await expect(popup.locator(':focus')).toHaveAccessibleName(name);
    }
    await popup.getByRole('button', { name: '1 hour' }).focus();
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('button', { name: 'Resume recording' })).toBeFocused();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('button', { name: '15 min' })).toBeFocused();
  });

  inOneBrowser('asking again does not take the focus away', async ({ open, page, site }) => {
    const popup = await open(`${site.origin}/`);
    const pause = popup.getByRole('button', { name: '1 hour' });
    await pause.focus();
    await page.goto(`${site.otherOrigin}/`);
    await expect(heading(popup)).toHaveText('Not recording on this page');
    await expect(pause).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    inOneBrowser(`the popup can be read and used by everyone, ${colorScheme}`, async ({ open, site }) => {
      const popup = await open(`${site.origin}/`);
      await popup.emulateMedia({ colorScheme });
      await expect(heading(popup)).toHaveText('Recording on this page');
      expect(await seriousViolations(popup)).toEqual([]);
      await popup.getByRole('button', { name: '15 min' }).click();
      await expect(heading(popup)).toHaveText(/^Paused/);
      expect(await seriousViolations(popup)).toEqual([]);
    });
  }
});

test.describe('once the notice is acknowledged', () => {
  test.beforeEach(({ acknowledge }) => acknowledge());

  test('redaction passes its own test in the worker; had it not, nothing would be recorded', async ({
    badge,
    extensionBrowser,
    open,
    page,
    site,
    worker,
  }) => {
    const popup = await open(`${site.origin}/`);
    await expect(heading(popup)).toHaveText('Recording on this page');
    const { selfTest } = (await worker.evaluate(() => chrome.storage.session.get('selfTest'))) as {
      selfTest: { policyHash: string; leaks: number };
    };
    expect(selfTest).toEqual({ policyHash: expect.stringMatching(/^[\da-f]{64}$/), leaks: 0 });

    await worker.evaluate((failed) => chrome.storage.session.set({ selfTest: failed }), { ...selfTest, leaks: 2 });
    await expect(heading(popup)).toHaveText('Stopped to protect you');
    await expect(popup.getByRole('main')).toContainText('did not pass its own check');
    const before = await rowsOf(extensionBrowser, 'records');
    await page.bringToFront();
    await page.reload();
    await page.mouse.click(5, 5);
    await expect.poll(badge).toBe('!');
    await expect(heading(popup)).toHaveText('Stopped to protect you');
    expect(await rowsOf(extensionBrowser, 'records')).toHaveLength(before.length);
  });

  test('the person says what the task is and that it is over', async ({
    collector,
    extensionBrowser,
    open,
    page,
    site,
  }) => {
    site.reply('/work', '<!doctype html><title>Work</title><button>Do it</button>');
    const popup = await open(`${site.origin}/work`);
    await page.getByRole('button').click();
    await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
    await popup.getByLabel('What is this task?').fill('Order paper from eve.moneypenny@example.com');
    await popup.keyboard.press('Enter');
    await expect(popup.getByText('Noted: “Order paper from ⟦EMAIL_ADDRESS_1⟧”')).toBeVisible();
    await popup.getByRole('button', { name: 'I gave up' }).click();
    const [arrived] = await collector.received(1);
    expect(arrived?.episode.task).toEqual({
      instruction: 'Order paper from ⟦EMAIL_ADDRESS_1⟧',
      source: 'person',
      outcome: 'gave_up',
    });
  });

  test.describe('while episodes are held back', () => {
    test.use({ policy: async ({ policy }, use) => use({ ...policy, upload: { holdMinutes: 60 } }) });

    test('the person corrects how a task ended', async ({ extensionBrowser, open, page, site }) => {
      site.reply('/work', '<!doctype html><title>Work</title><button>Do it</button>');
      const popup = await open(`${site.origin}/work`);
      await page.getByRole('button').click();
      await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
      await popup.getByRole('button', { name: 'This task is done' }).click();
      await expect(popup.getByText('Last task: done.')).toBeVisible();
      await popup.getByRole('button', { name: 'No, I gave up' }).click();
      await expect(popup.getByText('Last task: given up.')).toBeVisible();
    });
  });

  test('the person can say that a task is done', async ({ open, site }) => {
    const popup = await open(`${site.origin}/`);
    await popup.getByRole('button', { name: 'This task is done' }).click();
    await expect(popup.getByText('Noted. A new task begins with the next thing you do.')).toBeVisible();
  });
});

test('when the policy goes, the open popup says so', async ({ open, site, acknowledge, setPolicy }) => {
  await acknowledge();
  const popup = await open(`${site.origin}/`);
  await expect(heading(popup)).toHaveText('Recording on this page');
  setPolicy(null);
  await expect(heading(popup)).toHaveText('Off: not set up');
});

test('when the worker was stopped, the popup wakes it', async ({ open, site, acknowledge, stopWorker, page }) => {
  await acknowledge();
  const popup = await open(`${site.origin}/`);
  await stopWorker();
  await page.bringToFront();
  await popup.getByRole('button', { name: '15 min' }).click();
  await expect(heading(popup)).toHaveText(/^Paused/);
});

test('the popup of the toolbar is as large as what it shows', async ({ page, extensionId, acknowledge }) => {
  await acknowledge();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  await page.evaluate(() => chrome.action.openPopup());
  const overflow = () =>
    page.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      if (!popup?.document.querySelector('footer')) return [];
      const { scrollWidth, scrollHeight } = popup.document.documentElement;
      return [popup.innerWidth, scrollWidth, scrollHeight - popup.innerHeight];
    });
  await expect.poll(overflow).toEqual([340, 340, 0]);
});
