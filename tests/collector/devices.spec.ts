import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { createCollector } from '../../collector/collector.ts';
import { openFilesSink } from '../../collector/files-sink.ts';
import { createTestDevice, ENROLMENT_TOKEN, expect, expectProblem, test } from './fixtures.ts';

const MINUTE = 60;
const somewhere = '/v1/sessions/2f1c7a52-5d0b-4c86-9c0e-6c1f3f0f4a11/missing';
const question = { digests: ['0'.repeat(64)] };

test('a device enrols with the thumbprint of its key as id, as often as it likes', async ({ collector }) => {
  const device = await createTestDevice(collector.url);
  for (let time = 0; time < 2; time += 1) {
    const reply = await device.enrol();
    expect(reply.status).toBe(201);
    expect(await reply.json()).toEqual({ device: device.id });
  }
  expect((await device.send('POST', somewhere, question)).status).toBe(200);
});

test('nobody enrols without the enrolment token', async ({ collector }) => {
  const device = await createTestDevice(collector.url);
  await expectProblem(await device.enrol('another-token-of-the-tests'), 401, 'enrolment-refused');
  await expectProblem(await fetch(`${collector.url}/v1/devices`, { method: 'POST' }), 401, 'unauthorised');
  await expectProblem(await device.send('POST', somewhere, question), 401, 'unknown-device');
});

test('a key that is not on the curve, or has more to it, does not enrol', async ({ collector, device }) => {
  const enrol = (publicKey: object) =>
    fetch(`${collector.url}/v1/devices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ENROLMENT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ publicKey }),
    });
  await expectProblem(await enrol({ ...device.jwk, y: device.jwk.x }), 400, 'malformed');
  await expectProblem(await enrol({ ...device.jwk, d: device.jwk.x }), 400, 'malformed');
});

test('enrolments beyond the limit are told when to come back', async ({ folder }) => {
  const sink = await openFilesSink(folder);
  const app = createCollector({ sink, enrolmentTokens: [ENROLMENT_TOKEN], enrolmentsPerMinute: 2 });
  const device = await createTestDevice(await app.listen({ host: '127.0.0.1', port: 0 }));
  const statuses = [await device.enrol(), await device.enrol()].map((reply) => reply.status);
  const refused = await device.enrol();
  await app.close();
  expect(statuses).toEqual([201, 201]);
  await expectProblem(refused, 429, 'too-many-requests');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a device whose file was removed has to enrol again', async ({ collector, device }) => {
  await rm(join(collector.objectsFolder, 'devices', `${device.id}.json`));
  await expectProblem(await device.send('POST', somewhere, question), 401, 'unknown-device');
  await device.enrol();
  expect((await device.send('POST', somewhere, question)).status).toBe(200);
});

test('a token that is too old or not yet valid is called a matter of the clock', async ({ device }) => {
  const now = Math.floor(Date.now() / 1000);
  const early = { iat: now + 10 * MINUTE, exp: now + 12 * MINUTE };
  const late = { iat: now - 12 * MINUTE, exp: now - 10 * MINUTE };
  const longLived = { iat: now - 10 * MINUTE, exp: now + 60 * MINUTE };
  for (const claims of [early, late, longLived]) {
    const reply = await device.send('POST', somewhere, question, claims);
    await expectProblem(reply, 401, 'clock-off');
    expect(reply.headers.get('date')).not.toBeNull();
  }
});

test('clocks may be half a minute apart', async ({ device }) => {
  const now = Math.floor(Date.now() / 1000);
  for (const skew of [-30, 30]) {
    const claims = { iat: now + skew, exp: now + skew + MINUTE };
    expect((await device.send('POST', somewhere, question, claims)).status).toBe(200);
  }
});

test('a token for somebody else, of somebody else, or without a claim is not valid', async ({ device }) => {
  for (const claims of [
    { aud: 'another' },
    { iss: 'another' },
    { sub: 'another' },
    { jti: undefined },
    { exp: undefined },
  ]) {
    await expectProblem(await device.send('POST', somewhere, question, claims), 401, 'unauthorised');
  }
});

test('a token signed by another key or not at all is not valid', async ({ collector, device }) => {
  const stranger = await createTestDevice(collector.url);
  const [, payload = ''] = (await device.token()).split('.');
  const [, , signature = ''] = (await stranger.token()).split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: device.id })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: device.id })).toString('base64url');
  const symmetric = await new SignJWT({ sub: device.id })
    .setProtectedHeader({ alg: 'HS256', kid: device.id })
    .sign(new TextEncoder().encode(JSON.stringify(device.jwk)));
  for (const token of [`${header}.${payload}.${signature}`, `${none}.${payload}.`, symmetric, 'nonsense']) {
    const reply = await fetch(collector.url + somewhere, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    await expectProblem(reply, 401, 'unauthorised');
  }
});

test('a key id cannot be a path', async ({ collector, device }) => {
  const token = (await device.token()).split('.');
  token[0] = Buffer.from(JSON.stringify({ alg: 'ES256', kid: `../devices/${device.id}` })).toString('base64url');
  const reply = await fetch(collector.url + somewhere, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.join('.')}` },
  });
  await expectProblem(reply, 401, 'unknown-device');
});
