import type { Worker } from '@playwright/test';
import type { RedactionLevel } from '../../../lib/policy.ts';
import { type CapturedBatches, listenForBatches } from '../captured-batches.ts';
import { expect } from '../fixtures.ts';
import { type CanaryKind, type Needle, needlesOf } from './canaries.ts';
import { launchLeakBrowser, type LeakBrowser } from './leak-browser.ts';
import type { LeakCase } from './leak-case.ts';
import { type Life, pathOf, startLeakSite } from './leak-site.ts';
import { type OpenCases, openCases } from './play.ts';
import { judge, type LeakResult, type Stage, type Variant } from './judge.ts';
import { createSearch, type Search } from './search.ts';

export interface LeakRun {
  readonly level: RedactionLevel;
  readonly cases: readonly LeakCase[];
  readonly kinds: readonly CanaryKind[];
  /** Those of them that are asked for. `checkout` comes after `snapshot` and after `mutation`. */
  readonly variants: readonly Variant[];
}

/** A stream begins with the address of its page. */
const STREAM = /"href":"[^"]*?(\/(?:loaded|inserted)\/(?:odd|word)\/\d+\/)/g;
const RECORDED_MS = 40_000;
/** Longest wait for what recorders have to tell, in ms. */
const TOLD_MS = 20_000;

/** Records the cases at one level with the built extension, and searches all that is left of it. */
export async function runLeaks(run: LeakRun): Promise<LeakResult> {
  const needles = needlesOf(run.cases, run.kinds);
  const search = createSearch(needles);
  const site = await startLeakSite(run.cases);
  const running = await launchLeakBrowser(site.origin, run.level).catch(async (error: unknown) => {
    await site.stop();
    throw error;
  });
  try {
    const { context } = running.browser;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const play = { ...run, running, worker, search, needles, stages: [] as Stage[] };
    const open = (life: Life) => openCases(context, site, { ...run, life });
    const batches = await listenForBatches(worker);
    if (run.variants.includes('snapshot')) await playLoaded({ ...play, batches }, () => open('loaded'));
    if (run.variants.includes('mutation')) await playInserted({ ...play, batches }, () => open('inserted'));

    return judge(run.level, needles, search, play.stages, await running.finish());
  } finally {
    await running.dispose();
    await site.stop();
  }
}

interface Play extends LeakRun {
  readonly running: LeakBrowser;
  readonly batches: CapturedBatches;
  readonly search: Search;
  readonly needles: readonly Needle[];
  readonly stages: Stage[];
}

async function playLoaded(play: Play, open: () => Promise<OpenCases>): Promise<void> {
  const { running, variants } = play;
  const snapshot = begin(play, 'snapshot');
  const cases = await open();
  await recorded(play, cases, snapshot);
  await cases.act();
  await told(play, snapshot, play.needles);
  if (variants.includes('checkout')) await checkOut(play, cases);
  if (variants.includes('after pause')) {
    await running.browser.send('pause', { length: '15min' });
    await cases.actInPause();
    const after = begin(play, 'after pause');
    await running.browser.send('resume', {});
    await recorded(play, cases, after);
    await cases.goOn();
    await cases.touch();
  }
  await cases.close();
  await running.browser.send('endTask', {});
}

async function playInserted(play: Play, open: () => Promise<OpenCases>): Promise<void> {
  const mutation = begin(play, 'mutation');
  const cases = await open();
  await recorded(play, cases, mutation);
  await cases.insert();
  await cases.act();
  await told(play, mutation, play.needles);
  if (play.variants.includes('checkout')) await checkOut(play, cases);
  await cases.close();
  await play.running.browser.send('endTask', {});
}

/** Another episode begins, and with it a stream of every page. */
async function checkOut(play: Play, cases: OpenCases): Promise<void> {
  const stage = begin(play, 'checkout');
  await play.running.browser.send('endTask', {});
  await recorded(play, cases, stage);
  await cases.touch();
}

function begin({ stages }: Play, variant: Variant): Stage {
  const stage: Stage = { variant, from: Date.now(), told: new Set() };
  stages.push(stage);
  return stage;
}

/** Waits until every page has begun a stream. */
async function recorded(play: Play, { places }: OpenCases, stage: Stage): Promise<void> {
  const missing = new Set(places.map(pathOf));
  const look = async () => {
    const text = await listen(play, stage);
    for (const [, path = ''] of text.matchAll(STREAM)) missing.delete(path);
    return [...missing];
  };
  await expect.poll(look, { timeout: RECORDED_MS, message: `recorded (${stage.variant})` }).toEqual([]);
}

/** Waits until the worker has been told of all these, or no more is to be expected. */
async function told(play: Play, stage: Stage, wanted: readonly Needle[]): Promise<void> {
  const missing = async () => {
    await listen(play, stage);
    return wanted.filter((needle) => !needle.isUnsaid && !stage.told.has(needle)).length;
  };
  await expect
    .poll(missing, { timeout: TOLD_MS })
    .toBe(0)
    .catch(() => undefined);
}

async function listen({ batches, search }: Play, stage: Stage): Promise<string> {
  const text = await batches.take();
  for (const needle of search.inText(text)) stage.told.add(needle);
  return text;
}
