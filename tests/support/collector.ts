import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startCollector } from '../../collector/start-collector.ts';
import type { Manifest } from '../../lib/manifest.ts';
import type { Policy } from '../../lib/policy.ts';
import { type ArrivedEpisode, openArrived, readManifests } from './arrived.ts';
import type { Organisation } from './organisation.ts';

/** The real collector, in this process, with a data folder of its own. */
export interface TestCollector {
  readonly url: string;
  /** What a policy says of it. */
  readonly policyValues: Policy['collector'];
  /** Folder of what has arrived, sealed. */
  readonly objectsFolder: string;
  /** Covers of the episodes that have arrived, oldest first. */
  readonly manifests: () => Promise<Manifest[]>;
  /** Waits until at least `count` episodes have arrived, and opens all of them. */
  readonly received: (count: number, options?: { readonly timeout?: number }) => Promise<ArrivedEpisode[]>;
  /** Opens what has arrived so far. */
  readonly episodes: () => Promise<ArrivedEpisode[]>;
  /** Stops listening, as when the machine is down. */
  readonly stop: () => Promise<void>;
  /** Listens again, at the same address. */
  readonly start: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

/** How long an episode may take to arrive, in ms, unless the test says otherwise. */
const ARRIVAL = 30_000;

export async function startTestCollector(organisation: Organisation): Promise<TestCollector> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'showhow-collector-'));
  const enrolmentToken = 'enrolment-token-of-the-tests';
  const configuration = { dataFolder, enrolmentTokens: [enrolmentToken] };
  let running = await startCollector(configuration);
  const { url, objectsFolder } = running;
  const manifests = (): Promise<Manifest[]> => readManifests(objectsFolder);
  // Asked again and again, while more arrives: what an earlier cover stood for is opened already.
  const opened = new Map<string, Promise<ArrivedEpisode>>();
  const open = (manifest: Manifest): Promise<ArrivedEpisode> => {
    const cover = JSON.stringify(manifest);
    const arrived = opened.get(cover) ?? openArrived(objectsFolder, manifest, organisation.privateKey);
    opened.set(cover, arrived);
    return arrived;
  };
  const episodes = async (): Promise<ArrivedEpisode[]> => Promise.all((await manifests()).map(open));
  return {
    url,
    policyValues: { url, enrolmentToken },
    objectsFolder,
    manifests,
    episodes,
    received: async (count, { timeout = ARRIVAL } = {}) => {
      const message = `episodes at the collector, of ${count}`;
      await expect.poll(async () => (await manifests()).length, { timeout, message }).toBeGreaterThanOrEqual(count);
      return episodes();
    },
    stop: () => running.close(),
    start: async () => {
      running = await startCollector({ ...configuration, port: Number(new URL(url).port) });
    },
    dispose: async () => {
      await running.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
