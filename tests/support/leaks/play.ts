import type { BrowserContext, Frame, Page } from '@playwright/test';
import { type CanaryKind, withCanaries } from './canaries.ts';
import type { Deed, LeakCase } from './leak-case.ts';
import { CELL, COLUMNS, fill, type LeakSite, type Life, pathOf, type Place } from './leak-site.ts';

/** Frames in one tab. */
const FRAMES = 64;

/** Cases that are open in a browser, each in a frame or a tab. */
export interface OpenCases {
  readonly places: readonly Place[];
  /** Puts what scripts put there into pages that were loaded empty. */
  insert(): Promise<void>;
  /** What the pages' scripts and then a person do. */
  act(): Promise<void>;
  /** What a person goes on with in fields. */
  goOn(): Promise<void>;
  /** One click: an episode in which nobody does anything does not end. */
  touch(): Promise<void>;
  /** What happens while the person has paused. */
  actInPause(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly place: Place;
  readonly page: Page;
  readonly frame: Frame;
}

/** Opens the cases. */
export async function openCases(
  context: BrowserContext,
  site: LeakSite,
  {
    cases,
    kinds,
    life,
  }: { readonly cases: readonly LeakCase[]; readonly kinds: readonly CanaryKind[]; readonly life: Life },
): Promise<OpenCases> {
  const places = cases.flatMap((leak) => kinds.map((kind): Place => ({ leak, kind, life })));
  const [inTabs, inFrames] = [places.filter(({ leak }) => leak.isTab), places.filter(({ leak }) => !leak.isTab)];
  const opened: Opened[] = [];
  for (let at = 0; at < inFrames.length; at += FRAMES)
    opened.push(...(await openGrid(context, site, inFrames.slice(at, at + FRAMES))));
  const tabs = inTabs.map(async (place) => {
    const page = await newTab(context);
    await page.goto(site.addressOf(place));
    return { place, page, frame: page.mainFrame() };
  });
  opened.push(...(await Promise.all(tabs)));

  const run = (script: 'before' | 'after' | 'paused') =>
    Promise.all(opened.map(({ place, frame }) => runScript(frame, fill(place.leak[script] ?? '', place, site.origin))));
  const pages = new Set(opened.map(({ page }) => page));
  const inTurn = async (page: Page, isWanted: (leak: LeakCase) => boolean) => {
    for (const one of opened) if (one.page === page && isWanted(one.place.leak)) await doDeeds(one);
  };
  const doAll = async (isWanted: (leak: LeakCase) => boolean) => {
    await Promise.all([...pages].map((page) => inTurn(page, isWanted)));
  };
  return {
    places,
    async insert() {
      await Promise.all(
        opened.map(({ place, frame }) =>
          frame.evaluate(
            ([head, html]) => {
              document.head.insertAdjacentHTML('beforeend', head);
              (document.body as HTMLElement & { setHTMLUnsafe(text: string): void }).setHTMLUnsafe(html);
            },
            [fill(place.leak.head ?? '', place, site.origin), fill(place.leak.html, place, site.origin)] as const,
          ),
        ),
      );
      await run('before');
    },
    async act() {
      await run('after');
      await doAll(() => true);
    },
    goOn: () => doAll(({ deeds = [] }) => deeds.some(([verb]) => verb === 'type')),
    touch: async () => void (await opened[0]?.page.mouse.click(4, 4)),
    actInPause: async () => void (await run('paused')),
    close: async () => {
      await Promise.all([...pages].map((page) => page.close()));
    },
  };
}

async function openGrid(context: BrowserContext, site: LeakSite, places: readonly Place[]): Promise<Opened[]> {
  const page = await newTab(context);
  await page.setViewportSize({
    width: COLUMNS * CELL.width,
    height: Math.ceil(places.length / COLUMNS) * CELL.height,
  });
  await page.goto(site.gridOf(places));
  return places.map((place) => {
    const frame = page.frames().find((one) => new URL(one.url()).pathname === pathOf(place));
    if (!frame) throw new Error(`There is no frame ${pathOf(place)}.`);
    return { place, page, frame };
  });
}

async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept(dialog.defaultValue()).catch(() => undefined));
  return page;
}

/** A script of a page may fail the second time: what it did is there already. */
async function runScript(frame: Frame, script: string): Promise<void> {
  if (script !== '') await frame.evaluate(`(async () => { ${script} })().catch(() => undefined)`);
}

async function doDeeds({ place, page, frame }: Opened): Promise<void> {
  const { deeds = [['click', 'body *']], number } = place.leak;
  for (const [verb, selector, ...rest] of deeds as readonly Deed[]) {
    const texts = rest.map((text) => withCanaries(String(text), number, place.kind));
    const target = frame.locator(selector).first();
    if (verb === 'choose') {
      await target.focus();
      for (let at = 0; at < Number(texts[0]); at += 1) await page.keyboard.press('ArrowDown');
    } else if (verb === 'file')
      await target.setInputFiles({ name: texts[0] ?? '', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    else await clickAt(page, frame, selector);
    if (verb === 'type') {
      await page.keyboard.press('Control+End');
      await page.keyboard.type(texts[0] ?? '');
    }
    const keys = verb === 'clear' ? ['Control+a', 'Delete'] : verb === 'press' ? texts : [];
    for (const key of keys) await page.keyboard.press(key);
  }
}

/** A click with the mouse in the middle of the element, or in the corner of its page. */
async function clickAt(page: Page, frame: Frame, selector: string): Promise<void> {
  const [inFrame, around] = await Promise.all([
    frame.evaluate((wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      const isSeen = box !== undefined && box.width > 0 && box.height > 0 && box.top < innerHeight && box.left >= 0;
      return isSeen
        ? { x: box.x + Math.min(box.width / 2, 20), y: box.y + Math.min(box.height / 2, 10) }
        : { x: 4, y: 4 };
    }, selector),
    frame === page.mainFrame() ? { x: 0, y: 0 } : (await frame.frameElement()).boundingBox(),
  ]);
  await page.mouse.click((around?.x ?? 0) + inFrame.x, (around?.y ?? 0) + inFrame.y);
}
