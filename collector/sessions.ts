import { Manifest } from '../lib/manifest.ts';
import { problem, ProblemError, refusal } from './problem.ts';
import type { Sink } from './sink.ts';
import { createTurns } from './turns.ts';

export type Sessions = ReturnType<typeof createSessions>;

/**
 * What the sink holds of sessions:
 * `sessions/<session>/owner` is the id of the device, `…/chunks/<digest>` are sealed bytes, `…/episodes/<episode>.json`
 * are manifests, and `…/deleted/<episode>.json` says that an episode is gone, and lists the chunks that went with it.
 */
export function createSessions(sink: Sink) {
  return { ...owning(sink), ...keepingChunks(sink), ...keepingEpisodes(sink) };
}

function owning(sink: Sink) {
  const ownerKey = (session: string) => `sessions/${session}/owner`;

  /** Refuses a device that is not the one which first wrote to the session. */
  async function checkOwner(session: string, device: string): Promise<void> {
    const owner = await sink.read(ownerKey(session));
    if (owner && decode(owner) !== device) {
      throw refusal('other-device', 'Another device was the first to write to this session.');
    }
  }

  /** Makes the session the device's own if it is nobody's yet. */
  async function claim(session: string, device: string): Promise<void> {
    const result = await sink.create(ownerKey(session), encode(device));
    if (result === 'present') await checkOwner(session, device);
  }

  return { checkOwner, claim };
}

function keepingChunks(sink: Sink) {
  return {
    missing: (session: string, digests: readonly string[]) => missingChunks(sink, session, digests),
    putChunk: (session: string, digest: string, bytes: Uint8Array) => sink.create(chunkKey(session, digest), bytes),
  };
}

function keepingEpisodes(sink: Sink) {
  const inTurn = createTurns();
  return {
    /** Undefined: it never came. Refuses a deleted one. */
    async getManifest(session: string, episode: string): Promise<Manifest | undefined> {
      await refuseDeleted(sink, session, episode);
      return readManifest(sink, session, episode);
    },

    /** Makes the episode exist. In turn with deletions, which could take a chunk away that was just seen. */
    putManifest: (manifest: Manifest) => inTurn(manifest.session, () => putManifest(sink, manifest)),

    /** Takes the episode away, and those of its chunks that no other episode of the session needs. */
    deleteEpisode: (session: string, episode: string) => inTurn(session, () => deleteEpisode(sink, session, episode)),
  };
}

async function putManifest(sink: Sink, manifest: Manifest): Promise<'created' | 'present'> {
  const { session, episode } = manifest;
  await refuseDeleted(sink, session, episode);
  const absent = await missingChunks(sink, session, [...digestsOf(manifest)]);
  if (absent.length > 0) {
    const detail = `The manifest names ${absent.length} chunks that are not here. Send them, then the manifest again.`;
    throw new ProblemError(problem('missing-chunks', detail, { missing: absent }));
  }
  const text = JSON.stringify(manifest);
  const result = await sink.create(manifestKey(session, episode), encode(text));
  if (result === 'present' && JSON.stringify(await readManifest(sink, session, episode)) !== text) {
    throw refusal('different-manifest', 'An episode does not change once it is stored. Ask for it with GET.');
  }
  return result;
}

/** The tombstone comes first and lists the chunks, so that repeating a deletion which was cut short finishes it. */
async function deleteEpisode(sink: Sink, session: string, episode: string): Promise<void> {
  const manifest = await readManifest(sink, session, episode);
  await sink.create(tombstoneKey(session, episode), encode(JSON.stringify([...digestsOf(manifest)])));
  await sink.remove(manifestKey(session, episode));

  const tombstone = await sink.read(tombstoneKey(session, episode));
  const listed = tombstone ? (JSON.parse(decode(tombstone)) as string[]) : [];
  const needed = new Set<string>();
  for (const name of await sink.list(`sessions/${session}/episodes`)) {
    for (const digest of digestsOf(await readManifest(sink, session, name.replace(/\.json$/, '')))) needed.add(digest);
  }
  const unneeded = listed.filter((digest) => !needed.has(digest));
  await Promise.all(unneeded.map((digest) => sink.remove(chunkKey(session, digest))));
}

async function missingChunks(sink: Sink, session: string, digests: readonly string[]): Promise<string[]> {
  const isHere = await Promise.all(digests.map((digest) => sink.has(chunkKey(session, digest))));
  return digests.filter((_, index) => !isHere[index]);
}

async function refuseDeleted(sink: Sink, session: string, episode: string): Promise<void> {
  if (await sink.has(tombstoneKey(session, episode))) {
    throw refusal('deleted', 'The episode was deleted, and will not be taken again.');
  }
}

async function readManifest(sink: Sink, session: string, episode: string): Promise<Manifest | undefined> {
  const bytes = await sink.read(manifestKey(session, episode));
  return bytes && Manifest.parse(JSON.parse(decode(bytes)));
}

function digestsOf(manifest: Manifest | undefined): Set<string> {
  return new Set(manifest?.chunks.map(({ digest }) => digest));
}

const chunkKey = (session: string, digest: string) => `sessions/${session}/chunks/${digest}`;
const manifestKey = (session: string, episode: string) => `sessions/${session}/episodes/${episode}.json`;
const tombstoneKey = (session: string, episode: string) => `sessions/${session}/deleted/${episode}.json`;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
