import { randomUUID } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningCollector } from '../../collector/start-collector.ts';
import { Manifest } from '../../lib/manifest.ts';
import {
  createChunk,
  createManifest,
  expect,
  expectProblem,
  test,
  type TestChunk,
  type TestDevice,
} from './fixtures.ts';

async function putEpisode(device: TestDevice, session: string, chunks: readonly TestChunk[]): Promise<Manifest> {
  for (const chunk of chunks) await device.putChunk(session, chunk);
  const manifest = createManifest(session, chunks);
  const reply = await device.putManifest(manifest);
  expect(reply.status).toBe(201);
  expect(await reply.json()).toEqual({ episode: manifest.episode, chunks: chunks.length });
  return manifest;
}

const pathOf = ({ session, episode }: Manifest) => `/v1/sessions/${session}/episodes/${episode}`;
const storedChunks = (collector: RunningCollector, session: string) =>
  readdir(join(collector.objectsFolder, 'sessions', session, 'chunks'));

test('an episode is on the disk when its 201 arrives, and can be asked for', async ({ collector, device, session }) => {
  const manifest = await putEpisode(device, session, [createChunk(), createChunk()]);
  const path = join(collector.objectsFolder, 'sessions', session, 'episodes', `${manifest.episode}.json`);
  expect(Manifest.parse(JSON.parse(await readFile(path, 'utf8')))).toEqual(manifest);
  const reply = await device.send('GET', pathOf(manifest));
  expect(await reply.json()).toEqual(manifest);
});

test('an episode that never came is not found', async ({ device, session }) => {
  await expectProblem(await device.send('GET', `/v1/sessions/${session}/episodes/${randomUUID()}`), 404, 'not-found');
});

test('a manifest has to wait for its chunks, and is told which', async ({ collector, device, session }) => {
  const [here, absent] = [createChunk(), createChunk()];
  await device.putChunk(session, here);
  const manifest = createManifest(session, [here, absent]);
  const problem = await expectProblem(await device.putManifest(manifest), 409, 'missing-chunks');
  expect(problem.missing).toEqual([absent.digest]);
  await expect(access(join(collector.objectsFolder, 'sessions', session, 'episodes'))).rejects.toThrow('ENOENT');
  await device.putChunk(session, absent);
  expect((await device.putManifest(manifest)).status).toBe(201);
});

test('the same manifest again is a 200, in whatever order its keys are', async ({ device, session }) => {
  const manifest = await putEpisode(device, session, [createChunk()]);
  expect((await device.putManifest(manifest)).status).toBe(200);
  const reversed = Object.fromEntries(Object.entries(manifest).reverse());
  expect((await device.send('PUT', pathOf(manifest), reversed)).status).toBe(200);
});

test('an episode does not change', async ({ device, session }) => {
  const manifest = await putEpisode(device, session, [createChunk()]);
  const changed = { ...manifest, closedAt: manifest.closedAt + 1 };
  await expectProblem(await device.putManifest(changed), 409, 'different-manifest');
  expect(await (await device.send('GET', pathOf(manifest))).json()).toEqual(manifest);
});

test('a manifest that is not one, or not of this path, is refused without repeating it', async ({
  device,
  session,
}) => {
  const manifest = createManifest(session, [createChunk()]);
  const spoilt = { ...manifest, wrappedKey: 'secret!' };
  const problem = await expectProblem(await device.putManifest(spoilt), 400, 'malformed');
  expect(problem.detail).toContain('body.wrappedKey');
  expect(problem.detail).not.toContain('secret');
  const elsewhere = `/v1/sessions/${session}/episodes/${randomUUID()}`;
  await expectProblem(await device.send('PUT', elsewhere, manifest), 400, 'malformed');
  await expectProblem(await device.send('PUT', pathOf(manifest), { ...manifest, more: 1 }), 400, 'malformed');
});

test('a deleted episode is gone with its chunks, but not with those that another one needs', async ({
  collector,
  device,
  session,
}) => {
  const [own, shared, others] = [createChunk(), createChunk(), createChunk()];
  const first = await putEpisode(device, session, [own, shared]);
  const second = await putEpisode(device, session, [shared, others]);

  expect((await device.send('DELETE', pathOf(first))).status).toBe(204);
  expect(await storedChunks(collector, session)).toEqual([shared.digest, others.digest].sort());
  await expectProblem(await device.send('GET', pathOf(first)), 410, 'deleted');
  expect((await device.send('GET', pathOf(second))).status).toBe(200);

  expect((await device.send('DELETE', pathOf(second))).status).toBe(204);
  expect(await storedChunks(collector, session)).toEqual([]);
});

test('deleting is harmless to repeat, and possible before anything came', async ({ device, session }) => {
  const manifest = createManifest(session, [createChunk()]);
  for (let time = 0; time < 2; time += 1) expect((await device.send('DELETE', pathOf(manifest))).status).toBe(204);
  await expectProblem(await device.putManifest(manifest), 410, 'deleted');
});

test('a deleted episode is not taken again', async ({ device, session }) => {
  const chunk = createChunk();
  const manifest = await putEpisode(device, session, [chunk]);
  await device.send('DELETE', pathOf(manifest));
  await device.putChunk(session, chunk);
  await expectProblem(await device.putManifest(manifest), 410, 'deleted');
});

test('repeating a deletion that was cut short takes the rest away', async ({ collector, device, session }) => {
  const chunk = createChunk();
  const manifest = await putEpisode(device, session, [chunk]);
  await device.send('DELETE', pathOf(manifest));
  // As if the power had gone after the tombstone: the chunk is still there.
  await device.putChunk(session, chunk);
  await device.send('DELETE', pathOf(manifest));
  expect(await storedChunks(collector, session)).toEqual([]);
});
