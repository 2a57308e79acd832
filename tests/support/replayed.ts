import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startBrowser } from '../../dataset/browser.ts';
import { type GivenValues, replay, type ReplayReport } from '../../dataset/replay/replay.ts';
import type { Episode } from '../../lib/episode.ts';
import { launchWithExtension } from './browser.ts';
import { startTestCollector } from './collector.ts';
import { expect, test as base } from './fixtures.ts';
import { policyFor } from './policy.ts';
import { seenPages } from './seen-pages.ts';
import { type Site, startSite } from './site.ts';

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

/** The redaction level of the site on which a task is recorded. */
export type Level = 'open' | 'standard';

export interface Replayed {
  readonly episode: Episode;
  readonly report: ReplayReport;
  /** The state of the page when it was recorded, and after the replay. */
  readonly recorded: unknown;
  readonly live: unknown;
}

interface Fixtures {
  /** Records a task with the extension, and replays it in a fresh browser without. */
  replayed: (task: Task, level: Level) => Promise<Replayed>;
  freshContext: () => Promise<BrowserContext>;
}

interface WorkerFixtures {
  plainBrowser: Browser;
  /** A browser with the extension in which one task after the other is recorded: to its start it waits some seconds for its policy. */
  recorded: (task: Task, level: Level) => Promise<{ readonly episode: Episode; readonly state: unknown }>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  plainBrowser: [
    async ({}, use) => {
      const browser = await startBrowser(process.env, { isOnline: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  recorded: [
    async ({ extension, organisation }, use) => {
      const sites = { open: await startSite(), standard: await startSite() };
      const collector = await startTestCollector(organisation);
      const policyOf = ({ origin }: Site) => policyFor({ origin, collector: collector.policyValues, organisation });
      const siteOf = (level: Level) =>
        policyOf(sites[level]).sites.map((site) => ({ ...site, redaction: level, urlParameters: ['room'] }));
      const managed = { ...policyOf(sites.open), sites: [...siteOf('open'), ...siteOf('standard')] };
      const browser = await launchWithExtension({ extension, managed });
      const { noticeHash } = await browser.send('getOverview', {});
      await browser.send('answerNotice', { noticeHash: String(noticeHash), accepted: true });
      const page = await browser.context.newPage();
      await use(async ({ html, act, state }, level) => {
        const pages = typeof html === 'string' ? { '/task': html } : html;
        for (const [path, text] of Object.entries(pages))
          sites[level].reply(path, `<!doctype html><meta charset="utf-8">${text}`);
        const start = `${sites[level].origin}${Object.keys(pages)[0]}`;
        const before = (await collector.manifests()).length;
        await page.goto(start);
        await act(page);
        const end = await state(page);
        await browser.send('endTask', {});
        const ofTask = async (): Promise<Episode | undefined> =>
          (await collector.episodes())
            .slice(before)
            .map(({ episode }) => episode)
            .find((episode) => seenPages(episode).includes(start));
        await expect.poll(ofTask, { timeout: 30_000, message: 'the episode at the collector' }).toBeDefined();
        return { episode: (await ofTask()) as Episode, state: end };
      });
      await browser.close();
      await collector.dispose();
      await sites.open.stop();
      await sites.standard.stop();
    },
    { scope: 'worker', timeout: 120_000 },
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
  replayed: async ({ freshContext, recorded }, use) => {
    await use(async (task, level) => {
      const { episode, state } = await recorded(task, level);
      const live = await (await freshContext()).newPage();
      const report = await replay(live, JSON.parse(JSON.stringify(episode)), { values: inOrder(task.typed ?? []) });
      await expect
        .poll(() => task.state(live))
        .toEqual(state)
        .catch(() => undefined);
      return { episode, report, recorded: state, live: await task.state(live) };
    });
  },
});

/** The person knows what was typed, field by field. */
function inOrder(typed: readonly string[]): GivenValues {
  let next = 0;
  return () => typed[next++];
}

export { expect };
