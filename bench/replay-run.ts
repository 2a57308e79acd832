import { type Browser, chromium } from '@playwright/test';
import { replay, type ReplayReport } from '../dataset/replay/replay.ts';
import type { Episode } from '../lib/episode.ts';
import { findChromium } from '../scripts/chromium.ts';
import { type Alignment, checkAlignment } from './replay-alignment.ts';
import { endStateOf, isAsExpected } from './tasks/page-state.ts';
import { Person } from './tasks/person.ts';
import type { TaskSite } from './tasks/serve-tasks.ts';
import type { Perturbation, Task } from './tasks/task.ts';

/** Browsers without the extension, a fresh one for each attempt. */
export interface Stage {
  /** Does what the episodes tell. */
  readonly replay: (task: Task, episodes: readonly Episode[], how: HowToReplay) => Promise<Attempt>;
  /** Has the person do it, whom nobody records. */
  readonly perform: (task: Task, site: TaskSite) => Promise<boolean>;
  /** How well the targets of the episodes fit the pages rebuilt from them. */
  readonly align: (episodes: readonly Episode[]) => Promise<Alignment>;
  readonly close: () => Promise<void>;
}

interface HowToReplay {
  readonly site: TaskSite;
  readonly perturbation?: Perturbation;
  readonly values?: ReadonlyMap<string, string>;
}

/** One replay of one task. */
export interface Attempt {
  readonly isRight: boolean;
  readonly state: unknown;
  readonly reports: readonly ReplayReport[];
  /** Why there is no report. */
  readonly error?: string;
}

/** Longest wait for the target of one step, in ms. */
const STEP_TIMEOUT = 3_000;

const VIEWPORT = { width: 1280, height: 720 };
const OTHER_VIEWPORT = { width: 1040, height: 860 };

export async function openStage(): Promise<Stage> {
  const browser = await chromium.launch({
    executablePath: findChromium().path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    replay: (task, episodes, how) => replayIn(browser, task, episodes, how),
    perform: async (task, site) => {
      const context = await browser.newContext({ viewport: VIEWPORT });
      try {
        const page = await context.newPage();
        await page.goto(site.pageOf(task));
        await task.person(new Person(page));
        return isAsExpected(task, await endStateOf(context, task));
      } catch {
        return false;
      } finally {
        await context.close();
      }
    },
    align: async (episodes) => {
      const alignments = await Promise.all(episodes.map((episode) => checkAlignment(browser, episode)));
      return {
        checked: alignments.reduce((sum, { checked }) => sum + checked, 0),
        misfits: alignments.flatMap(({ misfits }) => misfits),
        flagged: alignments.reduce((sum, { flagged }) => sum + flagged, 0),
      };
    },
    close: () => browser.close(),
  };
}

async function replayIn(
  browser: Browser,
  task: Task,
  episodes: readonly Episode[],
  { site, perturbation, values }: HowToReplay,
): Promise<Attempt> {
  const context = await browser.newContext({
    viewport: perturbation === 'viewport' ? OTHER_VIEWPORT : VIEWPORT,
    ...(perturbation === 'locale' && { locale: 'de-DE' }),
  });
  const reports: ReplayReport[] = [];
  try {
    const page = await context.newPage();
    for (const episode of episodes)
      reports.push(
        await replay(page, episode, { baseUrl: site.origin, timeoutMs: STEP_TIMEOUT, ...(values && { values }) }),
      );
    const state = await endStateOf(context, task);
    return { isRight: isAsExpected(task, state), state, reports };
  } catch (error) {
    const state = await endStateOf(context, task);
    return {
      isRight: false,
      state,
      reports,
      error: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
    };
  } finally {
    await context.close();
  }
}
