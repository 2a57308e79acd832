import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startBrowser } from '../../dataset/browser.ts';
import { type GivenValues, replay, type ReplayReport } from '../../dataset/replay/replay.ts';
import type { Episode } from '../../lib/episode.ts';
import { expect, test as base } from './fixtures.ts';

/** What a scripted person does on a page, and how to tell that it is done. */
export interface Task {
  /** The page, or its pages by path. */
  readonly html: string | Readonly<Record<string, string>>;
  readonly act: (page: Page) => Promise<void>;
  /** What the page is like in the end. */
  readonly state: (page: Page) => Promise<unknown>;
  /** What was typed, for placeholders in the order of the steps that have them. */
  readonly typed?: readonly string[];
}

export interface Replayed {
  readonly episode: Episode;
  readonly report: ReplayReport;
  /** The state of the page when it was recorded, and after the replay. */
  readonly recorded: unknown;
  readonly live: unknown;
}

interface Fixtures {
  /** Records a task with the extension, and replays it in a fresh browser without. */
  replayed: (task: Task) => Promise<Replayed>;
  freshContext: () => Promise<BrowserContext>;
}

export const test = base.extend<Fixtures, { plainBrowser: Browser }>({
  plainBrowser: [
    async ({}, use) => {
      const browser = await startBrowser(process.env, { isOnline: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  freshContext: async ({ plainBrowser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await plainBrowser.newContext({ viewport: { width: 1280, height: 720 } });
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.close();
  },
  replayed: async ({ acknowledge, collector, freshContext, page, send, site }, use) => {
    await use(async ({ html, act, state, typed = [] }) => {
      const pages = typeof html === 'string' ? { '/task': html } : html;
      for (const [path, text] of Object.entries(pages))
        site.reply(path, `<!doctype html><meta charset="utf-8">${text}`);
      await acknowledge();
      await page.goto(`${site.origin}${Object.keys(pages)[0]}`);
      await act(page);
      const recorded = await state(page);
      await send('endTask', {});
      const [arrived] = await collector.received(1);
      if (!arrived) throw new Error('No episode has arrived.');
      const { episode } = arrived;
      const live = await (await freshContext()).newPage();
      const report = await replay(live, JSON.parse(JSON.stringify(episode)), { values: inOrder(typed) });
      await expect
        .poll(() => state(live), { timeout: 1_000 })
        .toEqual(recorded)
        .catch(() => undefined);
      return { episode, report, recorded, live: await state(live) };
    });
  },
});

/** The person knows what was typed, field by field. */
function inOrder(typed: readonly string[]): GivenValues {
  let next = 0;
  return () => typed[next++];
}

export { expect };
