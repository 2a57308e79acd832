import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright';
import type { RrwebEvent } from '../../lib/capture.ts';
import { SECRET } from '../../lib/redaction/kinds.ts';
import { DatasetError, explain } from '../dataset-error.ts';
import type { Pages } from './join-preview.ts';

const RECORDER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/record')), '..', 'umd', 'record.min.js');
const VIEWPORT = { width: 1120, height: 760 };
/** Longest wait for a page, and for it to be at rest, in ms. */
const LOAD_MS = 30_000;
const REST_MS = 5_000;

/** Takes a picture in nodes of a page and its frames, as the recorder does at the beginning of a stream. */
export async function snapshotPage(browser: Browser, url: string): Promise<Pages> {
  const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(url, { timeout: LOAD_MS }).catch((cause: unknown) => {
      throw new DatasetError(`Cannot open ${url}: ${explain(cause).split('\n')[0]}`, { cause });
    });
    // Some pages are never at rest: then it is shown as it is by now.
    await page.waitForLoadState('networkidle', { timeout: REST_MS }).catch(() => undefined);
    return await pagesOf(page);
  } finally {
    await context.close();
  }
}

async function pagesOf(page: Page): Promise<Pages> {
  // It hands itself to `this`: what a page has in the way of modules is none of its business.
  const recorder = `(function (exports, module, define) { ${await readFile(RECORDER, 'utf8')} }).call(window);`;
  const taken: { readonly frame: Frame; readonly events: RrwebEvent[] }[] = [];
  for (const frame of page.frames()) {
    // A frame may go away meanwhile, or hold no page.
    const events = await frame.evaluate(recorder).then(
      () => frame.evaluate(takeSnapshot, SECRET),
      () => [],
    );
    if (events.length > 0) taken.push({ frame, events });
  }
  const placeOf = (frame: Frame | null) => taken.findIndex((one) => one.frame === frame);
  const owners = await Promise.all(
    taken.map(async ({ frame }) => {
      const element = frame.parentFrame() ? await frame.frameElement().catch(() => undefined) : undefined;
      return (
        element?.evaluate((owner) => (window as unknown as Recording).rrwebRecord.record.mirror.getId(owner)) ?? -1
      );
    }),
  );
  return {
    documents: taken.map(({ frame }, place) => {
      const parent = placeOf(frame.parentFrame());
      return {
        ...{
          tab: 0,
          frame: place,
          parent: parent < 0 ? null : parent,
          framePath: [],
          ownerNodeId: owners[place] ?? null,
        },
        ...{ siteRule: '', redaction: 'standard' },
      };
    }),
    streams: taken.map(({ events }, document) => ({
      document,
      events,
      frames: taken.flatMap(({ frame }, child) => {
        const nodeId = owners[child] ?? -1;
        return nodeId > 0 && placeOf(frame.parentFrame()) === document ? [{ document: child, nodeId }] : [];
      }),
    })),
  };
}

/** A window in which rrweb's recorder has been put. */
interface Recording {
  readonly rrwebRecord: {
    readonly record: ((options: object) => (() => void) | undefined) & { mirror: { getId(node: Node): number } };
  };
}

/** Runs in the page, which is sent its source. What the recorder leaves out and withholds in the page is so here too. */
function takeSnapshot(secret: string): RrwebEvent[] {
  const events: RrwebEvent[] = [];
  // Each frame is taken by itself.
  const prototypes = [HTMLIFrameElement.prototype, HTMLFrameElement.prototype];
  const getters = prototypes.map((prototype) => Object.getOwnPropertyDescriptor(prototype, 'contentDocument'));
  for (const prototype of prototypes)
    Object.defineProperty(prototype, 'contentDocument', { configurable: true, get: () => null });
  const stop = (window as unknown as Recording).rrwebRecord.record({
    emit: (event: RrwebEvent) => events.push(event),
    slimDOMOptions: { script: true, comment: true, headFavicon: true, headWhitespace: true },
    maskInputOptions: { password: true },
    maskInputFn: (value: string) => (value === '' ? '' : secret),
  });
  stop?.();
  for (const [place, prototype] of prototypes.entries()) {
    const getter = getters[place];
    if (getter) Object.defineProperty(prototype, 'contentDocument', getter);
  }
  return events;
}
