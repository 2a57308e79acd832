import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createChunk, createTestDevice, expect, test as base, type TestChunk } from './fixtures.ts';

interface Running {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Runs the collector as `npm run collector` does. Whatever is still running after the test is killed. */
const test = base.extend<{ run: (args: readonly string[]) => ChildProcess; start: () => Promise<Running> }>({
  run: async ({}, use) => {
    const children: ChildProcess[] = [];
    await use((args) => {
      const child = spawn(process.execPath, ['collector/main.ts', ...args]);
      children.push(child);
      return child;
    });
    for (const child of children) child.kill('SIGKILL');
  },
  start: async ({ run, folder }, use) =>
    use(async () => {
      const child = run(['--data', folder, '--port', '0', '--quiet']);
      if (!child.stdout) throw new Error('The collector has no output.');
      for await (const line of createInterface(child.stdout)) {
        const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
        if (url) return { url, process: child };
      }
      throw new Error('The collector ended without saying where it is.');
    }),
});

test('without configuration it makes an enrolment token, and keeps it for itself', async ({ start, folder }) => {
  const { url } = await start();
  const path = join(folder, 'enrolment-tokens');
  const device = await createTestDevice(url);
  expect((await device.enrol((await readFile(path, 'utf8')).trim())).status).toBe(201);
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test('a request under way is finished when it is asked to stop', async ({ start, folder, session }) => {
  const { url, process: child } = await start();
  const device = await createTestDevice(url);
  await device.enrol((await readFile(join(folder, 'enrolment-tokens'), 'utf8')).trim());
  const sending = Array.from({ length: 20 }, () => device.putChunk(session, createChunk(500_000)));
  await Promise.race(sending);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  const replies = await Promise.allSettled(sending);
  expect(code).toBe(0);
  const stored = await readdir(join(folder, 'objects', 'sessions', session, 'chunks'));
  const acknowledged = replies.filter((reply) => reply.status === 'fulfilled' && reply.value.status === 201);
  expect(stored).toHaveLength(acknowledged.length);
});

test('what it has acknowledged outlives being killed at any moment', async ({ start, folder, session }) => {
  test.slow();
  const acknowledged: TestChunk[] = [];
  for (let life = 0; life < 5; life += 1) {
    const { url, process: child } = await start();
    const device = await createTestDevice(url);
    await device.enrol((await readFile(join(folder, 'enrolment-tokens'), 'utf8')).trim());
    const ownSession = life === 0 ? session : crypto.randomUUID();
    const send = async () => {
      for (;;) {
        const chunk = createChunk(200_000);
        const reply = await device.putChunk(ownSession, chunk);
        if (reply.status !== 201) throw new Error(`The collector answered ${reply.status}.`);
        acknowledged.push(chunk);
        if (acknowledged.length === 15 * (life + 1)) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([send(), send(), send()]);
  }
  const { url } = await start();
  expect(await readdir(join(folder, 'objects', 'incoming'))).toEqual([]);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  const sessions = join(folder, 'objects', 'sessions');
  const stored = new Map<string, Buffer>();
  for (const name of await readdir(sessions))
    for (const digest of await readdir(join(sessions, name, 'chunks')))
      stored.set(digest, await readFile(join(sessions, name, 'chunks', digest)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(75);
  for (const { digest, bytes } of acknowledged) expect(stored.get(digest)?.equals(bytes)).toBe(true);
  for (const [digest, bytes] of stored) expect(await sha256(bytes), 'every file is whole').toBe(digest);
});

test('a configuration that cannot be is told in a sentence', async ({ run }) => {
  for (const args of [['--port', 'http'], ['--port', '70000'], ['--nonsense']]) {
    const child = run(args);
    const [complaint, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
    expect(code).toBe(1);
    expect(complaint.trim().split('\n')).toHaveLength(1);
    expect(complaint).toContain(args[0]);
  }
});

async function sha256(bytes: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
}
