import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Episode, Step } from '../../lib/episode.ts';
import { goBack, goto, type Journey, reload } from './acts/navigate.ts';
import { type Addresses, createAddresses } from './addresses.ts';
import { dialogDifferences } from './dialogs.ts';
import { frameOf } from './frames.ts';
import type { Signs } from './kit/types.ts';
import { motionAt } from './moved.ts';
import { createPace } from './pace.ts';
import { inPage } from './page-kit.ts';
import { perform } from './perform.ts';
import { type Notes, StepFailure } from './report.ts';
import type { Scene } from './scene.ts';
import { createStage, startTabOf } from './stage.ts';
import { createStory, NO_SIGNS } from './story.ts';
import { createValues, type GivenValues, hasPlaceholder } from './values.ts';

/** One replay in progress. */
export interface Run {
  /** Does a step. `late` hears what the step before it did not bring about. */
  perform(step: Step, notes: Notes, late: (differences: readonly string[]) => void): Promise<void>;
  /** Waits for what the page looked like in the end, and says what it lacks. */
  finish(): Promise<string[]>;
  leave(): void;
}

interface RunOptions {
  readonly baseUrl?: string;
  readonly values?: GivenValues;
  readonly timeoutMs: number;
  readonly pauseMs: number;
}

/** Patience beyond the time that the page had when it was recorded, in ms: this machine may be slower. */
const EXTRA_MS = 1_000;
/** The same on a page that has not shown what it should for some steps: it will not do so now. */
const LITTLE_EXTRA_MS = 300;
/** How many steps that is. */
const MANY_LATE = 2;
/** How soon the browser asks whether to leave, in ms, after what was done in the page. */
const LEAVING_MS = 1_000;
/** Replays may run on a slower machine. */
const SLOWER = 1.25;

