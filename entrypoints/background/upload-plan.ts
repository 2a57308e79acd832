import { joinRecords } from '../../lib/chunk.ts';
import { CHUNK_TARGET_BYTES } from '../../lib/manifest.ts';
import type { DueEpisode, UploadStore } from './uploader.ts';

/** A chunk of an episode that is to be sent. Its bytes are read when they are needed, not kept. */
export interface PlannedChunk {
  readonly digest: string;
  readonly bytes: number;
  readonly records: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Plans the chunks of a closed episode. The same episode gives the same chunks, so that an upload that was cut short goes
 * on where it was. Each style sheet is a chunk of its own: episodes of a session share them.
 */
export async function planChunks(store: UploadStore, { episode, session }: DueEpisode): Promise<PlannedChunk[]> {
  const groups = groupBySize(await store.recordKeys(episode), CHUNK_TARGET_BYTES);
  const sheets = await store.assets(episode);
  const readers = [
    ...groups.map((group) => () => Promise.all(group.map(({ key }) => store.readRecord(key)))),
    ...sheets.map(({ asset }) => async () => [await store.readAsset(session, asset)]),
  ];
  const chunks = new Map<string, PlannedChunk>();
  for (const readRecords of readers) {
    const records = await readRecords();
    const chunk = joinRecords(records);
    const digest = await sha256(chunk);
    const read = async () => joinRecords(await readRecords());
    chunks.set(digest, { digest, bytes: chunk.byteLength, records: records.length, read });
  }
  return [...chunks.values()];
}

/** Groups neighbours until the next one would make the group larger than `target`; one that is larger stands alone. */
export function groupBySize<T extends { readonly bytes: number }>(items: readonly T[], target: number): T[][] {
  const groups: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    size += item.bytes;
    if (size > target) {
      groups.push([]);
      size = item.bytes;
    }
    groups.at(-1)?.push(item);
  }
  return groups;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
