import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import type { UploadProblem } from '../../lib/messages.ts';
import { createFaultyProxy, type Fault, type FaultyProxy, type SeenRequest } from '../support/faulty-proxy.ts';
import { expect, test as base } from '../support/fixtures.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

interface Fixtures {
  /** The way to the collector. */
  network: FaultyProxy;
  /** A person files a ticket and says that the task is done: one episode. */
  fileTicket: () => Promise<void>;
  /** What the worker does once a minute, now. */
  uploadAlarm: () => Promise<void>;
  problem: () => Promise<UploadProblem | null>;
}

const FORM = `<!doctype html><title>New ticket</title><style>h1 { color: teal }</style><h1>New ticket</h1>
<label>Subject <input id="subject"></label>
<button type="button" onclick="document.querySelector('output').textContent += 'Saved. '">Save</button>
<output></output>`;

const test = base.extend<Fixtures>({
  network: async ({ collector }, use) => {
    const network = await createFaultyProxy(collector.url);
    await use(network);
    await network.close();
  },
  policy: async ({ policy, collector, network }, use) =>
    use({ ...policy, collector: { ...collector.policyValues, url: network.url } }),
  fileTicket: async ({ page, send, site }, use) =>
    use(async () => {
      site.reply('/tickets/new', FORM);
      await page.goto(`${site.origin}/tickets/new`);
      await page.getByLabel('Subject').click();
      await page.keyboard.type('Printer');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('output')).toHaveText('Saved.');
      await send('endTask', {});
    }),
  uploadAlarm: async ({ extensionBrowser }, use) =>
    use(() =>
      extensionBrowser.withExtensionPage((page) =>
        page.evaluate(() => chrome.alarms.create('upload', { when: Date.now(), periodInMinutes: 1 })),
      ),
    ),
  problem: async ({ send }, use) =>
    use(async () => (await send('getStatus', { tab: null })).uploadProblem?.reason ?? null),
});

const isChunk = ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('/chunks/');
const isManifest = ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('/episodes/');

const faults: readonly { name: string; fault: Fault; where?: typeof isChunk; problem: UploadProblem; says: RegExp }[] =
  [
    {
      name: 'answers 500',
      fault: { fault: 'status', status: 500 },
      problem: 'server_error',
      says: /The server has had a fault/,
    },
    {
      name: 'answers 429',
      fault: { fault: 'status', status: 429, retryAfter: '3' },
      problem: 'busy',
      says: /The server has been busy since/,
    },
    {
      name: 'has a full disk',
      fault: { fault: 'status', status: 507 },
      where: isChunk,
      problem: 'server_error',
      says: /The server has had a fault/,
    },
    {
      name: 'gets other bytes than were sent',
      fault: { fault: 'corrupt' },
      where: isChunk,
      problem: 'server_error',
      says: /The server has had a fault/,
    },
    {
      name: 'cuts chunks half-way',
      fault: { fault: 'cut-request' },
      where: isChunk,
      problem: 'unreachable',
      says: /server has been out of reach/,
    },
    {
      name: 'loses its answer to the manifest',
      fault: { fault: 'cut-reply' },
      where: isManifest,
      problem: 'unreachable',
      says: /server has been out of reach/,
    },
  ];

test.beforeEach(({ acknowledge }) => acknowledge());

for (const { name, fault, where, problem: expected, says } of faults) {
  test(`nothing is lost or doubled while the collector ${name}, and the popup says so`, async ({
    collector,
    network,
    fileTicket,
    uploadAlarm,
    problem,
    send,
    context,
    extensionId,
  }) => {
    network.fail(fault, where && { where });
    await fileTicket();
    await expect.poll(problem).toBe(expected);
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(popup.getByText(says)).toBeVisible();

    network.fail(null);
    await expect
      .poll(async () => {
        await uploadAlarm();
        return (await send('getOverview', {})).uploads.length;
      })
      .toBe(1);
    expect(await problem()).toBeNull();
    const [arrived, ...others] = await collector.received(1);
    expect(others).toEqual([]);
    expect(arrived?.episode.gaps).toEqual([]);
    expect(arrived?.episode.steps.filter(({ target }) => target?.name === 'Save')).toHaveLength(1);
    const session = join(collector.objectsFolder, 'sessions', arrived?.manifest.session ?? '');
    expect(await readdir(join(session, 'chunks'))).toHaveLength(arrived?.manifest.chunks.length ?? 0);
  });
}

test('episodes wait for a collector that is down, across stops of the worker', async ({
  collector,
  fileTicket,
  uploadAlarm,
  stopWorker,
  problem,
  send,
}) => {
  await collector.stop();
  await fileTicket();
  await expect.poll(problem).toBe('unreachable');
  await stopWorker();
  await fileTicket();
  await expect.poll(async () => (await send('getStatus', { tab: null })).unsentEpisodes).toBe(2);
  await stopWorker();
  await collector.start();
  await expect
    .poll(async () => {
      await uploadAlarm();
      return (await collector.manifests()).length;
    })
    .toBe(2);
  await expect.poll(problem).toBeNull();
  for (const { episode } of await collector.episodes())
    expect(episode.steps.filter(({ target }) => target?.name === 'Save')).toHaveLength(1);
});

test('a worker that is stopped in the middle of an upload goes on with it', async ({
  collector,
  network,
  fileTicket,
  uploadAlarm,
  stopWorker,
}) => {
  network.fail({ fault: 'delay', ms: 4_000 }, { where: isManifest, times: 1 });
  const filing = fileTicket().catch(() => 'the worker was stopped before it had answered');
  await expect.poll(() => network.seen.filter(isManifest).length).toBe(1);
  await stopWorker();
  await filing;
  await expect
    .poll(async () => {
      await uploadAlarm();
      return network.seen.filter(isManifest).length;
    })
    .toBe(2);
  expect(await collector.received(1)).toHaveLength(1);
});

test('a pause stops an upload under way at once, and resuming goes on with it', async ({
  collector,
  network,
  fileTicket,
  uploadAlarm,
  problem,
  send,
}) => {
  network.fail({ fault: 'delay', ms: 4_000 }, { where: isChunk, times: 1 });
  const filing = fileTicket();
  await expect.poll(() => network.seen.filter(isChunk).length).toBe(1);
  await send('pause', { length: '1h' });
  await filing;
  const asked = network.seen.length;
  await uploadAlarm();
  expect(await problem()).toBeNull();
  expect(await collector.manifests()).toEqual([]);
  expect(network.seen).toHaveLength(asked);

  await send('resume', {});
  await expect
    .poll(async () => {
      await uploadAlarm();
      return (await collector.manifests()).length;
    })
    .toBe(1);
});