export async function createRun(first: Page, episode: Episode, options: RunOptions): Promise<Run> {
  const { timeoutMs, pauseMs } = options;
  const values = createValues(options.values);
  const addresses: Addresses = createAddresses(episode, options.baseUrl, values);
  const story = createStory(episode);
  const stage = await createStage(first, episode, values);
  const startTab = startTabOf(episode);
  const firstJourney = episode.steps.find(({ action, tab }) => action.type === 'goto' && tab === startTab)?.index;
  let lateSteps = 0;
  const extraMs = () => (lateSteps >= MANY_LATE ? LITTLE_EXTRA_MS : EXTRA_MS);
  const pace = createPace(episode.startedAt, pauseMs);
  /** How long the page was waited for. */
  let waitMs = 0;
  let current = first;

  /** What was asked for by the step before has been told of once the page answers. */
  async function calm(page: Page, patienceMs: number): Promise<void> {
    if (!page.isClosed()) await inPage(page.mainFrame(), ({ kit }) => kit.frame(), null).catch(() => undefined);
    await stage.traffic.quiet(patienceMs);
  }
  async function inItsPage(step: Step, notes: Notes, late: (differences: readonly string[]) => void): Promise<void> {
    const page = await stage.pageOf(step.tab ?? 0, timeoutMs);
    current = page;
    const { document } = step.observation;
    const gap = pace.gapBefore(step.at);
    const patienceMs = Math.min(timeoutMs, gap * SLOWER + extraMs());
    await calm(page, patienceMs);
    const frame = document === null ? page.mainFrame() : await frameOf(page, episode, document, timeoutMs);
    const told = document === null ? null : story.before(step.observation, document);
    const signs = told ? values.filledIn<Signs>(told) : NO_SIGNS;
    // Where a text was waited for that was withheld, only time can tell.
    const isVague = signs.appeared.some(({ text }) => hasPlaceholder(text));
    const vagueMs = Math.max(waitMs, (signs.withheldAt ?? pace.doneAt) - pace.doneAt);
    const sleptMs = isVague ? Math.max(0, Math.min(timeoutMs, pace.doneHere + vagueMs - Date.now())) : 0;
    if (sleptMs > 0) await sleep(sleptMs);
    waitMs = 0;
    const motion = motionAt(episode, step);
    // What moves is somewhere else a moment later, and what counts has another number.
    const isTimed = motion.isOfTarget || motion.isOfPage || told?.isCounting === true;
    const turn = pace.turnOf(step, isTimed ? Math.min(timeoutMs, pace.leftUntil(step.at)) : pace.leftOfPause(step.at));
    const paceMs = isTimed ? turn.notBeforeMs : Math.max(0, Math.min(timeoutMs, gap * SLOWER) - sleptMs);
    const hear = (differences: readonly string[]) => {
      pace.begin(step);
      lateSteps = differences.length > 0 ? lateSteps + 1 : 0;
      late(differences);
    };
    const scene: Scene = {
      episode,
      step,
      stage,
      page,
      frame,
      values,
      notes,
      timeoutMs,
      signs,
      paceMs,
      patienceMs,
      isMoving: motion.isOfTarget,
      ...turn,
      late: hear,
      companyOf: (target) => (document === null ? [] : story.companyOf(target, step.observation, document)),
    };
    await perform(scene).catch((error: unknown) => {
      // A window that closes itself when it is told to has done what it should.
      if (!page.isClosed() || error instanceof StepFailure) throw error;
    });
  }
  async function outside(step: Step, notes: Notes): Promise<boolean> {
    const { action } = step;
    const journey = (page: Page): Journey => ({
      page,
      addresses,
      timeoutMs,
      differences: notes.differences,
      isFirst: step.index === firstJourney,
    });
    const page = () => stage.pageOf(step.tab ?? 0, timeoutMs);
    if (/^(goBack|reload|tabClose)$/.test(action.type)) await sleep(pace.leftOfPause(step.at));
    switch (action.type) {
      case 'goto':
        await goto(journey(await page()), action);
        return true;
      case 'goBack':
        // The page does it again.
        if (action.scripted) return true;
        await goBack(journey(await page()), action);
        return true;
      case 'reload':
        await reload(journey(await page()));
        return true;
      case 'tabOpen': {
        current = await stage.open(step.tab ?? 0);
        const led = step.captured.map((place) => episode.captured[place]?.action).find((each) => each?.type === 'goto');
        if (led?.type === 'goto') await goto(journey(current), { ...led, cause: 'other' });
        return true;
      }
      case 'tabSwitch':
        current = await page();
        await current.bringToFront();
        return true;
      case 'tabClose':
        if (!action.scripted) await (await page()).close();
        return true;
      case 'dialog': {
        const isLeaving = action.kind === 'beforeunload';
        const shown = await stage.dialogs.wait(step.index, isLeaving ? LEAVING_MS : timeoutMs);
        // Nothing in the page asks it where a person leaves by a way of their own: by the next step, or not after all.
        if (!shown && isLeaving) return true;
        if (!shown) throw new StepFailure(`The ${action.kind} was not shown.`);
        notes.differences.push(...dialogDifferences(action, shown, values));
        return true;
      }
      case 'wait':
        // The next step waits for what came of it.
        waitMs = action.forMs;
        return true;
      default:
        return false;
    }
  }
  return {
    async perform(step, notes, late) {
      stage.dialogs.at(step.index);
      if (!(await outside(step, notes))) await inItsPage(step, notes, late);
      notes.differences.push(...stage.dialogs.unexpected().map(({ kind, message }) => `a ${kind} said “${message}”`));
      if (step.action.type === 'wait') return;
      pace.end(step);
    },
    async finish() {
      const { finalObservation: final } = episode;
      const tops = final.streams.flatMap(({ stream }) => episode.streams[stream]?.document ?? []);
      const document = tops.find((each) => episode.documents[each]?.frame === 0);
      if (document === undefined || current.isClosed()) return [];
      const gap = pace.gapBefore(final.at);
      const patienceMs = Math.min(timeoutMs, gap * SLOWER + extraMs());
      const until = Date.now() + patienceMs;
      await calm(current, patienceMs);
      const signs = values.filledIn(story.before(final, document));
      const request = {
        ...{ target: null, signs, paceMs: gap, patienceMs, timeoutMs },
        ...{ mayBeHidden: true, mayMove: true, notBeforeMs: 0, as: 'target' },
      };
      const ready = await inPage(current.mainFrame(), ({ kit, given }) => kit.ready(given), request);
      // What came last may have been asked for by what came before it, or leave nothing to be seen: then only time can tell.
      await calm(current, until - Date.now());
      const isUnseen = signs.appeared.length + signs.gone.length + signs.changed.length === 0;
      const lastMs = isUnseen ? Math.min(timeoutMs, (signs.changedAt ?? pace.doneAt) - pace.doneAt) : 0;
      await sleep(Math.max(0, pace.doneHere + lastMs - Date.now()));
      return ready.missing.slice(0, 5);
    },
    leave: () => stage.leave(),
  };
}
