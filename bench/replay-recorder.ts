import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { patternOf } from '../dataset/replay/values.ts';
import type { Episode } from '../lib/episode.ts';
import type { Policy } from '../lib/policy.ts';
import { buildExtension } from '../scripts/build-extension.ts';
import { openArrived } from '../tests/support/arrived.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/browser.ts';
import { startTestCollector, type TestCollector } from '../tests/support/collector.ts';
import { createOrganisation, type Organisation } from '../tests/support/organisation.ts';
import { policyFor } from '../tests/support/policy.ts';
import { seenPages } from '../tests/support/seen-pages.ts';
import { acknowledgeNotice } from './showhow-browser.ts';
import { endStateOf } from './tasks/page-state.ts';
import { type Deed, Person } from './tasks/person.ts';
import { serveTasks, type TaskSite } from './tasks/serve-tasks.ts';
import type { Task } from './tasks/task.ts';

/** How much of the text is kept: in full, or as redacted as the policy's default is. */
export type Level = 'open' | 'standard';

/** What a person did, and what was recorded of it. */
export interface Recording {
  readonly task: Task;
  /** Mostly one. */
  readonly episodes: readonly Episode[];
  readonly deeds: readonly Deed[];
  /** The end that they brought it to. */
  readonly state: unknown;
  /** How long it took, until the episode had arrived. */
  readonly ms: number;
}

/** One browser with the built extension, in which one task after the other is done. */
export interface TaskRecorder {
  /** Sites of the tasks as they were recorded. */
  readonly sites: Readonly<Record<Level, TaskSite>>;
  readonly record: (task: Task, level: Level) => Promise<Recording>;
  readonly close: () => Promise<void>;
}

/** Nobody says that a task is over in the moment in which it is: recorders have handed in by then what they hold. In ms. */
const BEFORE_THE_MARK = 1_400;

/** Longest wait for an episode at the collector, in ms. */
const ARRIVES_WITHIN = 20_000;

export async function openTaskRecorder(tasks: readonly Task[]): Promise<TaskRecorder> {
  const sites = { open: await serveTasks(tasks), standard: await serveTasks(tasks) };
  const organisation = await createOrganisation();
  const collector = await startTestCollector(organisation);
  const policyOf = ({ origin }: TaskSite): Policy =>
    policyFor({ origin, collector: collector.policyValues, organisation });
  const siteOf = (level: Level) =>
    policyOf(sites[level]).sites.map((site) => ({ ...site, redaction: level, urlParameters: ['view', 'side'] }));
  const browser = await launchWithExtension({
    extension: await buildExtension(),
    managed: { ...policyOf(sites.open), sites: [...siteOf('open'), ...siteOf('standard')] },
  });
  await acknowledgeNotice(browser);
  const own = await openOwnPage(browser);
  const page = await browser.context.newPage();
  return {
    sites,
    record: async (task, level) => {
      const from = Date.now();
      await page.goto(sites[level].pageOf(task));
      const person = new Person(page);
      try {
        const state = await doneBy(person, task).finally(async () => {
          await setTimeout(BEFORE_THE_MARK);
          await endTask(own);
        });
        const episodes = await episodesOf(task, { collector, organisation, own, from });
        return { task, episodes, deeds: person.deeds, state, ms: Date.now() - from };
      } finally {
        page.removeAllListeners('dialog');
        await page.evaluate(() => localStorage.clear());
      }
    },
    close: async () => {
      await browser.close();
      await collector.dispose();
      await sites.open.stop();
      await sites.standard.stop();
    },
  };
}

async function doneBy(person: Person, task: Task): Promise<unknown> {
  await task.person(person);
  return endStateOf(person.page.context(), task);
}

/** A page of the extension behind the others: from there the person marks the end of a task. */
async function openOwnPage({ context, extensionId }: ExtensionBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}

interface Extension {
  readonly chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}

async function endTask(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const { chrome } = globalThis as unknown as Extension;
    await chrome.runtime.sendMessage({ name: 'endTask', request: {} });
  });
}

/** Episodes that are over and have not been sent. */
async function unsentFrom(own: Page): Promise<number> {
  return own.evaluate(async () => {
    const { chrome } = globalThis as unknown as Extension;
    const overview = await chrome.runtime.sendMessage({ name: 'getOverview', request: {} });
    return (overview as { readonly unsentEpisodes: number }).unsentEpisodes;
  });
}

interface Arrival {
  readonly collector: TestCollector;
  readonly organisation: Organisation;
  readonly own: Page;
  readonly from: number;
}

/** True for the address of a task's page: words of it may be withheld. */
function isPageOf({ name }: Task, url: string): boolean {
  const path = URL.canParse(url) ? decodeURI(new URL(url).pathname) : '';
  return patternOf(path.split('/')[1] ?? '').test(name);
}

/** The episodes in which something was done on the task's page since then, once all have arrived: mostly one. */
async function episodesOf(task: Task, { collector, organisation, own, from }: Arrival): Promise<Episode[]> {
  for (const begin = Date.now(); Date.now() - begin < ARRIVES_WITHIN; await setTimeout(50)) {
    if ((await unsentFrom(own)) > 0) continue;
    const manifests = (await collector.manifests()).filter(({ closedAt }) => closedAt >= from);
    const arrived = await Promise.all(
      manifests.map((manifest) => openArrived(collector.objectsFolder, manifest, organisation.privateKey)),
    );
    const ofTask = arrived.filter(({ episode }) => seenPages(episode).some((url) => isPageOf(task, url)));
    if (ofTask.length > 0) return ofTask.map(({ episode }) => episode);
  }
  return [];
}
