import { clickToClose } from '../support/click-to-close.ts';
import { expect, test } from '../support/fixtures.ts';

interface Zooming {
  readonly tabs: { setZoom(factor: number): Promise<void> };
}

const page = (title: string, body: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>${body}`;

test('where scripts go belongs to the click, where a person goes is a step, and nothing later is in what was seen', async ({
  acknowledge,
  collector,
  page: tab,
  send,
  site,
  worker,
}) => {
  site.reply(
    '/desk',
    page('Desk', '<a href="#more">More</a> <a href="/next">Next</a> <a href="/pick" target="_blank">Pick</a>'),
  );
  site.reply('/next', page('Next', '<button onclick="history.back()">Cancel</button>'));
  site.reply('/pick', page('Pick', '<button onclick="window.close()">First</button>'));
  await acknowledge();
  await tab.goto(`${site.origin}/desk`);
  await worker.evaluate(() => (globalThis as unknown as { chrome: Zooming }).chrome.tabs.setZoom(1.25));
  await expect.poll(() => tab.evaluate(() => devicePixelRatio)).toBe(1.25);

  await tab.getByRole('link', { name: 'More' }).click();
  await tab.goBack();
  await tab.getByRole('link', { name: 'Next' }).click();
  await tab.getByRole('button', { name: 'Cancel' }).click();
  const opening = tab.context().waitForEvent('page');
  await tab.getByRole('link', { name: 'Pick' }).click();
  const picking = await opening;
  await clickToClose(picking.getByRole('button', { name: 'First' }));
  await tab.getByRole('link', { name: 'More' }).click();
  await tab.reload();
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const episode = arrived?.episode;
  const names = episode?.steps.map(({ action, target }) => target?.name ?? action.type);
  expect(names).toEqual(['goto', 'More', 'goBack', 'Next', 'Cancel', 'Pick', 'First', 'More', 'reload']);
  expect(episode?.gaps).toEqual([]);
  const zooms = episode?.steps.slice(1).map(({ observation }) => observation.page?.viewport.zoom);
  expect(zooms?.filter((zoom) => zoom !== undefined && zoom !== 1.25)).toEqual([]);
  expect(zooms?.filter((zoom) => zoom === 1.25).length).toBeGreaterThan(4);
  for (const { at, observation } of episode?.steps ?? []) {
    const last = observation.streams.map(({ stream, events }) => episode?.streams[stream]?.events[events - 1]);
    expect(last.every((event) => event && event.timestamp <= at)).toBe(true);
  }
});
