import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { exportJWK, generateKeyPair, SignJWT, calculateJwkThumbprint } from 'jose';
import { startCollector, type RunningCollector } from '../../collector/start-collector.ts';
import { TOKEN_AUDIENCE } from '../../lib/collector-api.ts';
import { Problem, WIRE_FORMAT, type Manifest } from '../../lib/manifest.ts';

export const ENROLMENT_TOKEN = 'a token of the tests'.replaceAll(' ', '-');

/** What a token says other than usual. Undefined: that claim is left out. */
type Claims = Readonly<Record<string, unknown>>;

/** A device as the collector meets it, made with a library that the extension does not use. */
export type TestDevice = Awaited<ReturnType<typeof createTestDevice>>;

export async function createTestDevice(url: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const { kty = '', crv = '', x = '', y = '' } = await exportJWK(publicKey);
  const jwk = { kty, crv, x, y };
  const id = await calculateJwkThumbprint(jwk);

  const token = (claims: Claims = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: id, sub: id, aud: TOKEN_AUDIENCE, iat: now, exp: now + 120, jti: randomUUID() };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'ES256', kid: id }).sign(privateKey);
  };
  const send = async (method: string, path: string, body?: Uint8Array<ArrayBuffer> | object, claims?: Claims) =>
    fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${await token(claims)}`,
        ...(body && { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });

  return {
    id,
    jwk,
    token,
    send,
    enrol: (enrolmentToken = ENROLMENT_TOKEN) =>
      fetch(`${url}/v1/devices`, {
        method: 'POST',
        headers: { authorization: `Bearer ${enrolmentToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ publicKey: jwk }),
      }),
    putChunk: (session: string, chunk: TestChunk) =>
      send('PUT', `/v1/sessions/${session}/chunks/${chunk.digest}`, chunk.bytes),
    putManifest: (manifest: Manifest) =>
      send('PUT', `/v1/sessions/${manifest.session}/episodes/${manifest.episode}`, manifest),
  };
}

export interface TestChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

export function createChunk(length = 1000): TestChunk {
  const bytes = new Uint8Array(randomBytes(length));
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}

export function createManifest(session: string, chunks: readonly TestChunk[]): Manifest {
  return {
    format: WIRE_FORMAT,
    session,
    episode: randomUUID(),
    wrappedKey: Buffer.from('an age file').toString('base64'),
    createdAt: 1_795_000_000_000,
    closedAt: 1_795_000_060_000,
    cut: { rule: 'idle', confidence: 0.8 },
    gaps: [],
    chunks: chunks.map(({ bytes, digest }) => ({ digest, bytes: bytes.byteLength, records: 1 })),
    recorderVersion: '0.1.0',
    policyHash: '0'.repeat(64),
  };
}

/** Asserts that `response` is a problem document of this name and status. */
export async function expectProblem(response: Response, status: number, name: string): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = Problem.parse(await response.json());
  expect(body).toMatchObject({ type: `/problems/${name}`, status });
  expect(response.status).toBe(status);
  return body;
}

interface Fixtures {
  /** An empty folder that goes away with the test. */
  folder: string;
  collector: RunningCollector;
  /** An enrolled device. */
  device: TestDevice;
  session: string;
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-collector-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  collector: async ({ folder }, use) => {
    const collector = await startCollector({ dataFolder: folder, enrolmentTokens: [ENROLMENT_TOKEN] });
    await use(collector);
    await collector.close();
  },
  device: async ({ collector }, use) => {
    const device = await createTestDevice(collector.url);
    expect((await device.enrol()).status).toBe(201);
    await use(device);
  },
  session: async ({}, use) => use(randomUUID()),
});

export { expect };
