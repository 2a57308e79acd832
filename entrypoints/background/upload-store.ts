import type { UploadProblem } from '../../lib/messages.ts';
import { localStore } from './settings.ts';
import { addTo, type Store } from './store.ts';
import type { UploadStore } from './uploader.ts';

/** The store, as the uploader sees it. */
export function createUploadStore({ db, ...store }: Store): UploadStore {
  return {
    async nextUpload(now, after) {
      const due = (await store.episodesThatAre('closed')).filter((episode) => episode.nextAttemptAt <= now);
      due.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      for (const episode of due.slice(due.findIndex(({ id }) => id === after) + 1)) {
        const session = await store.session(episode.session);
        const { createdAt, closedAt, cut, gaps, attempts } = episode;
        if (!session || !cut) continue;
        const { wrappedKey, recorderVersion, policyHash } = session;
        const times = { createdAt, closedAt: closedAt ?? createdAt };
        const ids = { episode: episode.id, session: session.id };
        return { ...ids, ...times, wrappedKey, cut, gaps, recorderVersion, policyHash, attempts };
      }
      return undefined;
    },
    async recordKeys(episode) {
      const rows = await db.getAllFromIndex('records', 'episode', episode);
      return rows.map(({ source, seq, sealed }) => ({ key: [source, seq] as const, bytes: sealed.byteLength }));
    },
    async readRecord([source, seq]) {
      const row = await db.get('records', [source, seq]);
      if (!row) throw new Error(`Record ${seq} of ${source} is not in the store.`);
      return row.sealed;
    },
    async assets(episode) {
      const row = await store.episode(episode);
      const sized = (row?.assets ?? []).map(async (asset) => ({
        asset,
        bytes: (await readAsset(row?.session ?? '', asset)).byteLength,
      }));
      return Promise.all(sized);
    },
    readAsset,
    async markUploaded(episode, upload) {
      const tx = db.transaction(['episodes', 'uploads'], 'readwrite', { durability: 'strict' });
      const row = await tx.objectStore('episodes').get(episode);
      if (row && row.status !== 'uploaded') {
        await tx.objectStore('episodes').put({ ...row, status: 'uploaded', attempts: 0, uploadedAt: upload.at });
        await tx.objectStore('uploads').add({ ...upload, episode });
      }
      await tx.done;
    },
    async postpone(episode, { attempts, at }) {
      const tx = db.transaction('episodes', 'readwrite');
      const row = await tx.store.get(episode);
      if (row) await tx.store.put({ ...row, attempts, nextAttemptAt: at });
      await tx.done;
    },
    uploadedBytes: async (day) => (await db.get('counters', `uploaded:${day}`)) ?? 0,
    async addUploadedBytes(day, bytes) {
      const tx = db.transaction('counters', 'readwrite');
      await addTo(tx.store, `uploaded:${day}`, bytes);
      await tx.done;
    },
    setUploadProblem: (problem) => setUploadProblem(problem),
  };

  async function readAsset(session: string, asset: string): Promise<Uint8Array> {
    const row = await db.get('assets', [session, asset]);
    if (!row) throw new Error(`Style sheet ${asset} is not in the store.`);
    return row.sealed;
  }
}

async function setUploadProblem(reason: UploadProblem | null): Promise<void> {
  const known = await localStore.get('uploadProblem');
  if (known?.reason === reason) return;
  await localStore.set('uploadProblem', reason && { reason, since: Date.now() });
}
