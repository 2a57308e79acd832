import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { joinFrames } from '../../dataset/join-frames.ts';
import { replay } from '../../dataset/picture-page.ts';
import { expect, test } from '../support/fixtures.ts';

/** Runs of random changes; `SHOWHOW_FIDELITY_SEEDS=3,4,5` makes others. */
const SEEDS = (process.env['SHOWHOW_FIDELITY_SEEDS'] ?? '1,2').split(',').map(Number);
/** Clicks in each, and so times that the page changes and is looked at. */
const CLICKS = 20;

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');
const DUMP = fileURLToPath(new URL('../sites/fidelity/dump.js', import.meta.url));

/** What the pages of `tests/sites/fidelity` have. */
interface Changing {
  readonly dumps: readonly { readonly made: readonly string[]; readonly dump: object }[];
  dumpOf(document: Document, rootOf: (element: Element) => ShadowRoot | null): object;
}

test.use({
  policy: async ({ policy }, use) => {
    const { sites } = policy as { sites: object[] };
    await use({ ...policy, sites: sites.map((site) => ({ ...site, redaction: 'open' })) });
  },
});

for (const seed of SEEDS) {
  test(`the page rebuilt from the stream is the page that was there, at every step of run ${seed}`, async ({
    acknowledge,
    collector,
    context,
    page,
    send,
    site,
  }) => {
    test.setTimeout(120_000);
    await acknowledge();
    await page.goto(`${site.origin}/fidelity/?seed=${seed}`);
    for (let click = 0; click < CLICKS; click++) {
      await page.locator('#next').click();
      await page.evaluate(framesHaveLoaded);
      // A frame's recorder looks at it when somebody acts in it, and otherwise when the machine is idle.
      for (const frame of page.frames().slice(1)) await frame.locator('html').click({ position: { x: 1, y: 1 } });
    }
    const live = await page.evaluate(() => (globalThis as unknown as Changing).dumps);
    await send('endTask', {});
    const [arrived] = await collector.received(1);
    const { steps = [] } = arrived?.episode ?? {};
    const observations = steps.flatMap(({ target, observation }) => (target?.name === 'Next' ? [observation] : []));
    expect(observations).toHaveLength(CLICKS);

    const player = await context.newPage();
    for (const [click, observation] of observations.entries()) {
      const joined = arrived && joinFrames(arrived.episode, observation);
      const made = live.slice(0, click + 1).flatMap((before) => before.made);
      expect(await rebuilt(player, [...(joined?.events ?? [])]), `after ${made.join(', ')}`).toEqual(live[click]?.dump);
    }
  });
}

/** Runs in the page. */
async function framesHaveLoaded(): Promise<void> {
  const isLoaded = ({ src, srcdoc, contentDocument }: HTMLIFrameElement): boolean =>
    contentDocument?.readyState === 'complete' &&
    contentDocument.URL === (srcdoc ? 'about:srcdoc' : src || 'about:blank');
  while (![...document.querySelectorAll('iframe')].every(isLoaded))
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function rebuilt(player: Page, events: Parameters<typeof replay>[0]): Promise<object> {
  await player.setContent('<!doctype html>');
  await player.addScriptTag({ path: PLAYER });
  await player.addScriptTag({ content: await readFile(DUMP, 'utf8') });
  await player.evaluate(replay, events);
  return player.evaluate(() => {
    const shown = document.querySelector('iframe')?.contentDocument;
    if (!shown) throw new Error('The player shows no page.');
    // The player's own mark.
    shown.documentElement.removeAttribute('class');
    return (globalThis as unknown as Changing).dumpOf(shown, (element) => element.shadowRoot);
  });
}
