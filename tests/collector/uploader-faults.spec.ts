import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startCollector } from '../../collector/start-collector.ts';
import type { UploadProblem } from '../../lib/messages.ts';
import { CHUNK_TARGET_BYTES } from '../../lib/manifest.ts';
import type { Fault } from '../support/faulty-proxy.ts';
import { createRecords, expect, isChunk, isManifest, test } from './uploader-fixtures.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const faults: readonly { name: string; fault: Fault; where?: typeof isChunk; problem: UploadProblem | null }[] = [
  { name: 'answers 500', fault: { fault: 'status', status: 500 }, problem: 'server_error' },
  { name: 'answers 507 to chunks', fault: { fault: 'status', status: 507 }, where: isChunk, problem: 'server_error' },
  {
    name: 'answers 502 to the manifest',
    fault: { fault: 'status', status: 502 },
    where: isManifest,
    problem: 'server_error',
  },
  { name: 'answers 429', fault: { fault: 'status', status: 429 }, problem: 'busy' },
  { name: 'answers 503', fault: { fault: 'status', status: 503 }, problem: 'busy' },
  { name: 'answers 200 to everything', fault: { fault: 'status', status: 200 }, problem: 'server_error' },
  {
    name: 'answers 200 to the manifest',
    fault: { fault: 'status', status: 200 },
    where: isManifest,
    problem: 'server_error',
  },
  { name: 'cuts chunks half-way', fault: { fault: 'cut-request' }, where: isChunk, problem: 'unreachable' },
  { name: 'loses its answers to chunks', fault: { fault: 'cut-reply' }, where: isChunk, problem: 'unreachable' },
  {
    name: 'loses its answer to the manifest',
    fault: { fault: 'cut-reply' },
    where: isManifest,
    problem: 'unreachable',
  },
  { name: 'gets other bytes than were sent', fault: { fault: 'corrupt' }, where: isChunk, problem: 'server_error' },
  { name: 'is slow', fault: { fault: 'delay', ms: 300 }, problem: null },
];

for (const { name, fault, where, problem } of faults) {
  test(`nothing is lost and nothing doubled while the collector ${name}`, async ({
    memory,
    pass,
    session,
    network,
    clock,
    arrived,
    collector,
  }) => {
    const records = createRecords(3, CHUNK_TARGET_BYTES - 100);
    const episode = memory.add(session, records);
    network.fail(fault, where && { where });
    await pass();
    expect(memory.state.problem).toBe(problem);
    expect(memory.find(episode).status).toBe(problem ? 'closed' : 'uploaded');

    network.fail(null);
    clock.ahead = HOUR / 2;
    await pass();
    expect(await arrived(session, episode)).toEqual(records);
    expect(memory.find(episode).status).toBe('uploaded');
    expect(memory.state.problem).toBeNull();
    const folder = join(collector.objectsFolder, 'sessions', session);
    expect(await readdir(join(folder, 'chunks'))).toHaveLength(3);
    expect(await readdir(join(folder, 'episodes'))).toHaveLength(1);
  });
}

test('every request may fail once, and still all arrives', async ({
  memory,
  pass,
  session,
  network,
  clock,
  arrived,
}) => {
  const records = createRecords(3, CHUNK_TARGET_BYTES - 100);
  const episode = memory.add(session, records);
  for (let failed = 0; memory.find(episode).status === 'closed'; failed += 1) {
    expect(failed, 'passes').toBeLessThan(20);
    const reached = network.seen.length;
    // Not the first request of each pass, and a different one each time.
    network.fail({ fault: 'cut-reply' }, { times: 1, where: () => network.seen.length > reached + failed });
    await pass();
    clock.ahead += 2 * HOUR;
  }
  expect(await arrived(session, episode)).toEqual(records);
});

test('a collector that is down is left alone for longer and longer, then gets everything', async ({
  memory,
  pass,
  session,
  network,
  clock,
  collector,
  arrived,
  folder,
}) => {
  const episode = memory.add(session, createRecords(1));
  await pass();
  const waiting = memory.add(session, createRecords(1));
  await collector.close();
  const attempts: number[] = [];
  for (let minute = 0; minute < 180; minute += 1) {
    const before = network.seen.length;
    await pass();
    if (network.seen.length > before) attempts.push(minute);
    clock.ahead += MINUTE;
  }
  expect(attempts.length).toBeGreaterThan(6);
  expect(attempts.length).toBeLessThan(14);
  expect(memory.state.problem).toBe('unreachable');
  expect(memory.find(waiting).status).toBe('closed');

  const again = await startCollector({
    dataFolder: folder,
    port: Number(new URL(collector.url).port),
    enrolmentTokens: [],
  });
  clock.ahead += 2 * HOUR;
  await pass();
  await again.close();
  expect(memory.state.problem).toBeNull();
  for (const id of [episode, waiting]) expect(await arrived(session, id)).toHaveLength(1);
});

for (const [status, retryAfter] of [
  [429, () => '600'],
  [503, () => new Date(Date.now() + 600_000).toUTCString()],
] as const) {
  test(`Retry-After of a ${status} holds for all episodes`, async ({ memory, pass, session, network, clock }) => {
    memory.add(session, createRecords(1));
    memory.add(session, createRecords(1));
    network.fail({ fault: 'status', status, retryAfter: retryAfter() }, { times: 1 });
    await pass();
    const asked = network.seen.length;
    memory.add(session, createRecords(1));
    clock.ahead = 9.5 * MINUTE;
    await pass();
    expect(network.seen).toHaveLength(asked);
    clock.ahead = 20 * MINUTE;
    await pass();
    expect(network.seen.filter(isManifest)).toHaveLength(3);
    expect(memory.state.problem).toBeNull();
  });
}

test('what one collector has asked for does not hold for another', async ({
  memory,
  pass,
  session,
  network,
  deps,
  collector,
}) => {
  const episode = memory.add(session, createRecords(1));
  network.fail({ fault: 'status', status: 429, retryAfter: '600' });
  await pass();
  memory.find(episode).dueAt = 0;
  await pass({ collector: { ...deps.collector, url: collector.url } });
  expect(memory.find(episode).status).toBe('uploaded');
});

test('an episode that is refused waits for hours, and the others go on', async ({
  memory,
  pass,
  session,
  network,
  clock,
}) => {
  const refused = memory.add('not-a-session', createRecords(1));
  const fine = memory.add(session, createRecords(1));
  await pass();
  expect(memory.find(refused)).toMatchObject({ status: 'closed', attempts: 1 });
  expect(memory.find(fine).status).toBe('uploaded');
  expect(memory.state.problem, 'the problem stands while the episode waits').toBe('refused');
  const asked = network.seen.length;
  clock.ahead = 5 * HOUR;
  await pass();
  expect(network.seen).toHaveLength(asked);
});

test('an episode whose rows are gone does not keep the others from being sent', async ({ memory, pass, session }) => {
  const broken = memory.add(session, createRecords(1), ['a sheet that is not there']);
  const fine = memory.add(session, createRecords(1));
  await pass();
  expect(memory.find(broken).status).toBe('closed');
  expect(memory.find(fine).status).toBe('uploaded');
});
