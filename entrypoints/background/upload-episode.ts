import { Acknowledgement, MAX_DIGESTS, MissingReply } from '../../lib/collector-api.ts';
import { Manifest, WIRE_FORMAT } from '../../lib/manifest.ts';
import { NO_ANSWER, setbackOf, type Answer, type Setback } from './collector-answer.ts';
import type { Ask } from './collector-client.ts';
import { localDay, startOfNextDay } from './day.ts';
import { planChunks, type PlannedChunk } from './upload-plan.ts';
import type { DueEpisode, UploadDeps } from './uploader.ts';

export type Outcome = { readonly result: 'sent'; readonly bytes: number } | Setback;

/**
 * Sends one episode: first the chunks that the collector does not have, then the manifest, which makes it exist there.
 * Stopped anywhere, it goes on from what the collector has by then.
 */
export async function uploadEpisode(deps: UploadDeps, ask: Ask, due: DueEpisode): Promise<Outcome> {
  const chunks = await planChunks(deps.store, due);
  const path = `/sessions/${due.session}/episodes/${due.episode}`;
  let answer = NO_ANSWER;
  // Twice: a chunk shared with an episode that was deleted meanwhile may have gone with it.
  for (const _ of [1, 2]) {
    const setback = await sendMissing(deps, ask, due.session, chunks);
    if (setback) return setback;
    answer = await ask('PUT', path, createManifest(due, chunks));
    if (isAcknowledged(answer, due.episode, chunks)) return { result: 'sent', bytes: sum(chunks) };
    if (answer.problem !== 'missing-chunks') break;
  }
  if (answer.problem === 'different-manifest' && (await isThere(ask, path, chunks)))
    return { result: 'sent', bytes: sum(chunks) };
  return setbackOf(answer);
}

async function sendMissing(
  deps: UploadDeps,
  ask: Ask,
  session: string,
  chunks: readonly PlannedChunk[],
): Promise<Setback | undefined> {
  for (let from = 0; from < chunks.length; from += MAX_DIGESTS) {
    const page = chunks.slice(from, from + MAX_DIGESTS);
    const digests = page.map(({ digest }) => digest);
    const answer = await ask('POST', `/sessions/${session}/missing`, { digests });
    const reply = MissingReply.safeParse(answer.body).data;
    if (answer.status !== 200 || !reply) return setbackOf(answer);
    const missing = new Set(reply.missing);
    for (const chunk of page.filter(({ digest }) => missing.has(digest))) {
      const setback = await sendChunk(deps, ask, session, chunk);
      if (setback) return setback;
    }
  }
  return undefined;
}

async function sendChunk(
  { store, now, uploadBytesPerDay }: UploadDeps,
  ask: Ask,
  session: string,
  chunk: PlannedChunk,
): Promise<Setback | undefined> {
  const sentToday = await store.uploadedBytes(localDay(now()));
  // A chunk larger than the budget of a whole day still goes first thing in one.
  if (sentToday > 0 && sentToday + chunk.bytes > uploadBytesPerDay) {
    const retryAfter = startOfNextDay(now()) - now();
    return { result: 'later', reason: 'day_budget', leaveAlone: false, retryAfter };
  }
  const answer = await ask('PUT', `/sessions/${session}/chunks/${chunk.digest}`, await chunk.read());
  if (answer.status !== 200 && answer.status !== 201) return setbackOf(answer);
  await store.addUploadedBytes(localDay(now()), chunk.bytes);
  return undefined;
}

function createManifest(due: DueEpisode, chunks: readonly PlannedChunk[]): Manifest {
  const { session, episode, createdAt, closedAt, cut, gaps, recorderVersion, policyHash } = due;
  return {
    format: WIRE_FORMAT,
    session,
    episode,
    wrappedKey: btoa(String.fromCharCode(...due.wrappedKey)),
    createdAt,
    closedAt,
    cut,
    gaps: [...gaps],
    chunks: chunks.map(({ digest, bytes, records }) => ({ digest, bytes, records })),
    recorderVersion,
    policyHash,
  };
}

function isAcknowledged({ status, body }: Answer, episode: string, chunks: readonly PlannedChunk[]): boolean {
  if (status !== 200 && status !== 201) return false;
  const acknowledged = Acknowledgement.safeParse(body).data;
  return acknowledged?.episode === episode && acknowledged.chunks === chunks.length;
}

/** An earlier version of the extension may have written the same episode's manifest in other words. */
async function isThere(ask: Ask, path: string, chunks: readonly PlannedChunk[]): Promise<boolean> {
  const stored = Manifest.safeParse((await ask('GET', path)).body).data;
  const digests = new Set(stored?.chunks.map(({ digest }) => digest));
  return chunks.every(({ digest }) => digests.has(digest));
}

function sum(chunks: readonly PlannedChunk[]): number {
  return chunks.reduce((total, { bytes }) => total + bytes, 0);
}
