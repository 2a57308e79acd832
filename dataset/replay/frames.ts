import type { Frame, Page } from 'playwright';
import type { Episode } from '../../lib/episode.ts';
import { EventType } from '../../lib/capture.ts';
import { createPageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';
import { StepFailure } from './report.ts';
import { patternOf } from './values.ts';

/** How often a frame that is not there yet is looked for, in ms. */
const LOOK_EVERY = 50;

/** What is known of the element that owns a frame. */
interface Owner {
  readonly attributes: ReadonlyMap<string, string>;
  /** Which iframe of its document it is. */
  readonly place: number;
}

/** Finds the frame that a document of the episode is in now. Waits for one that loads late. */
export async function frameOf(page: Page, episode: Episode, document: number, timeoutMs: number): Promise<Frame> {
  const { frame, parent, framePath } = episode.documents[document] ?? { frame: 0, parent: null, framePath: [] };
  if (frame === 0) return page.mainFrame();
  const owner = parent === null ? undefined : ownerOf(episode, parent, document);
  const url = urlOf(episode, document);
  /** Frames around which nothing was recorded may be anywhere. */
  const candidates = async () => {
    if (parent !== null) return (await frameOf(page, episode, parent, timeoutMs)).childFrames();
    return page.frames().filter((each) => each.parentFrame() !== null);
  };
  const until = Date.now() + timeoutMs;
  for (;;) {
    const found = await bestOf(await candidates(), { owner, url, inPlace: inPlace(page, framePath) });
    if (found) {
      await found.waitForLoadState('domcontentloaded', { timeout: timeoutMs }).catch(() => undefined);
      return found;
    }
    if (Date.now() > until) throw new StepFailure('The frame that the step was done in is not there.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** What says which frame it is. */
interface Signs {
  readonly owner: Owner | undefined;
  readonly url: string | undefined;
  /** The one that has its place among the windows now. */
  readonly inPlace: Frame | undefined;
}

/** Names weigh more than addresses, and those more than places. */
async function bestOf(frames: readonly Frame[], signs: Signs): Promise<Frame | undefined> {
  const rated = await Promise.all(
    frames.map(async (frame, place) => ({ frame, points: await rate(frame, place, signs).catch(() => -1) })),
  );
  const best = rated.toSorted((a, b) => b.points - a.points)[0];
  return best && best.points >= 1 ? best.frame : undefined;
}

async function rate(frame: Frame, place: number, { owner, url, inPlace }: Signs): Promise<number> {
  const element = await frame.frameElement();
  const names = ['id', 'name', 'title', 'class', 'src'];
  const now = await element.evaluate(
    (iframe, wanted) => wanted.map((name) => (iframe as Element).getAttribute(name)),
    names,
  );
  await element.dispose();
  const weights = [6, 6, 4, 1, 3];
  let points = (owner ? owner.place === place : inPlace === frame) ? 2 : 0;
  names.forEach((name, index) => {
    const before = owner?.attributes.get(name);
    if (before !== undefined && before === (now[index] ?? undefined)) points += weights[index] ?? 0;
  });
  if (url !== undefined && samePath(url, frame.url())) points += sameQuery(url, frame.url()) ? 6 : 5;
  return owner === undefined && url === undefined ? 1 : points;
}

function samePath(recorded: string, live: string): boolean {
  if (recorded === live) return true;
  if (!URL.canParse(recorded) || !URL.canParse(live)) return false;
  return patternOf(decodeURI(new URL(recorded).pathname)).test(decodeURI(new URL(live).pathname));
}

/** True where all that was kept of the query is in the address now. */
function sameQuery(recorded: string, live: string): boolean {
  const now = new URL(live).searchParams;
  return [...new URL(recorded).searchParams].every(([name, value]) => patternOf(value).test(now.get(name) ?? ''));
}

function inPlace(page: Page, framePath: readonly number[]): Frame | undefined {
  return framePath.reduce<Frame | undefined>((frame, place) => frame?.childFrames()[place], page.mainFrame());
}

/** The iframe element of a document, as the parent's stream has it. */
function ownerOf({ documents, streams }: Episode, parent: number, document: number): Owner | undefined {
  const id = documents[document]?.ownerNodeId ?? null;
  if (id === null) return undefined;
  for (const { events } of streams.filter((stream) => stream.document === parent)) {
    const model = createPageModel();
    for (const event of events) {
      model.apply(event);
      const node: PageNode | undefined = model.node(id);
      if (!node) continue;
      const frames = model.find((each) => each.tag === 'iframe' || each.tag === 'frame');
      return { attributes: new Map(node.attributes), place: frames.findIndex((each) => each.id === id) };
    }
  }
  return undefined;
}

function urlOf({ streams }: Episode, document: number): string | undefined {
  for (const stream of streams.filter((each) => each.document === document)) {
    const meta = stream.events.find(({ type }) => type === EventType.meta)?.data as { href?: unknown } | undefined;
    if (typeof meta?.href === 'string') return meta.href;
  }
  return undefined;
}

/** Where the viewport of a frame begins, in the coordinates of the page. */
export async function originOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  try {
    const box = await element.boundingBox();
    const inset = await element.evaluate((iframe) => {
      const style = getComputedStyle(iframe as Element);
      return {
        x: parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft),
        y: parseFloat(style.borderTopWidth) + parseFloat(style.paddingTop),
      };
    });
    return { x: (box?.x ?? 0) + inset.x, y: (box?.y ?? 0) + inset.y };
  } finally {
    await element.dispose();
  }
}

/** Brings a frame into view, and those around it. */
export async function revealFrame(frame: Frame): Promise<void> {
  for (let each: Frame | null = frame; each && each.parentFrame() !== null; each = each.parentFrame()) {
    const element = await each.frameElement();
    await element.scrollIntoViewIfNeeded({ timeout: 1_000 }).catch(() => undefined);
    await element.dispose();
  }
}
