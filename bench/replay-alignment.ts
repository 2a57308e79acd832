import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { joinFrames } from '../dataset/join-frames.ts';
import { replay } from '../dataset/picture-page.ts';
import type { Element } from '../lib/element.ts';
import type { Episode, Step } from '../lib/episode.ts';

/** A step whose target is not what stood under the pointer in the page rebuilt from the stream. */
export interface Misfit {
  readonly step: Step;
  readonly reason: string;
}

/** How well targets and rebuilt pages fit. */
export interface Alignment {
  /** Steps with a target in a page. */
  readonly checked: number;
  readonly misfits: readonly Misfit[];
}

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');

const PLAYER_PAGE =
  '<!doctype html><style>body { margin: 0 } iframe { border: 0 } .replayer-wrapper { position: relative } .replayer-mouse, .replayer-mouse-tail { display: none }</style>';

/** Rebuilds the page before each step from the stream alone, and looks for the step's target in it. */
export async function checkAlignment(browser: Browser, episode: Episode): Promise<Alignment> {
  const misfits: Misfit[] = [];
  const inPages = episode.steps.filter(({ target, observation }) => target !== null && observation.document !== null);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true });
  try {
    const page = await context.newPage();
    for (const step of inPages) {
      const reason = isFromAfter(episode, step)
        ? 'an event from after the gesture began is in the observation'
        : step.target && (await misfitOf(page, episode, step, step.target));
      if (reason) misfits.push({ step, reason });
    }
  } finally {
    await context.close();
  }
  return { checked: inPages.length, misfits };
}

function isFromAfter({ streams }: Episode, { at, observation }: Step): boolean {
  return observation.streams.some(({ stream, events }) => {
    const last = streams[stream]?.events[events - 1];
    return last !== undefined && last.timestamp > at;
  });
}

async function misfitOf(page: Page, episode: Episode, step: Step, target: Element): Promise<string | undefined> {
  const { observation } = step;
  if (target.nodeId === null || observation.document === null) return 'the target has no node';
  const joined = joinFrames(episode, observation);
  const id = joined?.idOf(observation.document, target.nodeId);
  if (!joined || id === undefined) return 'the page before is not known';
  await page.setContent(PLAYER_PAGE);
  await page.addScriptTag({ path: PLAYER });
  await page.evaluate(replay, [...joined.events]);
  return page.evaluate(lookFor, { id, box: target.box, point: target.point });
}

/** Runs in the page of the player. */
function lookFor({ id, box, point }: { id: number } & Pick<Element, 'box' | 'point'>): string | undefined {
  const node = window.player?.getMirror().getNode(id);
  if (!node?.isConnected || node.nodeType !== Node.ELEMENT_NODE) return 'the target is not in the page';
  const element = node as HTMLElement;
  const rect = element.getBoundingClientRect();
  const isInvisible = rect.width === 0 || rect.height === 0 || !element.checkVisibility({ visibilityProperty: true });
  if (isInvisible) return 'the target is not visible';
  if (!point) return undefined;
  const [x, y] = [box.x + point.x, box.y + point.y];
  const isInside = x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 2 && y <= rect.bottom + 2;
  if (!isInside)
    return `the target is at ${Math.round(rect.x)}, ${Math.round(rect.y)} and the point at ${Math.round(x)}, ${Math.round(y)}`;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  const isHit =
    hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element);
  return isHit ? undefined : `the point hits ${hit?.localName ?? 'nothing'}`;
}
