import type { BrowserContext, Page } from 'playwright';
import { rememberClosedRoots } from './page-kit.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import type { Episode } from '../../lib/episode.ts';
import { StepFailure } from './report.ts';
import type { Values } from './values.ts';
import { createTraffic, type Traffic } from './traffic.ts';

/** The browser that a replay works in: which page stands for which tab of the episode. */
export interface Stage {
  readonly dialogs: Dialogs;
  readonly traffic: Traffic;
  /** The page of a tab. Waits for one that is about to open; the first tab is the page that replay was given. */
  pageOf(tab: number, timeoutMs: number): Promise<Page>;
  /** Opens an empty tab. */
  open(tab: number): Promise<Page>;
  /** True if a page stands for the tab. */
  has(tab: number): boolean;
  leave(): void;
}

export async function createStage(first: Page, episode: Episode, values: Values): Promise<Stage> {
  const context: BrowserContext = first.context();
  const pages = new Map<number, Page>();
  /** Pages that no tab stands for yet, in the order in which they opened. */
  const waiting: Page[] = [];
  const dialogs = createDialogs(episode, values);
  const traffic = createTraffic();
  const opened = openedTabs(episode);
  pages.set(startTabOf(episode), first);

  function meet(page: Page): void {
    dialogs.attend(page);
    traffic.attend(page);
  }
  const arrive = (page: Page) => {
    meet(page);
    waiting.push(page);
  };
  meet(first);
  context.on('page', arrive);
  await context.addInitScript(rememberClosedRoots);
  const stage: Stage = {
    dialogs,
    traffic,
    async pageOf(tab, timeoutMs) {
      const known = pages.get(tab);
      if (known) return known;
      const wait = opened.has(tab) ? timeoutMs : isLedTo(episode, tab) ? LED_MS : 0;
      const page = waiting.find((each) => !each.isClosed()) ?? (wait > 0 ? await nextPage(context, wait) : undefined);
      if (!page && !opened.has(tab)) return stage.open(tab);
      if (!page) throw new StepFailure(`Tab ${tab + 1} has not opened.`);
      const place = waiting.indexOf(page);
      if (place >= 0) waiting.splice(place, 1);
      pages.set(tab, page);
      await page.waitForLoadState('domcontentloaded').catch(() => undefined);
      return page;
    },
    async open(tab) {
      const page = await context.newPage();
      const place = waiting.indexOf(page);
      if (place >= 0) waiting.splice(place, 1);
      pages.set(tab, page);
      return page;
    },
    has: (tab) => pages.has(tab),
    leave() {
      context.off('page', arrive);
      dialogs.leave();
      traffic.leave();
    },
  };
  return stage;
}

/** Tabs that something in a page opened. The others were there before, or the person opened them. */
function openedTabs({ captured }: Episode): Set<number> {
  const openings = captured.filter(({ action }) => action.type === 'tabOpen' && action.opener !== null);
  return new Set(openings.flatMap(({ tab }) => tab ?? []));
}

/** The first tab that nothing opened and in whose pages something was done: the one that the given page stands for. */
export function startTabOf(episode: Episode): number {
  const opened = openedTabs(episode);
  const own = episode.steps.filter(({ tab }) => tab !== null && !opened.has(tab));
  return (own.find(({ observation }) => observation.document !== null) ?? own[0])?.tab ?? 0;
}

/** How long a tab may take to open that nothing says was opened, in ms. */
const LED_MS = 2_000;

/** True for a tab that begins where a link or a script led: something opened it. */
function isLedTo({ captured }: Episode, tab: number): boolean {
  const first = captured.find((seen) => seen.tab === tab && seen.action.type === 'goto')?.action;
  return first?.type === 'goto' && ['link', 'form', 'script'].includes(first.cause);
}

/** The page that opens next. Undefined: none does. */
function nextPage(context: BrowserContext, timeout: number): Promise<Page | undefined> {
  return context.waitForEvent('page', { timeout }).catch(() => undefined);
}
