import { expect, test as base } from '@playwright/test';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page, type Request } from 'playwright';
import { show } from '../../dataset/show/show.ts';
import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Episode } from '../../lib/episode.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { LEAN } from '../../scripts/lean-chromium.ts';
import { seriousViolations } from '../support/axe.ts';
import { recordPage, type RecordedPage } from '../support/recorded-page.ts';
import {
  browserRecord,
  capture,
  captured,
  childCapture,
  click,
  element,
  EPISODE,
  opening,
  outside,
  page as recordedPlace,
  SESSION,
  snapshot,
} from '../support/records.ts';
import { nodeIn } from '../support/rrweb.ts';

/** A page shown by itself, and what it reached for. */
interface Shown {
  readonly page: Page;
  readonly file: string;
  /** What it asked for and its own content security policy did not stop. */
  readonly requests: () => string[];
  readonly complaints: string[];
}

const test = base.extend<{ open: (episode: Episode) => Promise<Shown> }, { chrome: Browser; recorded: RecordedPage }>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox', ...LEAN] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  recorded: [async ({ chrome }, use) => use(await recordPage(chrome)), { scope: 'worker' }],
  open: async ({ chrome }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-show-'));
    const file = join(folder, 'episode.html');
    const context = await chrome.newContext({ viewport: { width: 1300, height: 800 }, offline: true });
    await use(async (episode) => {
      await show(episode, file, folder);
      const page = await context.newPage();
      const requests: Request[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => requests.push(request));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(pathToFileURL(file).href);
      const isAllowed = (request: Request) => !/csp/i.test(request.failure()?.errorText ?? '');
      return { page, file, requests: () => requests.filter(isAllowed).map((each) => each.url()), complaints };
    });
    await context.close();
    await rm(folder, { recursive: true });
  },
});

const HOSTILE = '</script><img src=x onerror="document.title=1">';
const WITHHELD = '⟦EMAIL_ADDRESS_1⟧';

/** The text of the heading becomes another: what is withheld is seen in the page. */
function headingChanged({ top }: RecordedPage, value: string, timestamp: number): RrwebEvent {
  const heading = JSON.stringify(top).match(
    /"textContent":"Desk"[^}]*?"id":(\d+)|"id":(\d+)[^}]*?"textContent":"Desk"/,
  );
  const id = Number(heading?.[1] ?? heading?.[2]);
  expect(nodeIn(top, id)).toMatchObject({ textContent: 'Desk' });
  const data = { source: 0, texts: [{ id, value }], attributes: [], removes: [], adds: [] };
  return { type: EventType.incremental, timestamp, data };
}

/** Somebody clicks a button in a frame, the heading changes, they click again, pause, and turn to another tab. */
function episodeOf(recorded: RecordedPage): Episode {
  const { top, child, iframe, button } = recorded;
  const begun = Math.max(...[...top, ...child].map(({ timestamp }) => timestamp));
  const target = element(button, {
    name: HOSTILE,
    box: { x: 20, y: 30, width: 80, height: 40 },
    point: { x: 70, y: 35 },
  });
  const place = { ...recordedPlace, viewport: { width: 300, height: 200, devicePixelRatio: 1 } };
  const clickAt = (after: number) => ({
    ...captured(click, 0, { eventsBefore: child.length, target, page: place }),
    ...{ at: begun + after, until: begun + after },
  });
  const later = (event: RrwebEvent): RrwebEvent => ({ ...event, timestamp: begun + 21_000 });
  const turn = { ...outside({ type: 'tabSwitch' }, 0), at: begun + 20_000, until: begun + 20_000 };
  const paused = { reason: 'paused', from: begun + 12_000, to: begun + 15_000, count: 0 } as const;
  return toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [paused] },
    records: [
      opening,
      capture(0, {
        events: [...top, headingChanged(recorded, WITHHELD, begun + 2_000)],
        frameOwners: [{ index: 0, nodeId: iframe }],
      }),
      childCapture(0, { events: child, actions: [clickAt(1_000), clickAt(9_000)] }),
      browserRecord(904, [turn]),
      capture(0, {
        recorder: 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33',
        document: 'DOC-OTHER',
        tab: 904,
        events: snapshot(0, [], 'https://other.example.com/').map(later),
      }),
    ],
  });
}

