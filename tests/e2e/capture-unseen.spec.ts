import { listenForBatches } from '../support/captured-batches.ts';
import { expect, test } from '../support/shared-browser.ts';

/** A page that watches whatever could tell it of a recorder. */
const WATCHFUL = `<!doctype html><title>Watchful</title><script>
  window.seen = [];
  new MutationObserver((records) => {
    for (const { type, attributeName, addedNodes } of records)
      seen.push(type === 'attributes' ? attributeName : [...addedNodes].map(({ nodeName }) => nodeName).join());
  }).observe(document, { attributes: true, childList: true, subtree: true });
  addEventListener('message', () => seen.push('message'));
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { seen.push('event ' + event.type); return dispatch.call(this, event); };
  for (const name of ['fetch', 'XMLHttpRequest', 'MutationObserver', 'Element', 'HTMLInputElement'])
    window['native ' + name] = Object.getOwnPropertyNames(window[name].prototype ?? window[name]).length;
</script><body><form id="Zone"><input type="password" value="x"></form><button>Go</button><p></p>`;

test('the page is not written to, and sees no iframe, attribute, event or message', async ({
  acknowledge,
  page,
  site,
  worker,
}) => {
  site.reply('/watchful', WATCHFUL);
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/watchful`);
  await page.evaluate(() => Object.assign(window, { seen: [] }));
  await page.getByRole('button').click();
  await page.evaluate(() => document.querySelector('input')?.setAttribute('type', 'text'));
  await page.getByRole('button').click();
  await page.evaluate(() => document.querySelector('p')?.append('changed'));
  await expect.poll(captured.verbs).toEqual(['click', 'click']);
  await expect.poll(async () => JSON.stringify(await captured.all())).toContain('changed');
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['type', '#text']);
});

test('a page that is loaded again out of the back/forward cache is recorded anew', async ({
  acknowledge,
  page,
  site,
  worker,
}) => {
  site.reply('/first', '<!doctype html><title>First</title><a href="/second">Next</a><button>First</button>');
  site.reply('/second', '<!doctype html><title>Second</title><button>Second</button>');
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/first`);
  const clickUntilCaptured = (name: string) =>
    expect(async () => {
      await page.getByRole('button', { name }).click();
      expect((await captured.actions()).some(({ target }) => target?.name === name)).toBe(true);
    }).toPass();
  await page.getByRole('link').click();
  await clickUntilCaptured('Second');
  await page.goBack();
  await clickUntilCaptured('First');
  const batches = (await captured.all()).map(({ batch }) => batch);
  expect(batches.filter(({ isLast }) => isLast).length).toBeGreaterThanOrEqual(2);
  for (const recorder of new Set(batches.map((batch) => batch.recorder))) {
    const seqs = [...new Set(batches.filter((batch) => batch.recorder === recorder).map(({ seq }) => seq))];
    expect(seqs.toSorted((a, b) => a - b)).toEqual(seqs.map((_, index) => index));
  }
});

test('a page may give its variables the names of our scripts', async ({ acknowledge, page, site, worker }) => {
  site.reply(
    '/names',
    `<!doctype html><title>Names</title><script>
      const dialogs = 1, recorder = 2, screenshots = 3, pointerPath = 4; document.title = 'named';
    </script><button>Go</button>`,
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/names`);
  await page.getByRole('button').click();
  await expect.poll(captured.verbs).toEqual(['click']);
  await expect(page).toHaveTitle('named');
});
