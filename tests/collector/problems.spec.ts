import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createCollector } from '../../collector/collector.ts';
import { openFilesSink } from '../../collector/files-sink.ts';
import type { Sink } from '../../collector/sink.ts';
import {
  createChunk,
  createManifest,
  createTestDevice,
  ENROLMENT_TOKEN,
  expect,
  expectProblem,
  test,
} from './fixtures.ts';

test('paths and methods that are not there are problems', async ({ collector }) => {
  await expectProblem(await fetch(`${collector.url}/v2`), 404, 'not-found');
  await expectProblem(await fetch(`${collector.url}/v1/sessions/%ZZ/missing`), 400, 'malformed');
  const reply = await fetch(`${collector.url}/v1/devices`, { method: 'PUT' });
  await expectProblem(reply, 405, 'method-not-allowed');
  expect(reply.headers.get('allow')).toBe('POST');
});

test('a body that is no JSON, or too much of it, is a problem', async ({ collector }) => {
  const enrol = (body: string, mediaType = 'application/json') =>
    fetch(`${collector.url}/v1/devices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ENROLMENT_TOKEN}`, 'content-type': mediaType },
      body,
    });
  await expectProblem(await enrol('{"publicKey":'), 400, 'malformed');
  await expectProblem(await enrol(''), 400, 'malformed');
  await expectProblem(await enrol('null'), 400, 'malformed');
  await expectProblem(await enrol('{}', 'text/plain'), 415, 'wrong-media-type');
  await expectProblem(await enrol(JSON.stringify('x'.repeat(5000))), 413, 'too-large');
});

test('what is not HTTP is a problem too', async ({ collector }) => {
  const socket = connect(Number(new URL(collector.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('What is this?\r\n\r\n');
  const reply = await text(socket);
  expect(reply).toContain('400 Bad Request');
  expect(JSON.parse(reply.slice(reply.indexOf('{')))).toMatchObject({ type: '/problems/malformed', status: 400 });
});

test('health says whether the collector lives and can store', async ({ collector }) => {
  expect((await fetch(`${collector.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${collector.url}/health/ready`)).status).toBe(200);
});

test('metrics count what was stored and name nobody', async ({ collector, device, session }) => {
  const chunk = createChunk(1234);
  await device.putChunk(session, chunk);
  await device.putManifest(createManifest(session, [chunk]));
  const metrics = await (await fetch(`${collector.url}/metrics`)).text();
  expect(metrics).toContain('showhow_collector_stored_total{kind="chunk"} 1');
  expect(metrics).toContain('showhow_collector_stored_total{kind="episode"} 1');
  expect(metrics).toContain('showhow_collector_stored_bytes_total 1234');
  expect(metrics).not.toContain(device.id);
  expect(metrics).not.toContain(session);
});

/** A collector whose sink fails to create objects with an error of this code, while `isFailing()`. */
async function startFailing(folder: string, code: string, isFailing: () => boolean) {
  const sink = await openFilesSink(folder);
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
  const failing: Sink = {
    ...sink,
    create: (key, bytes) => (isFailing() ? fail() : sink.create(key, bytes)),
    check: () => (isFailing() ? fail() : sink.check()),
  };
  const app = createCollector({ sink: failing, enrolmentTokens: [ENROLMENT_TOKEN] });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const device = await createTestDevice(url);
  return { url, device, close: () => app.close() };
}

test('a full disk is a 507 until there is room again', async ({ folder, session }) => {
  let isFull = false;
  const { url, device, close } = await startFailing(folder, 'ENOSPC', () => isFull);
  await device.enrol();
  const chunk = createChunk();
  isFull = true;
  await expectProblem(await device.putChunk(session, chunk), 507, 'storage-full');
  await expectProblem(await fetch(`${url}/health/ready`), 503, 'unavailable');
  isFull = false;
  expect((await device.putChunk(session, chunk)).status).toBe(201);
  await close();
});

test('a crash is a 500 that tells nothing of the inside', async ({ folder }) => {
  const { device, close } = await startFailing(folder, 'EIO', () => true);
  const problem = await expectProblem(await device.enrol(), 500, 'internal');
  expect(JSON.stringify(problem)).not.toContain('EIO');
  await close();
});
