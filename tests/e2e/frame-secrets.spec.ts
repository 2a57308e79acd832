import { listenForBatches } from '../support/captured-batches.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';

const PASSWORD = 'Zx9-canary-phrase';
/** Milliseconds that a page is busy: longer than the worker waits for its answer. */
const BUSY_MS = 22_000;

test.use({
  policy: async ({ policy, site }, use) => {
    const [monitored] = (policy as { sites: object[] }).sites;
    const sites = [site.origin, site.otherOrigin].map((origin) => ({ match: `${origin}/*`, redaction: 'open' }));
    await use({ ...policy, sites: sites.map((each) => ({ ...monitored, ...each })) });
  },
});

for (const busyMs of [0, BUSY_MS])
  test(`a frame shows what a script gave to a password field beside it, busy for ${busyMs} ms`, async ({
    acknowledge,
    collector,
    extensionBrowser,
    page,
    send,
    site,
    worker,
  }) => {
    site.reply(
      '/shown',
      `<!doctype html><title>Shown</title><button>Go</button><p>Nothing</p><script>
        addEventListener('message', ({ data }) => (document.querySelector('p').textContent = 'It is ' + data));
      </script>`,
    );
    site.reply(
      '/given',
      `<!doctype html><title>Given</title><input type="password"><iframe src="${site.otherOrigin}/shown"></iframe>`,
    );
    await acknowledge();
    await page.goto(`${site.origin}/given`);
    const shown = page.frameLocator('iframe');
    await page.locator('input').click();
    await shown.getByRole('button').click();
    // What both documents were before is stored: nothing else waits for an answer of the page.
    await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(2);
    const captured = await listenForBatches(worker);
    await page.evaluate(
      ([password, ms]) => {
        document.querySelectorAll('input').forEach((field) => (field.value = password));
        frames[0]?.postMessage(password, '*');
        // The message is on its way once this task is over.
        setTimeout(() => {
          for (const end = performance.now() + ms; performance.now() < end;);
        }, 20);
      },
      [PASSWORD, busyMs] as const,
    );
    // Nobody acts in the page around it: the frame hands in first.
    await expect.poll(async () => JSON.stringify(await captured.all())).toContain(PASSWORD);
    await shown.getByRole('button').click();
    await send('endTask', {});
    const [arrived] = await collector.received(1);
    const texts = JSON.stringify(arrived?.episode);
    expect(texts).toContain('It is ⟦SECRET⟧');
    expect(texts).not.toContain(PASSWORD);
    expect(arrived?.episode.steps.filter(({ action }) => action.type === 'click')).toHaveLength(3);
  });