const step = (page: Page, number: number) => page.locator(`[data-moment="${number}"]`);
const film = (page: Page) => page.frameLocator('.screen iframe');
const current = (page: Page) => page.locator('[aria-current="step"]').getAttribute('data-moment');

test('a step shows the page just before it, with its frames, and outlines the target', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  await step(page, 2).click();
  await expect(film(page).locator('h1')).toHaveText(WITHHELD);
  const button = await film(page).frameLocator('iframe').locator('button').boundingBox();
  const outline = await page.locator('.target').boundingBox();
  expect(button?.width).toBeGreaterThan(0);
  for (const side of ['x', 'y', 'width', 'height'] as const)
    expect(outline?.[side]).toBeCloseTo(button?.[side] ?? -1, 0);

  await step(page, 1).click();
  await expect(film(page).locator('h1')).toHaveText('Desk');
});

test('another tab is another page, and the end has no target', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  await step(page, 4).click();
  await expect(page.locator('.address:visible')).toContainText('https://other.example.com/');
  await expect(page.locator('.tab:visible')).toHaveCount(2);
  await expect(film(page).locator('h1')).toHaveCount(0);
  await expect(page.locator('.target')).toHaveCount(0);
});

test('a moment of which no page is known says so', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  await step(page, 0).click();
  await expect(page.getByText('No page is known at this moment.')).toBeVisible();
});

test('gaps and withheld values are seen beside the steps', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  await expect(page.locator('.gap')).toHaveText(/Not recorded: paused by the person.*3\.0 s/s);
  await step(page, 2).click();
  const highlights = await film(page)
    .locator('html')
    .evaluate(() => [...(CSS.highlights.get('withheld') ?? [])].map(String));
  expect(highlights).toEqual([WITHHELD]);
});

test('it is one file that works offline, asks for nothing and lets no page run', async ({ open, recorded }) => {
  const { page, file, requests, complaints } = await open(episodeOf(recorded));
  await step(page, 2).click();
  await expect(step(page, 2)).toContainText('</script><img src=x onerror');
  expect(await page.title()).toBe('Episode 5b1c6a2e · Showhow');
  await expect
    .poll(() => requests().filter((url) => !/^(?:data|blob|about):/.test(url)))
    .toEqual([pathToFileURL(file).href]);
  expect(complaints).toEqual([]);
  expect(await page.locator('.screen iframe').getAttribute('sandbox')).toBe('allow-same-origin');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toContain(`default-src 'none'`);
});

test('the keyboard goes from step to step', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  expect(await current(page)).toBe('1');
  const presses = ['ArrowDown', 'End', 'ArrowUp', 'Home', 'ArrowRight', 'ArrowLeft'];
  const reached: (string | null)[] = [];
  for (const key of presses) {
    await page.keyboard.press(key);
    reached.push(await current(page));
  }
  expect(reached).toEqual(['2', '4', '3', '0', '1', '0']);

  await step(page, 1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(step(page, 1)).toBeFocused();
});

test('it plays to the end', async ({ open, recorded }) => {
  const { page } = await open(episodeOf(recorded));
  await step(page, 1).click();
  await step(page, 1).blur();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => current(page), { timeout: 30_000 }).toBe('4');
  await expect(page.getByRole('button', { name: 'Play' })).toHaveAttribute('aria-pressed', 'false');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`it can be read by everybody in ${scheme}`, async ({ open, recorded }) => {
    const { page } = await open(episodeOf(recorded));
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByText('About this episode').click();
    expect(await seriousViolations(page)).toEqual([]);
  });
}
