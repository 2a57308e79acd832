import { createServer } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHUNK_TARGET_BYTES } from '../../lib/manifest.ts';
import { listenOnLoopback } from '../../scripts/loopback.ts';
import { createRecords, expect, isChunk, isManifest, test } from './uploader-fixtures.ts';

const HOUR = 60 * 60_000;

test('an episode arrives record for record, and is done with', async ({ memory, pass, session, arrived }) => {
  const records = createRecords(5);
  const episode = memory.add(session, records);
  await pass();
  expect(await arrived(session, episode)).toEqual(records);
  expect(memory.find(episode).status).toBe('uploaded');
  expect(memory.state.problem).toBeNull();
});

test('records are gathered into chunks of a good size, and one that is larger travels alone', async ({
  memory,
  pass,
  session,
  network,
  arrived,
}) => {
  const records = [
    ...createRecords(4, CHUNK_TARGET_BYTES / 3),
    ...createRecords(1, CHUNK_TARGET_BYTES * 2),
    ...createRecords(1),
  ];
  const episode = memory.add(session, records);
  await pass();
  expect(await arrived(session, episode)).toEqual(records);
  expect(network.seen.filter(isChunk)).toHaveLength(4);
});

test('the oldest episode goes first, and each goes once', async ({ memory, pass, session, network }) => {
  const ids = [1, 2, 3].map(() => memory.add(session, createRecords(1)));
  await pass();
  await pass();
  expect(network.seen.filter(isManifest).map(({ path }) => path.split('/').at(-1))).toEqual(ids);
});

test('a style sheet that episodes share is sent once', async ({ memory, pass, session, network, arrived }) => {
  const [sheet] = createRecords(1, 5000);
  memory.sheets.set('sheet', sheet ?? new Uint8Array());
  const [first, second] = [1, 2].map(() => memory.add(session, createRecords(1), ['sheet']));
  await pass();
  expect(await arrived(session, first ?? '')).toContainEqual(sheet);
  expect(await arrived(session, second ?? '')).toContainEqual(sheet);
  expect(network.seen.filter(isChunk)).toHaveLength(3);
});

test('what is sent in a day stays within the budget, and the rest goes on the next day', async ({
  memory,
  pass,
  session,
  clock,
}) => {
  const episodes = [1, 2].map(() => memory.add(session, createRecords(3, 100_000)));
  const statuses = () => episodes.map((episode) => memory.find(episode).status);
  await pass({ uploadBytesPerDay: 400_000 });
  expect(statuses()).toEqual(['uploaded', 'closed']);
  expect(memory.state.problem).toBe('day_budget');
  expect(memory.sentBytes()).toBeLessThanOrEqual(400_000);
  clock.ahead = 25 * HOUR;
  await pass({ uploadBytesPerDay: 400_000 });
  expect(statuses()).toEqual(['uploaded', 'uploaded']);
  expect(memory.state.problem).toBeNull();
});

test('a pause stops a pass at once, and counts nothing as failed', async ({
  memory,
  pass,
  session,
  network,
  arrived,
}) => {
  const episode = memory.add(session, createRecords(3, CHUNK_TARGET_BYTES));
  const pause = new AbortController();
  network.fail(
    { fault: 'delay', ms: 5_000 },
    { where: (seen) => isChunk(seen) && network.seen.filter(isChunk).length === 2 },
  );
  const running = pass({ signal: pause.signal });
  await expect.poll(() => network.seen.filter(isChunk).length).toBe(2);
  pause.abort();
  await running;
  expect(memory.find(episode)).toMatchObject({ status: 'closed', attempts: 0 });
  expect(memory.state.problem).toBeNull();
  expect(await arrived(session, episode)).toBeUndefined();
});

test('an upload goes on from what the collector has', async ({ memory, pass, session, network, arrived }) => {
  const records = createRecords(4, CHUNK_TARGET_BYTES - 100);
  const episode = memory.add(session, records);
  const kill = new AbortController();
  const counting: typeof fetch = (...request) => {
    if (network.seen.filter(isChunk).length === 2) kill.abort();
    return fetch(...request);
  };
  await pass({ fetch: counting, signal: kill.signal });
  const before = network.seen.filter(isChunk).length;
  await pass();
  expect(await arrived(session, episode)).toEqual(records);
  expect(before).toBe(2);
  expect(network.seen.filter(isChunk)).toHaveLength(4);
});

test('a device that the collector has forgotten enrols again by itself', async ({
  memory,
  pass,
  session,
  collector,
}) => {
  memory.add(session, createRecords(1));
  await pass();
  await rm(join(collector.objectsFolder, 'devices'), { recursive: true });
  const episode = memory.add(session, createRecords(1));
  await pass();
  expect(memory.find(episode).status).toBe('uploaded');
});

test('a device whose clock is hours off follows the clock of the collector', async ({
  memory,
  pass,
  session,
  clock,
}) => {
  for (const ahead of [-3 * HOUR, 3 * HOUR]) {
    clock.ahead = ahead;
    const episode = memory.add(session, createRecords(1));
    await pass();
    expect(memory.find(episode).status).toBe('uploaded');
  }
});

test('a wrong enrolment token is told, and keeps everything', async ({ memory, pass, session, network }) => {
  const episode = memory.add(session, createRecords(1));
  await pass({ collector: { url: network.url, enrolmentToken: 'yesterdays-enrolment-token' } });
  expect(memory.state.problem).toBe('not_enrolled');
  expect(memory.find(episode).status).toBe('closed');
});

test('the private key cannot leave the browser', async ({ memory, pass }) => {
  await pass();
  const key = memory.state.device?.keys.privateKey;
  expect(key?.extractable).toBe(false);
});

test('an episode that was deleted at the collector is not sent again', async ({
  memory,
  pass,
  session,
  ask,
  arrived,
}) => {
  const episode = memory.add(session, createRecords(1));
  expect((await (await ask())('DELETE', `/sessions/${session}/episodes/${episode}`)).status).toBe(204);
  await pass();
  expect(memory.find(episode).status).toBe('uploaded');
  expect(await arrived(session, episode)).toBeUndefined();
});

test('data goes to the host in the policy and to no other', async ({ memory, pass, session, collector, arrived }) => {
  const server = createServer((request, reply) => {
    reply.writeHead(307, { location: `${collector.url}${request.url}` }).end();
  });
  const { port, stop } = await listenOnLoopback(server);
  const episode = memory.add(session, createRecords(1));
  await pass({ collector: { url: `http://127.0.0.1:${port}`, enrolmentToken: 'enrolment-token' } });
  await stop();
  expect(await arrived(session, episode)).toBeUndefined();
  expect(memory.state.problem).toBe('unreachable');
});
