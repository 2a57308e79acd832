import { expect, test as base } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { drawStep } from '../../dataset/picture.ts';
import type { Episode } from '../../lib/episode.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { LEAN } from '../../scripts/lean-chromium.ts';
import { COLOURS, recordPage, type RecordedPage } from '../support/recorded-page.ts';
import {
  capture,
  captured,
  childCapture,
  click,
  element,
  EPISODE,
  opening,
  page,
  SESSION,
  snapshot,
} from '../support/records.ts';
import { elementNode } from '../support/rrweb.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of the pixel. */
  at(x: number, y: number): number[];
}

const test = base.extend<{ draw: (episode: Episode, step: number) => Promise<Picture> }, { chrome: Browser }>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox', ...LEAN] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  draw: async ({ chrome }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-picture-'));
    const file = join(folder, 'step.png');
    await use(async (episode, step) => {
      await drawStep(episode, step, { file, browser: chrome });
      return readPicture(chrome, await readFile(file));
    });
    await rm(folder, { recursive: true });
  },
});

async function readPicture(browser: Browser, png: Buffer): Promise<Picture> {
  const viewer = await browser.newPage();
  const { width, height, data } = await viewer.evaluate(
    async (url) => {
      const image = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      const pixels = canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      const data = pixels.reduce((text, value) => text + String.fromCharCode(value), '');
      return { width: image.width, height: image.height, data: btoa(data) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await viewer.close();
  const colours = Buffer.from(data, 'base64');
  return { width, height, at: (x, y) => [...colours.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)] };
}

/** The episode of a recorded page in which the button was clicked after everything else. */
function episodeOf({ top, child, iframe, button }: RecordedPage): Episode {
  const at = Math.max(...[...top, ...child].map(({ timestamp }) => timestamp)) + 1;
  const target = element(button, { box: { x: 20, y: 30, width: 80, height: 40 } });
  const action = { ...captured(click, 0, { eventsBefore: child.length, target }), at, until: at };
  const place = { ...page, viewport: { width: 300, height: 200, devicePixelRatio: 1 } };
  return toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
    records: [
      opening,
      capture(0, { events: top, frameOwners: [{ index: 0, nodeId: iframe }] }),
      childCapture(0, { events: child, actions: [{ ...action, page: place }] }),
    ],
  });
}

/** Where the child begins in the page: its owner’s place and border. */
const CHILD = { x: 104, y: 124 };

test('a picture shows the page and the frames in it, at the size it had', async ({ chrome, draw }) => {
  const picture = await draw(episodeOf(await recordPage(chrome)), 2);
  expect([picture.width, picture.height]).toEqual([640, 480]);
  expect(picture.at(600, 400)).toEqual(COLOURS.top);
  expect(picture.at(CHILD.x + 200, CHILD.y + 150)).toEqual(COLOURS.frame);
  expect(picture.at(CHILD.x + 25, CHILD.y + 35)).toEqual(COLOURS.button);
});

test('the target is outlined where it stands, also inside a frame', async ({ chrome, draw }) => {
  const picture = await draw(episodeOf(await recordPage(chrome)), 1);
  const outline = [37, 99, 235];
  expect(picture.at(CHILD.x + 60, CHILD.y + 28)).toEqual(outline);
  expect(picture.at(CHILD.x + 18, CHILD.y + 50)).toEqual(outline);
  expect(picture.at(CHILD.x + 60, CHILD.y + 50)).not.toEqual(COLOURS.button);
});

test('what changed and where frames were scrolled to is seen, up to the step and no further', async ({
  chrome,
  draw,
}) => {
  const recorded = await recordPage(chrome, async (child) => {
    await child.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('scroll', () => requestAnimationFrame(resolve), { once: true });
          scrollTo(0, 700);
        }),
    );
    await child.waitForFunction(() => (window as unknown as { events: unknown[] }).events.length > 2);
  });
  const episode = episodeOf(recorded);
  expect((await draw(episode, 2)).at(CHILD.x + 150, CHILD.y + 50)).toEqual(COLOURS.scrolled);
  const [start, ...rest] = episode.steps;
  const early = {
    ...episode,
    steps: [
      start,
      ...rest.map((step) => ({
        ...step,
        observation: {
          ...step.observation,
          streams: [
            { stream: 0, events: 2 },
            { stream: 1, events: 2 },
          ],
        },
      })),
    ],
  } as Episode;
  expect((await draw(early, 1)).at(CHILD.x + 200, CHILD.y + 150)).toEqual(COLOURS.frame);
});

test('a canvas takes the room that it had, though no script draws on it', async ({ draw }) => {
  const content = [
    elementNode(21, 'canvas', { width: '120', height: '90', style: 'display: block' }),
    elementNode(22, 'div', { style: `height: 40px; background: rgb(${COLOURS.button.join(',')})` }),
  ];
  const target = element(99, { box: { x: 300, y: 200, width: 10, height: 10 } });
  const place = { ...page, viewport: { width: 400, height: 300, devicePixelRatio: 1 } };
  const events = snapshot(0, [elementNode(20, 'div', { style: 'position: absolute; inset: 0' }, ...content)]);
  const action = { ...captured(click, 10, { eventsBefore: events.length, target }), page: place };
  const episode = toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
    records: [opening, capture(0, { events, actions: [action] })],
  });
  const picture = await draw(episode, 1);
  expect(picture.at(10, 80)).toEqual([255, 255, 255]);
  expect(picture.at(10, 100)).toEqual(COLOURS.button);
});

test('a step before any page and a step that is not there are told of', async ({ chrome, draw }) => {
  const episode = episodeOf(await recordPage(chrome));
  await expect(draw(episode, 0)).rejects.toThrow('No page is known before step 0');
  await expect(draw(episode, 7)).rejects.toThrow('There is no step 7');
});
