import { DiskFullError, type Store } from './store.ts';

/**
 * Makes room for `bytes` under the policy's disk budget: the oldest uploaded episode goes first. What was never sent is
 * never dropped: when nothing uploaded is left, recording stops.
 * @param used bytes that were in use a moment ago, if that is known.
 * @throws DiskFullError
 */
export async function makeRoom(store: Store, budget: number, bytes: number, used?: number): Promise<void> {
  if ((used ?? (await store.diskBytes())) + bytes <= budget) return;
  const uploaded = await store.episodesThatAre('uploaded');
  uploaded.sort((a, b) => (a.uploadedAt ?? 0) - (b.uploadedAt ?? 0));
  for (const episode of uploaded) {
    await store.deleteEpisode(episode.id);
    if ((await store.diskBytes()) + bytes <= budget) return;
  }
  throw new DiskFullError(`The disk budget of ${budget} bytes is used up by what has not been sent.`);
}

/** Deletes what was uploaded longer ago than the policy keeps it on the device. */
export async function purgeUploaded(store: Store, days: number, now: number): Promise<void> {
  const limit = now - days * 24 * 60 * 60_000;
  for (const episode of await store.episodesThatAre('uploaded')) {
    if ((episode.uploadedAt ?? 0) <= limit) await store.deleteEpisode(episode.id);
  }
}
