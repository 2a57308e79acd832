import type { Page, Worker } from '@playwright/test';
import type { RawAction } from '../../lib/action.ts';
import { type CapturedBatches, listenForBatches } from './captured-batches.ts';
import { expect } from './fixtures.ts';
import type { Site } from './site.ts';

/** One small page, what a person does in it, and what has to come of that. */
export interface CaptureCase {
  readonly title: string;
  /** What is in the body of the page. */
  readonly html: string;
  readonly act: (page: Page) => Promise<void>;
  /** The actions, each in one line: the verb, its target and what else matters. */
  readonly actions: readonly string[];
}

/** What of an action turns on when its events happened. */
const TIMES = / held( \d+)?$| came \S+| rested \d+/g;

/** Plays cases one after the other in one page. Each is told apart by its URL. */
export async function playCases(
  cases: readonly CaptureCase[],
  { page, site, worker }: { readonly page: Page; readonly site: Site; readonly worker: Worker },
): Promise<void> {
  const captured = await listenForBatches(worker);
  for (const [index, { title, html, act, actions }] of cases.entries()) {
    // On a busy machine every press may take long, and on a quiet one every pointer is in motion when it presses.
    const isAboutTime = actions.some((line) => line.search(TIMES) > 0);
    const path = `/case-${index}`;
    site.reply(path, `<!doctype html><title>${title}</title><body>${html}`);
    await page.goto(`${site.origin}${path}`);
    await act(page);
    await page.goto('about:blank');
    const lines = async () =>
      (await linesOf(captured, path)).map((line) => (isAboutTime ? line : line.replaceAll(TIMES, '')));
    await expect.soft.poll(lines, { message: title }).toEqual(actions);
  }
}

async function linesOf(captured: CapturedBatches, path: string): Promise<string[]> {
  // What a page sends as it goes away may have been on its way already.
  const batches = new Map((await captured.all()).map(({ batch }) => [`${batch.recorder} ${batch.seq}`, batch]));
  const actions = [...batches.values()].flatMap((batch) => batch.actions);
  return actions
    .filter(({ page }) => page?.url.endsWith(path))

    .toSorted((a, b) => a.at - b.at)
    .map(lineOf);
}

function lineOf({ action, target }: RawAction): string {
  const at = (element: RawAction['target']) => element && (element.name || element.attributes['id'] || element.tag);
  return [action.type, at(target) ?? 'page', ...detailsOf(action, at)].join(' ');
}

function detailsOf(action: RawAction['action'], at: (element: RawAction['target']) => string | null): unknown[] {
  switch (action.type) {
    case 'click': {
      const { button, clickCount, modifiers, heldMs, moved } = action;
      const special = [button !== 'left' && button, clickCount > 1 && `×${clickCount}`, ...modifiers];
      return [...special, moved && `→ ${moved.x},${moved.y}`, heldMs && 'held'].filter(Boolean);
    }
    case 'fill':
      return [`“${action.value}”`, ...(action.typed === undefined ? [] : [`typed “${action.typed}”`]), action.by];
    case 'press':
      return [[...action.modifiers, action.key].join('+'), action.times && `×${action.times}`].filter(Boolean);
    case 'drag':
      return [
        ...(action.cameBy ? [`came ${action.cameBy.x},${action.cameBy.y}`] : []),
        `→ ${at(action.to)}`,
        ...(action.native ? ['native'] : []),
        ...(action.modifiers ?? []),
        ...(action.restMs ? [`rested ${action.restMs}`] : []),
        ...(action.heldMs ? [`held ${action.heldMs}`] : []),
      ];
    case 'selectText':
      return [`${action.start}–${action.end}`, ...(action.to ? [`→ ${at(action.to)}`] : [])];
    case 'selectOption':
      return [action.options.map(({ label }) => label).join()];
    case 'wheel':
      return [action.by.y, ...action.modifiers];
    case 'dialog':
      return [action.kind, `“${action.message}”`, action.accepted, ...(action.value === null ? [] : [action.value])];
    default:
      return [];
  }
}
