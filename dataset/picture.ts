import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Episode, Observation } from '../lib/episode.ts';
import { DatasetError } from './dataset-error.ts';
import { joinFrames, type JoinedPage } from './join-frames.ts';
import { outlineTarget, replay } from './picture-page.ts';
import { pointerAt } from './pointer-at.ts';

export interface DrawOptions {
  /** PNG to write. */
  readonly file: string;
  readonly browser: Browser;
}

/**
 * Draws the page as it was before a step, from the redacted stream alone, with the target outlined. The number of steps
 * draws the page at the end.
 */
export async function drawStep(episode: Episode, step: number, { file, browser }: DrawOptions): Promise<void> {
  const observation = step === episode.steps.length ? episode.finalObservation : episode.steps[step]?.observation;
  if (!observation) {
    throw new DatasetError(
      `There is no step ${step} in episode ${episode.id}: it has ${episode.steps.length}, numbered from 0.`,
    );
  }
  const joined = joinFrames(episode, observation, pointerAt(episode, step));
  if (!joined) {
    throw new DatasetError(
      `No page is known before step ${step} of episode ${episode.id}, so there is nothing to draw. Take a later one.`,
    );
  }
  const context = await browser.newContext({
    viewport: viewportOf(joined),
    deviceScaleFactor: observation.page?.viewport.devicePixelRatio ?? 1,
    offline: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => route.abort());
    await show(page, joined);
    await outline(page, episode.steps[step]?.target ?? null, observation, joined);
    await page.screenshot({ path: file, animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** No script of the page runs, since frames of the player are sandboxed; and nothing is loaded from anywhere. */
const PLAYER_PAGE = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:">
<style>
  body { margin: 0; overflow: hidden; }
  iframe { border: 0; }
  .replayer-wrapper { position: relative; }
  .replayer-mouse, .replayer-mouse-tail { display: none; }
  #target { position: fixed; box-sizing: border-box; border: 2px solid #2563eb; border-radius: 6px; background: #2563eb1a; box-shadow: 0 0 0 2px #ffffffcc; }
</style>
<body></body>`;

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');

async function show(page: Page, { events }: JoinedPage): Promise<void> {
  await page.setContent(PLAYER_PAGE);
  await page.addScriptTag({ path: PLAYER });
  await page.evaluate(replay, [...events]);
}

async function outline(
  page: Page,
  target: Episode['steps'][number]['target'],
  { document }: Observation,
  joined: JoinedPage,
): Promise<void> {
  if (!target) return;
  const nodeId = target.nodeId === null || document === null ? undefined : joined.idOf(document, target.nodeId);
  await page.evaluate(outlineTarget, { nodeId: nodeId ?? null, box: target.box });
}

/** Size of the top frame: what Meta says, or a later resize. */
function viewportOf({ events }: JoinedPage): { width: number; height: number } {
  const sizes = events.flatMap(({ data }) => {
    const { width, height, id } = data as { width?: unknown; height?: unknown; id?: unknown };
    return typeof width === 'number' && typeof height === 'number' && id === undefined ? [{ width, height }] : [];
  });
  const { width, height } = sizes.at(-1) ?? { width: 1280, height: 720 };
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
