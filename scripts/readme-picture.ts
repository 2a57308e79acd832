/** Draws the picture of README.md: a step of a real episode, from the redacted stream, beside the popup as it was then. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { startBrowser } from '../dataset/browser.ts';
import { drawStep } from '../dataset/picture.ts';
import { root } from './build-extension.ts';
import { watchArrivals } from './start/arrival.ts';
import { type Demonstration, prepareDemonstration } from './start/demonstration.ts';
import { openEpisodes } from './start/show-episodes.ts';

/** Size of the person's window, CSS pixels: small, so that its text can be read in the README. */
const WINDOW = { width: 936, height: 600 };

const FOLDER = join(root, 'docs', 'pictures');

/** Longest time, ms, that the episode may take to the collector. */
const ARRIVAL = 60_000;

await using cleanUp = new AsyncDisposableStack();
const scratch = await mkdtemp(join(tmpdir(), 'showhow-picture-'));
cleanUp.defer(() => rm(scratch, { recursive: true, force: true }));
const places = { data: join(scratch, 'data'), key: join(scratch, 'key'), out: join(scratch, 'out') };
const demonstration = await prepareDemonstration(places, cleanUp);
const arrivals = await watchArrivals(places.data);
const popup = await answerTicket(await demonstration.browser.open({ headless: true }), demonstration);
const [episode] = await openEpisodes((await arrivals.next(AbortSignal.timeout(ARRIVAL))) ?? [], places);
const send = episode?.steps.find(({ target }) => target?.name === 'Send reply');
if (!episode || !send) throw new Error(`No episode with a click on “Send reply” has arrived in ${ARRIVAL / 1000} s.`);

const painter = await startBrowser(process.env);
cleanUp.defer(() => painter.close());
const step = join(scratch, 'step.png');
await drawStep(episode, send.index, { file: step, browser: painter });
await mkdir(FOLDER, { recursive: true });
await writeFile(join(FOLDER, 'showhow.png'), await compose(painter, await readFile(step), popup));

/** Answers a ticket. Returns the popup as it is before the person says that the task is done. */
async function answerTicket(
  context: BrowserContext,
  { browser: { extensionId }, origin }: Demonstration,
): Promise<Buffer> {
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/options.html`);
  await popup.getByRole('button', { name: 'I have read this' }).click();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  const page = await context.newPage();
  await page.setViewportSize(WINDOW);
  await page.goto(origin);
  await page.getByRole('link', { name: 'Invoice shows the wrong address' }).click();
  await page.frameLocator('iframe[title="Reply"]').getByRole('textbox', { name: 'Your reply' }).click();
  await page.keyboard.type('Dear Hanna Brandt, the new address is in. The fee goes back this week.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByText('Reply sent').waitFor();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Recording on this page');
  const picture = await popup.locator('body').screenshot();
  await popup.getByRole('button', { name: 'This task is done' }).dispatchEvent('click');
  return picture;
}

/** Both pictures beside each other, pixel for pixel, on a quiet background. */
async function compose(browser: Browser, step: Buffer, popup: Buffer): Promise<Buffer> {
  const image = (png: Buffer): string => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  await page.setContent(`<style>
    body { margin: 0; width: 1400px }
    main { display: flex; gap: 40px; align-items: center; justify-content: center; padding: 40px 0; background: #e8edf3 }
    img { display: block; border-radius: 12px; box-shadow: 0 0 0 1px #0f1f3318, 0 8px 28px #0f1f3324 }
  </style><main>${image(step)}${image(popup)}</main>`);
  return page.locator('main').screenshot();
}
