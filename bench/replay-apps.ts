import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { startBrowser } from '../dataset/browser.ts';
import { replay, type ReplayReport } from '../dataset/replay/replay.ts';
import type { Episode } from '../lib/episode.ts';
import { type Compared, compareNames, isSameToAll } from '../tests/support/accessibility-tree.ts';
import { pageModule } from '../tests/support/page-module.ts';
import { runApp } from './apps.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { type AppTask, appTasks } from './replay-app-tasks.ts';
import { compareDeeds } from './replay-deeds.ts';
import { launchShowhow } from './showhow-browser.ts';
import { type Deed, Person } from './tasks/person.ts';

/** How long the person waits before they say that they are done, in ms. */
const BEFORE_THE_MARK = 1_400;

/** An episode waits for frames that have gone without a word, in ms. */
const ARRIVES_WITHIN = 120_000;

/** How long an application may take to keep what was done, in ms. */
const SETTLES_WITHIN = 8_000;

const LOOK_EVERY = 250;

const VIEWPORT = { width: 1280, height: 800 };

/** What can be the target of something that people do. */
const TARGETS = 'a,button,input,select,textarea,summary,label,[role],[tabindex]';

/** Share of targets whose role and name are to be the browser's own. */
const MUST = 0.995;

/**
 * One task in each of three real applications, recorded in a browser with the extension and done again, from the episode
 * alone, in a fresh one on fresh data. `SHOWHOW_REPLAY_TASKS` names applications.
 */
export async function measureReplayOfApps(): Promise<Measurement[]> {
  const asked = (process.env['SHOWHOW_REPLAY_TASKS'] ?? '').split(',').filter(Boolean);
  const description = await pageModule('entrypoints/recorder.content/describe-element.ts', 'showhow');
  const rows: Measurement[] = [];
  for (const task of appTasks) {
    if (asked.length > 0 && !asked.includes(task.app.name)) continue;
    rows.push(
      ...(await measureApp(task, description).catch((error: unknown) => {
        console.log(task.app.name, error);
        return [promised(`${task.app.name}: end state`, 'the task could not be done', 'equal', false)];
      })),
    );
  }
  return rows;
}

async function measureApp(task: AppTask, description: string): Promise<Measurement[]> {
  const recording = await record(task, description);
  const browser = await startBrowser(process.env, { isOnline: true });
  try {
    return await report(task, recording, browser);
  } finally {
    await browser.close();
  }
}

interface AppRecording {
  readonly episodes: readonly Episode[];
  readonly deeds: readonly Deed[];
  readonly state: unknown;
  /** The page in the end, to somebody who cannot see it. */
  readonly compared: readonly Compared[];
}

async function record({ app, path, ready, person, stateOf }: AppTask, description: string): Promise<AppRecording> {
  const running = await runApp(app);
  const { browser, collector, close } = await launchShowhow(running.origin);
  try {
    const page = await browser.context.newPage();
    await page.setViewportSize(VIEWPORT);
    await page.goto(running.origin + path);
    await page.locator(ready).first().waitFor();
    const somebody = new Person(page);
    await person(somebody);
    await setTimeout(BEFORE_THE_MARK);
    await browser.send('endTask', {});
    const episodes = (await collector.received(1, { timeout: ARRIVES_WITHIN })).map(({ episode }) => episode);
    const state = await stateOf(running.origin, page);
    const compared = await compareNames(page, description, TARGETS);
    return { episodes, deeds: somebody.deeds, state, compared };
  } finally {
    await close();
    await running.stop();
  }
}

async function report(task: AppTask, recording: AppRecording, browser: Browser): Promise<Measurement[]> {
  const { episodes, deeds, state, compared } = recording;
  const { name } = task.app;
  const { missed, invented, values } = compareDeeds(deeds, episodes);
  const again = await doAgain(task, recording, values, browser);
  const isEqual = isDeepStrictEqual(again.state, state);
  const bare = await doByHand(task, browser);
  const steps = episodes.flatMap((episode) => episode.steps);
  const same = compared.filter(isSameToAll).length;
  if (!isEqual || missed.length + invented.length > 0 || process.env['SHOWHOW_BENCH_VERBOSE']) {
    console.log(`${name}: recorded ${JSON.stringify(state)}\n  replayed ${JSON.stringify(again.state)}`);
    for (const { words } of missed) console.log(`  not told: ${words}`);
    for (const { index, action } of invented) console.log(`  nobody did step ${index}: ${action.type}`);
    for (const { index, words, outcome, differences, found } of again.reports.flatMap((each) => each.steps))
      console.log(`  ${index} ${outcome} ${words} by ${found?.kind} ${differences.join('; ')}`);
    for (const { html, own, theirs } of compared.filter((each) => !isSameToAll(each)))
      console.log(`  named otherwise: ${html} ${JSON.stringify({ own, theirs })}`);
  }
  return [
    promised(`${name}: end state after ${steps.length} steps`, isEqual ? 'equal' : 'another', 'equal', isEqual),
    noted('  the same done by hand again, without recorder', isDeepStrictEqual(bare, state) ? 'equal' : 'another'),
    promised('  false actions', String(invented.length), '0', invented.length === 0),
    promised('  missed actions', `${missed.length} of ${deeds.length}`, '0', missed.length === 0),
    promised(
      '  role and name as the browser has them',
      `${((same / compared.length) * 100).toFixed(1)} % (${same} of ${compared.length})`,
      '≥ 99.5 %',
      same / compared.length >= MUST,
    ),
  ];
}

/** By the episode alone, on fresh data. */
async function doAgain(
  task: AppTask,
  { episodes, state }: AppRecording,
  values: ReadonlyMap<string, string>,
  browser: Browser,
): Promise<{ state: unknown; reports: ReplayReport[] }> {
  return onFreshData(task, browser, async (origin, page) => {
    const reports: ReplayReport[] = [];
    for (const episode of episodes) reports.push(await replay(page, episode, { baseUrl: origin, values }));
    return { state: await settled(() => task.stateOf(origin, page), state), reports };
  });
}

/** The determinism ceiling: the same person, and no recorder. */
async function doByHand(task: AppTask, browser: Browser): Promise<unknown> {
  return onFreshData(task, browser, async (origin, page) => {
    await page.goto(origin + task.path);
    await page.locator(task.ready).first().waitFor();
    await task.person(new Person(page));
    return task.stateOf(origin, page);
  });
}

async function onFreshData<T>(
  { app }: AppTask,
  browser: Browser,
  work: (origin: string, page: Page) => Promise<T>,
): Promise<T> {
  const running = await runApp(app);
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    return await work(running.origin, await context.newPage());
  } finally {
    await context.close();
    await running.stop();
  }
}

async function settled(look: () => Promise<unknown>, wanted: unknown): Promise<unknown> {
  for (const begin = Date.now(); ; await setTimeout(LOOK_EVERY)) {
    const state = await look();
    if (isDeepStrictEqual(state, wanted) || Date.now() - begin > SETTLES_WITHIN) return state;
  }
}
