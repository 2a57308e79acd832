import { randomUUID } from 'node:crypto';
import type { Device, DeviceStore } from '../../entrypoints/background/device.ts';
import type { DueEpisode, RecordKey, UploadStore } from '../../entrypoints/background/uploader.ts';
import type { UploadProblem } from '../../lib/messages.ts';

interface KeptEpisode extends DueEpisode {
  readonly records: readonly Uint8Array[];
  readonly assets: readonly string[];
  status: 'closed' | 'uploaded';
  attempts: number;
  dueAt: number;
}

export type MemoryStore = ReturnType<typeof createMemoryStore>;

/** What the uploader needs of a store, in memory, so that it can run without a browser. */
export function createMemoryStore() {
  const episodes: KeptEpisode[] = [];
  const sheets = new Map<string, Uint8Array>();
  const sent = new Map<string, number>();
  const state: { device?: Device; problem: UploadProblem | null } = { problem: null };
  const find = (id: string) => {
    const episode = episodes.find(({ episode }) => episode === id);
    if (!episode) throw new Error('There is no such episode.');
    return episode;
  };
  const indexOf = ([source, seq]: RecordKey) => find(source).records[seq];

  const store: UploadStore = {
    nextUpload: async (now, after) => {
      const due = episodes.filter(({ status, dueAt }) => status === 'closed' && dueAt <= now);
      return due[due.findIndex(({ episode }) => episode === after) + 1];
    },
    recordKeys: async (id) => find(id).records.map((record, seq) => ({ key: [id, seq], bytes: record.byteLength })),
    readRecord: async (key) => indexOf(key) ?? Promise.reject(new Error('There is no such record.')),
    assets: async (id) => find(id).assets.map((asset) => ({ asset, bytes: sheets.get(asset)?.byteLength ?? 0 })),
    readAsset: async (_session, asset) => sheets.get(asset) ?? Promise.reject(new Error('There is no such sheet.')),
    markUploaded: async (id) => void Object.assign(find(id), { status: 'uploaded', attempts: 0 }),
    postpone: async (id, { attempts, at }) => void Object.assign(find(id), { attempts, dueAt: at }),
    uploadedBytes: async (day) => sent.get(day) ?? 0,
    addUploadedBytes: async (day, bytes) => void sent.set(day, (sent.get(day) ?? 0) + bytes),
    setUploadProblem: async (problem) => void (state.problem = problem),
  };
  const devices: DeviceStore = {
    getDevice: async () => state.device,
    putDevice: async (device) => void (state.device = device),
  };
  return {
    store,
    devices,
    state,
    sheets,
    sentBytes: () => [...sent.values()].reduce((sum, bytes) => sum + bytes, 0),
    find,
    /** Adds a closed episode and returns its id. */
    add(session: string, records: readonly Uint8Array[], assets: readonly string[] = []): string {
      const episode = randomUUID();
      const createdAt = 1_795_000_000_000 + episodes.length;
      const cover = { wrappedKey: new Uint8Array([1, 2, 3]), recorderVersion: '0.1.0', policyHash: 'a'.repeat(64) };
      const cut = { rule: 'idle', confidence: 0.8 } as const;
      const times = { createdAt, closedAt: createdAt + 1 };
      const kept = { episode, session, ...cover, ...times, cut, gaps: [], records, assets };
      episodes.push({ ...kept, status: 'closed', attempts: 0, dueAt: 0 });
      return episode;
    },
  };
}
