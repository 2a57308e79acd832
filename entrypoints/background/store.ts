import { type IDBPDatabase, openDB } from 'idb';
import type { Gap } from '../../lib/gap.ts';
import type { Cut } from '../../lib/manifest.ts';
import type { AssetRow, EpisodeRow, RecordRow, RecorderRow, Schema, SessionRow } from './rows.ts';
import type { Device } from './device.ts';
import { upgrades } from './upgrades.ts';

/** What one capture batch, or one thing the worker noticed, changes in the store. */
export interface Change {
  readonly episode: EpisodeRow;
  readonly records: readonly RecordRow[];
  readonly assets: readonly AssetRow[];
  readonly recorder?: RecorderRow;
}

/** Nothing more can be kept: the browser's quota is used up. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
}

/** The database as it is on disk; a newer one than this build knows is refused, never downgraded. */
export async function openStore() {
  const db = await openDB<Schema>('showhow', upgrades.length, {
    upgrade(opened, oldVersion) {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(opened);
    },
  });
  return { ...writing(db), ...reading(db), ...removing(db), db };
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Until its `complete` a change is nothing; after it, it survives the worker and the browser. */
const DURABLE = { durability: 'strict' } as const;

function writing(db: IDBPDatabase<Schema>) {
  return {
    putSession: (session: SessionRow) => db.put('sessions', session),
    putRecorder: (recorder: RecorderRow) => db.put('recorders', recorder),
    deleteRecorder: (recorder: string) => db.delete('recorders', recorder),
    putEpisode: (episode: EpisodeRow) => db.put('episodes', episode),
    putDevice: async (device: Device) => void (await db.put('device', device, 'device')),

    /** One transaction: all of the change, or nothing. Rows are keyed, so repeating it is harmless. */
    async append({ episode, records, assets, recorder }: Change): Promise<void> {
      const tx = db.transaction(['episodes', 'records', 'assets', 'recorders', 'counters'], 'readwrite', DURABLE);
      const bytes = sizeOf(records) + sizeOf(assets);
      try {
        await Promise.all([
          ...records.map((row) => tx.objectStore('records').put(row)),
          ...assets.map((row) => tx.objectStore('assets').put(row)),
          recorder && tx.objectStore('recorders').put(recorder),
          tx.objectStore('episodes').put(episode),
          addTo(tx.objectStore('counters'), DISK_BYTES, bytes),
          tx.done,
        ]);
      } catch (error) {
        const cause = tx.error ?? error;
        if (cause instanceof DOMException && cause.name === 'QuotaExceededError')
          throw new DiskFullError('The disk is full.', { cause });
        throw cause;
      }
    },

    /** Takes a cut episode out of the recorders' reach: from here on it waits for its upload. */
    async close(
      id: string,
      closing: { readonly at: number; readonly dueAt: number; readonly cut: Cut; readonly gaps: readonly Gap[] },
    ) {
      const tx = db.transaction(['episodes', 'recorders'], 'readwrite', DURABLE);
      const episode = await tx.objectStore('episodes').get(id);
      if (episode && (episode.status === 'open' || episode.status === 'closing')) {
        const { at, dueAt, cut, gaps } = closing;
        const closed = {
          ...episode,
          status: 'closed',
          closedAt: at,
          nextAttemptAt: dueAt,
          cut: episode.cut ?? cut,
        } as const;
        await tx.objectStore('episodes').put({ ...closed, gaps: [...episode.gaps, ...gaps] });
        for (const key of await tx.objectStore('recorders').index('episode').getAllKeys(id))
          await tx.objectStore('recorders').delete(key);
      }
      await tx.done;
    },
  };
}

function reading(db: IDBPDatabase<Schema>) {
  return {
    getDevice: () => db.get('device', 'device'),
    session: (id: string) => db.get('sessions', id),
    episode: (id: string) => db.get('episodes', id),
    episodesThatAre: (status: EpisodeRow['status']) => db.getAllFromIndex('episodes', 'status', status),
    /** What is there for a batch: its recorder and the episode that this was in last, the batch itself, and how full the disk is. */
    async whatIsOf(source: string, seq: number) {
      const tx = db.transaction(['recorders', 'episodes', 'records', 'counters']);
      const [known, key, diskBytes] = await Promise.all([
        tx.objectStore('recorders').get(source),
        tx.objectStore('records').getKey([source, seq]),
        tx.objectStore('counters').get(DISK_BYTES),
      ]);
      const lastEpisode = known && (await tx.objectStore('episodes').get(known.episode));
      return { known, lastEpisode, isStored: key !== undefined, diskBytes: diskBytes ?? 0 };
    },
    recordersOf: (episode: string) => db.getAllFromIndex('recorders', 'episode', episode),
    recordersIn: (tab: number) => db.getAllFromIndex('recorders', 'tab', tab),
    hasAsset: async (session: string, asset: string) => (await db.getKey('assets', [session, asset])) !== undefined,
    diskBytes: async () => (await db.get('counters', DISK_BYTES)) ?? 0,
    lastUploads: async () => (await db.getAll('uploads')).slice(-MOST_UPLOADS_SHOWN).reverse(),
  };
}

function removing(db: IDBPDatabase<Schema>) {
  return {
    /** Deletes an episode with its records, and its session with the style sheets when it was the session's last. */
    async deleteEpisode(id: string): Promise<void> {
      const tx = db.transaction(
        ['episodes', 'records', 'assets', 'recorders', 'sessions', 'counters'],
        'readwrite',
        DURABLE,
      );
      const [episodes, records, assets] = [
        tx.objectStore('episodes'),
        tx.objectStore('records'),
        tx.objectStore('assets'),
      ];
      const episode = await episodes.get(id);
      let bytes = 0;
      for (const row of await records.index('episode').getAll(id)) {
        bytes += sizeOf([row]);
        await records.delete([row.source, row.seq]);
      }
      for (const key of await tx.objectStore('recorders').index('episode').getAllKeys(id))
        await tx.objectStore('recorders').delete(key);
      await episodes.delete(id);
      const others = (await episodes.getAll()).filter((other) => other.session === episode?.session);
      if (episode && others.length === 0) {
        const ofSession = IDBKeyRange.bound([episode.session], [episode.session, []]);
        bytes += sizeOf(await assets.getAll(ofSession));
        await assets.delete(ofSession);
        await tx.objectStore('sessions').delete(episode.session);
      }
      await addTo(tx.objectStore('counters'), DISK_BYTES, -bytes);
      await tx.done;
    },
  };
}

const DISK_BYTES = 'diskBytes';
const MOST_UPLOADS_SHOWN = 50;

interface Counters {
  get(key: string): Promise<number | undefined>;
  put(value: number, key: string): Promise<unknown>;
}

/** Adds to a counter inside the caller's transaction. */
export async function addTo(counters: Counters, key: string, amount: number): Promise<void> {
  await counters.put(Math.max(0, ((await counters.get(key)) ?? 0) + amount), key);
}

function sizeOf(rows: readonly { readonly sealed: Uint8Array }[]): number {
  return rows.reduce((sum, row) => sum + row.sealed.byteLength, 0);
}
