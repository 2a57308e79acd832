import type { ServerResponse } from 'node:http';
import { SETTLE_MS } from '../../lib/cutting.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';

/** A page whose button counts, so that each click changes something. */
const COUNTER = `<!doctype html><title>Counter</title>
<button onclick="this.textContent = 'Clicked ' + ++n">Click</button><script>let n = 0</script>`;

test.beforeEach(({ site }) => site.reply('/counter', COUNTER));

test('a pause holds at once and is a gap in the episode', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/counter`);
  const button = page.getByRole('button');
  await button.click();
  await button.click();
  const actions = async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions'];
  await expect.poll(actions).toBe(2);

  await send('pause', { length: '15min' });
  for (let click = 0; click < 5; click++) await button.click();
  await expect(button).toHaveText('Clicked 7');
  expect((await send('getStatus', { tab: null })).status.state).toBe('paused');
  await send('resume', {});
  await expect(async () => {
    await button.click();
    expect(await actions()).toBeGreaterThan(2);
  }).toPass();
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const pause = arrived?.episode.gaps.find(({ reason }) => reason === 'paused');
  const during = arrived?.episode.steps.filter(
    ({ at, action }) => pause && action.type === 'click' && at > pause.from && at < (pause.to ?? 0),
  );
  expect(pause?.to).toBeGreaterThan(pause?.from ?? Number.POSITIVE_INFINITY);
  expect(during).toEqual([]);
});

test('an episode that waits to be sent is kept through a pause', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/counter`);
  await collector.stop();
  await page.getByRole('button').click();
  await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
  await send('endTask', {});
  expect((await send('getStatus', { tab: null })).unsentEpisodes).toBe(1);
  await expect.poll(async () => (await send('getStatus', { tab: null })).uploadProblem?.reason).toBe('unreachable');
  await send('pause', { length: 'day' });
  await collector.start();
  expect(await collector.manifests()).toEqual([]);
  expect((await send('getStatus', { tab: null })).unsentEpisodes).toBe(1);
});

test('a task ends at once, though what was done in it comes in after another page has begun anew', async ({
  acknowledge,
  extensionBrowser,
  page,
  send,
  site,
}) => {
  await acknowledge();
  const held = Promise.withResolvers<ServerResponse>();
  site.reply('/hold', (_request, response) => held.resolve(response));
  site.reply(
    '/busy',
    `<button onclick="const r = new XMLHttpRequest(); r.open('GET', '/hold', false); r.send()">Work</button>`,
  );
  const streams = async () => (await rowsOf(extensionBrowser, 'recorders')).map(({ stream }) => Number(stream));
  await page.goto(`${site.origin}/counter`);
  await expect.poll(streams).toHaveLength(1);
  const busy = await page.context().newPage();
  await busy.goto(`${site.origin}/busy`);
  await expect.poll(streams).toHaveLength(2);
  const before = Math.max(...(await streams()));

  const clicked = busy.getByRole('button').click();
  const response = await held.promise;
  const ended = send('endTask', {});
  await expect.poll(async () => Math.max(...(await streams()))).toBeGreaterThan(before);
  response.end();
  await Promise.all([clicked, ended]);
  const statuses = async () => (await rowsOf(extensionBrowser, 'episodes')).map(({ status }) => status);
  // Long before one that has to wait for its recorders would.
  await expect.poll(statuses, { timeout: SETTLE_MS / 2 }).toContainEqual(expect.stringMatching(/closed|uploaded/));
});

test('a tab that was open before is recorded from the moment the notice is acknowledged', async ({
  acknowledge,
  extensionBrowser,
  page,
  site,
}) => {
  await page.goto(`${site.origin}/counter`);
  await page.getByRole('button').click();
  expect(await rowsOf(extensionBrowser, 'records')).toEqual([]);
  await acknowledge();
  await expect(async () => {
    await page.getByRole('button').click();
    expect((await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBeGreaterThan(0);
  }).toPass();
});

test('declining stops recording and keeps it stopped', async ({ acknowledge, extensionBrowser, page, send, site }) => {
  await acknowledge();
  await page.goto(`${site.origin}/counter`);
  await page.getByRole('button').click();
  await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
  const { noticeHash } = await send('getOverview', {});
  await send('answerNotice', { noticeHash: noticeHash ?? '', accepted: false });
  const before = (await rowsOf(extensionBrowser, 'records')).length;
  await page.getByRole('button').click();
  await page.reload();
  await page.getByRole('button').click();
  expect((await send('getStatus', { tab: null })).status).toEqual({ state: 'off', reason: 'declined' });
  expect(await rowsOf(extensionBrowser, 'records')).toHaveLength(before);
});

test('a page cannot speak to the worker as if it were the popup', async ({ extensionId, page, site }) => {
  await page.goto(`${site.origin}/counter`);
  const answer = await page.evaluate((id) => {
    const { chrome } = globalThis as unknown as {
      chrome?: { runtime?: { sendMessage(id: string, message: object): Promise<unknown> } };
    };
    return chrome?.runtime?.sendMessage(id, { name: 'resume', request: {} }).catch(String) ?? 'no door';
  }, extensionId);
  expect(answer).toBe('no door');
});
