import { rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';

const PAGE = `<!doctype html><title>Page</title><button onclick="this.textContent = 'Done'">Do it</button>`;

test.beforeEach(({ site }) => site.reply('/page', PAGE));

test.describe('with two monitored sites', () => {
  test.use({
    policy: async ({ policy, site }, use) =>
      use({
        ...policy,
        sites: [site.origin, site.otherOrigin].map((origin) => ({
          match: `${origin}/*`,
          redaction: 'standard',
          urlParameters: [],
          vocabulary: [],
        })),
      }),
  });

  test('work that goes on at another site begins another episode', async ({
    acknowledge,
    collector,
    extensionBrowser,
    page,
    send,
    site,
  }) => {
    site.reply('/around', `<!doctype html><title>Around</title><iframe src="${site.otherOrigin}/page"></iframe>`);
    site.reply('/frames', '<!doctype html><title>Frames</title><frameset cols="50%,*"><frame src="/page"></frameset>');
    const actions = async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions'];
    await acknowledge();
    await page.goto(`${site.origin}/around`);
    await page.frameLocator('iframe').getByRole('button').click();
    await expect.poll(actions).toBe(1);
    await page.goto(`${site.origin}/page`);
    await page.getByRole('button').click();
    await expect.poll(actions).toBe(2);
    await page.goto(`${site.otherOrigin}/frames`);
    await page.frameLocator('frame').getByRole('button').hover();
    const heardOf = async () => {
      const open = (await rowsOf(extensionBrowser, 'episodes')).find(({ status }) => status === 'open');
      return (await rowsOf(extensionBrowser, 'recorders')).filter(({ episode }) => episode === open?.['id']).length;
    };
    await expect.poll(heardOf, { message: 'the frame and the page around it' }).toBe(2);
    await page.frameLocator('frame').getByRole('button').click();
    const [first] = await collector.received(1);
    expect(first?.episode.cut.rule).toBe('site');
    await send('endTask', {});
    const episodes = (await collector.received(2)).map(({ episode }) => episode);
    expect(episodes.map(({ documents }) => documents.map(({ siteRule }) => siteRule).toSorted())).toEqual([
      [`${site.origin}/*`, `${site.origin}/*`, `${site.otherOrigin}/*`],
      [`${site.otherOrigin}/*`, `${site.otherOrigin}/*`],
    ]);
    expect(episodes.map(({ steps }) => steps.filter(({ action }) => action.type === 'click').length)).toEqual([2, 1]);
    expect(
      episodes.every(({ streams }) => streams.every(({ events }) => events[0]?.type === 4 && events[1]?.type === 2)),
    ).toBe(true);
  });
});

test('a page that leaves says its last words twice, and they count once, in one episode', async ({
  acknowledge,
  collector,
  context,
  send,
  site,
}) => {
  await acknowledge();
  const tasks = 5;
  for (let task = 0; task < tasks; task += 1) {
    const page = await context.newPage();
    await page.goto(`${site.origin}/page`);
    await page.getByRole('button').click();
    await page.close();
    await send('endTask', {});
  }
  const episodes = (await collector.received(tasks)).map(({ episode }) => episode);
  const clicks = episodes.map(({ steps }) => steps.filter(({ action }) => action.type === 'click').length);
  expect(clicks).toEqual(Array.from({ length: tasks }, () => 1));
});

test('a page that ends before it was heard of is missed', async ({
  acknowledge,
  collector,
  context,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/page`);
  await page.getByRole('button').click();
  await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
  const ended = async () => (await rowsOf(extensionBrowser, 'recorders')).map((row) => row['ended']);
  const crashing = await context.newPage();
  await crashing.goto(`${site.origin}/page`);
  await expect.poll(ended).toContain('unheard');
  const crashed = crashing.waitForEvent('crash');
  const devtools = await context.newCDPSession(crashing);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await crashing.close();
  await expect.poll(ended).toContain('gone');
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  expect(arrived?.episode.gaps.map(({ reason }) => reason)).toEqual(['unload_unconfirmed']);
});

test('a page that nobody touched and that is closed again leaves no gap', async ({
  acknowledge,
  collector,
  context,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/page`);
  await page.getByRole('button').click();
  const ended = async () => (await rowsOf(extensionBrowser, 'recorders')).map((row) => row['ended']);
  const idle = await context.newPage();
  await idle.goto(`${site.origin}/page`);
  await expect.poll(ended).toContain('unheard');
  await idle.close();
  await expect.poll(ended).not.toEqual(expect.arrayContaining([expect.stringMatching(/unheard|gone/)]));
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  expect(arrived?.episode.gaps).toEqual([]);
});

test('a value keeps its placeholder when the worker is stopped between two batches', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
  stopWorker,
}) => {
  site.reply('/fields', '<!doctype html><title>Fields</title><input title="First"><input title="Last">');
  await acknowledge();
  await page.goto(`${site.origin}/fields`);
  const actions = async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions'];
  for (const [at, field] of ['First', 'Last'].entries()) {
    await page.getByTitle(field).click();
    await page.keyboard.type('Zoë Kravchenko');
    await page.keyboard.press('Tab');
    await expect.poll(actions).toBeGreaterThanOrEqual(2 * (at + 1));
    await stopWorker();
  }
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  const filled = arrived?.episode.steps.flatMap(({ action }) => (action.type === 'fill' ? [action.value.text] : []));
  // What the field held on the way may have one too, if a batch was sent by then.
  expect(filled).toEqual([expect.stringMatching(/^⟦WORDS_\d⟧$/), filled?.[0]]);
});
