import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCollectorClient, type Ask } from '../../entrypoints/background/collector-client.ts';
import { loadDevice } from '../../entrypoints/background/device.ts';
import { runUploads, type UploadDeps } from '../../entrypoints/background/uploader.ts';
import { splitRecords } from '../../lib/chunk.ts';
import { Manifest } from '../../lib/manifest.ts';
import { createFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { ENROLMENT_TOKEN, expect, test as base } from './fixtures.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

interface Fixtures {
  /** The way to the collector. */
  network: FaultyProxy;
  memory: MemoryStore;
  /** The device's clock, ms ahead of the real one. */
  clock: { ahead: number };
  /** What the uploader runs on. */
  deps: UploadDeps;
  /** Asks the collector as the same device. */
  ask: () => Promise<Ask>;
  /** One pass, through the network. */
  pass: (changes?: Partial<UploadDeps>) => Promise<void>;
  /** The sealed records of an episode, as the collector has them. Undefined: it does not have the episode. */
  arrived: (session: string, episode: string) => Promise<Uint8Array[] | undefined>;
}

export const test = base.extend<Fixtures>({
  network: async ({ collector }, use) => {
    const network = await createFaultyProxy(collector.url);
    await use(network);
    await network.close();
  },
  memory: async ({}, use) => use(createMemoryStore()),
  clock: async ({}, use) => use({ ahead: 0 }),
  deps: async ({ network, memory, clock }, use) =>
    use({
      store: memory.store,
      devices: memory.devices,
      collector: { url: network.url, enrolmentToken: ENROLMENT_TOKEN },
      uploadBytesPerDay: 1_000_000_000,
      fetch,
      now: () => Date.now() + clock.ahead,
      random: () => 0.5,
      signal: new AbortController().signal,
    }),
  ask: async ({ deps }, use) => use(async () => createCollectorClient(deps, await loadDevice(deps.devices))),
  pass: async ({ deps }, use) => use((changes) => runUploads({ ...deps, ...changes })),
  arrived: async ({ collector }, use) =>
    use(async (session, episode) => {
      const folder = join(collector.objectsFolder, 'sessions', session);
      const text = await readFile(join(folder, 'episodes', `${episode}.json`), 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const { chunks } = Manifest.parse(JSON.parse(text));
      const files = await Promise.all(chunks.map(({ digest }) => readFile(join(folder, 'chunks', digest))));
      return files.flatMap((bytes) => splitRecords(bytes));
    }),
});

/** Sealed records, as far as anybody without the key can tell. */
export function createRecords(count: number, length = 1000): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(randomBytes(length)));
}

/** Requests that put chunks, and those that put manifests. */
export const isChunk = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' && path.includes('/chunks/');
export const isManifest = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' && path.includes('/episodes/');

export { expect };
