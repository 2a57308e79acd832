import { listenForBatches } from '../support/captured-batches.ts';
import { expect, test } from '../support/shared-browser.ts';

test('every frame is recorded once, by itself, and its owner is named', async ({ acknowledge, page, site, worker }) => {
  site.reply('/child', '<!doctype html><title>Child</title><button>Inside</button>');
  site.reply(
    '/frames',
    '<!doctype html><title>Frames</title><h1>Outside</h1><iframe src="/child"></iframe>' +
      '<iframe srcdoc="<button>Written</button>"></iframe><iframe src="about:blank"></iframe>',
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/frames`);
  await page.frameLocator('iframe >> nth=0').getByRole('button').click();
  await page.frameLocator('iframe >> nth=1').getByRole('button').click();
  await page.getByRole('heading').click();
  await expect.poll(captured.verbs).toHaveLength(3);
  const framesHeard = async () => new Set((await captured.all()).map(({ frame }) => frame)).size;
  await expect.poll(framesHeard).toBe(4);
  const delivered = await captured.all();
  const top = delivered.filter(({ frame }) => frame === 0).map(({ batch }) => batch);
  expect(JSON.stringify(top.flatMap(({ events }) => events))).not.toContain('Inside');
  expect(JSON.stringify(top.flatMap(({ events }) => events))).not.toContain('Written');
  expect(top[0]?.frameOwners.map(({ index }) => index).toSorted()).toEqual([0, 1, 2]);
  const children = delivered.filter(({ frame }) => frame !== 0).map(({ batch }) => batch);
  expect(new Set(children.map(({ place }) => place.index))).toEqual(new Set([0, 1, 2]));
});

test('open and closed shadow roots are recorded', async ({ acknowledge, page, site, worker }) => {
  site.reply(
    '/shadow',
    `<!doctype html><title>Shadow</title><x-open></x-open><x-closed></x-closed><script>
      const define = (name, mode) => customElements.define(name, class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode }).innerHTML = '<button>In ' + mode + '</button>'; }
      });
      define('x-open', 'open'); define('x-closed', 'closed');
    </script>`,
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/shadow`);
  await page.getByRole('button', { name: 'In open' }).click();
  await expect.poll(captured.verbs).toEqual(['click']);
  const [action] = await captured.actions();
  expect(action?.target).toMatchObject({ name: 'In open', shadowPath: ['x-open'] });
  expect(JSON.stringify(await captured.all())).toContain('In closed');
});

for (const [mode, host] of [
  ['open', 'x-card'],
  ['closed', 'x-card'],
  ['open', 'section'],
] as const)
  test(`a shadow root that comes after its host is recorded before the next action (${mode}, ${host})`, async ({
    acknowledge,
    page,
    site,
    worker,
  }) => {
    site.reply('/late', `<!doctype html><title>Late</title><${host} id="host"></${host}><button>Go</button>`);
    await acknowledge();
    const captured = await listenForBatches(worker);
    await page.goto(`${site.origin}/late`);
    await page.getByRole('button').click();
    await page.evaluate((wanted) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: wanted });
      root?.append(Object.assign(document.createElement('p'), { textContent: 'came late' }));
    }, mode);
    // Of elements that are not custom, only those are asked for a root in which somebody acts.
    await page.locator(host === 'section' ? 'p' : 'button').click();
    await expect.poll(captured.verbs).toEqual(['click', 'click']);
    const events = (await captured.all()).flatMap(({ batch }) => batch.events);
    const [, second] = await captured.actions();
    expect(JSON.stringify(events.slice(0, second?.eventsBefore ?? 0))).toContain('came late');
  });

test('style sheets that a script changes are in the snapshot before the next action', async ({
  acknowledge,
  page,
  site,
  worker,
}) => {
  site.reply('/styles', '<!doctype html><title>Styles</title><style>h1 { color: red }</style><button>Go</button>');
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/styles`);
  await page.getByRole('button').click();
  await page.evaluate(() => {
    document.styleSheets[0]?.insertRule('h2 { color: rebeccapurple }');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h3 { color: papayawhip }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.getByRole('button').click();
  await expect.poll(captured.verbs).toEqual(['click', 'click']);
  const events = (await captured.all()).flatMap(({ batch }) => batch.events);
  const [, second] = await captured.actions();
  const before = JSON.stringify(events.slice(0, second?.eventsBefore ?? 0));
  expect(before).toContain('rebeccapurple');
  expect(before).toContain('papayawhip');
});
