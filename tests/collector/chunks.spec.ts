import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { openFilesSink } from '../../collector/files-sink.ts';
import { startCollector } from '../../collector/start-collector.ts';
import { MAX_CHUNK_BYTES } from '../../lib/manifest.ts';
import { createChunk, createTestDevice, ENROLMENT_TOKEN, expect, expectProblem, test } from './fixtures.ts';

test('a chunk is on the disk, whole, when its 201 arrives', async ({ collector, device, session }) => {
  const chunk = createChunk();
  expect((await device.putChunk(session, chunk)).status).toBe(201);
  const stored = await readFile(join(collector.objectsFolder, 'sessions', session, 'chunks', chunk.digest));
  expect(stored.equals(chunk.bytes)).toBe(true);
  expect(await readdir(join(collector.objectsFolder, 'incoming'))).toEqual([]);
});

test('the same chunk again is a 200', async ({ device, session }) => {
  const chunk = createChunk();
  await device.putChunk(session, chunk);
  expect((await device.putChunk(session, chunk)).status).toBe(200);
});

test('of the same chunk sent many times at once one is stored and all are acknowledged', async ({
  device,
  session,
}) => {
  const chunk = createChunk(300_000);
  const replies = await Promise.all(Array.from({ length: 8 }, () => device.putChunk(session, chunk)));
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
});

test('bytes with another digest are refused and leave nothing behind', async ({ collector, device, session }) => {
  const chunk = { ...createChunk(), digest: createChunk().digest };
  await expectProblem(await device.putChunk(session, chunk), 422, 'wrong-digest');
  await expect(access(join(collector.objectsFolder, 'sessions'))).rejects.toThrow('ENOENT');
});

test('a chunk that says it is too large is refused before it is read', async ({ collector, device, session }) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const path = `${collector.url}/v1/sessions/${session}/chunks/${'0'.repeat(64)}`;
    const put = request(path, { method: 'PUT' }, (response) => resolve(response.statusCode));
    put.on('error', reject);
    put.setHeader('content-type', 'application/octet-stream');
    put.setHeader('content-length', MAX_CHUNK_BYTES + 1);
    void device.token().then((token) => {
      put.setHeader('authorization', `Bearer ${token}`);
      // Headers only: an answer means that the collector did not wait for the rest.
      put.flushHeaders();
    });
  });
  expect(status).toBe(413);
});

test('a chunk that grows too large without saying so is refused', async ({ collector, device, session }) => {
  const body = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent <= MAX_CHUNK_BYTES; sent += 1_000_000) controller.enqueue(new Uint8Array(1_000_000));
      controller.close();
    },
  });
  const streamed = {
    method: 'PUT',
    headers: { authorization: `Bearer ${await device.token()}`, 'content-type': 'application/octet-stream' },
    body,
    duplex: 'half',
  };
  const reply = await fetch(`${collector.url}/v1/sessions/${session}/chunks/${'0'.repeat(64)}`, streamed);
  await expectProblem(reply, 413, 'too-large');
});

test('chunks that are not octets, empty, or badly named are refused', async ({ device, session }) => {
  const { digest } = createChunk();
  const path = `/v1/sessions/${session}/chunks/`;
  await expectProblem(await device.send('PUT', path + digest, { a: 1 }), 415, 'wrong-media-type');
  await expectProblem(await device.send('PUT', path + digest), 415, 'wrong-media-type');
  await expectProblem(await device.send('PUT', path + digest, new Uint8Array(0)), 400, 'malformed');
  await expectProblem(await device.send('PUT', `${path}..%2F..%2Fowner`, new Uint8Array(1)), 400, 'malformed');
  await expectProblem(await device.send('PUT', `/v1/sessions/x/chunks/${digest}`, new Uint8Array(1)), 400, 'malformed');
});

test('the missing ones of many chunks are told in one answer', async ({ device, session }) => {
  const [first, second, third] = [createChunk(), createChunk(), createChunk()];
  await device.putChunk(session, second);
  const digests = [first, second, third].map((chunk) => chunk.digest);
  const reply = await device.send('POST', `/v1/sessions/${session}/missing`, { digests });
  expect(await reply.json()).toEqual({ missing: [first.digest, third.digest] });
});

test('nobody may ask for more than a thousand digests, or for none', async ({ device, session }) => {
  const path = `/v1/sessions/${session}/missing`;
  for (const count of [0, 1001]) {
    const digests = Array.from({ length: count }, () => '0'.repeat(64));
    await expectProblem(await device.send('POST', path, { digests }), 400, 'malformed');
  }
});

test('a session belongs to the device that first wrote to it', async ({ collector, device, session }) => {
  const stranger = await createTestDevice(collector.url);
  await stranger.enrol();
  const chunk = createChunk();
  await device.putChunk(session, chunk);
  await expectProblem(await stranger.putChunk(session, chunk), 403, 'other-device');
  const question = { digests: [chunk.digest] };
  await expectProblem(await stranger.send('POST', `/v1/sessions/${session}/missing`, question), 403, 'other-device');
  const episode = `/v1/sessions/${session}/episodes/${session}`;
  await expectProblem(await stranger.send('GET', episode), 403, 'other-device');
  await expectProblem(await stranger.send('DELETE', episode), 403, 'other-device');
});

test('of two devices that write to a new session at once one gets it', async ({ collector, device, session }) => {
  const stranger = await createTestDevice(collector.url);
  await stranger.enrol();
  const replies = await Promise.all([device, stranger].map((either) => either.putChunk(session, createChunk())));
  expect(replies.map((reply) => reply.status).sort()).toEqual([201, 403]);
});

test('what a killed collector had not finished writing is swept away at the next start', async ({ folder }) => {
  await openFilesSink(join(folder, 'objects'));
  await writeFile(join(folder, 'objects', 'incoming', 'half'), 'half of a ch');
  const collector = await startCollector({ dataFolder: folder, enrolmentTokens: [ENROLMENT_TOKEN] });
  await collector.close();
  expect(await readdir(join(folder, 'objects', 'incoming'))).toEqual([]);
});

test('chunks are still there after a restart', async ({ folder, session }) => {
  const configuration = { dataFolder: folder, enrolmentTokens: [ENROLMENT_TOKEN] };
  const chunk = createChunk();
  const first = await startCollector(configuration);
  const device = await createTestDevice(first.url);
  await device.enrol();
  await device.putChunk(session, chunk);
  await first.close();
  const second = await startCollector({ ...configuration, port: Number(new URL(first.url).port) });
  const reply = await device.send('POST', `/v1/sessions/${session}/missing`, { digests: [chunk.digest] });
  await second.close();
  expect(await reply.json()).toEqual({ missing: [] });
});
