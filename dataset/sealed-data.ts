import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Manifest, WIRE_FORMAT } from '../lib/manifest.ts';
import { Uuid } from '../lib/units.ts';
import { DatasetError } from './dataset-error.ts';
import { isFileError } from './file-error.ts';

/** Names one sealed episode. */
export interface EpisodeName {
  readonly session: string;
  readonly episode: string;
}

/** The folder of a collector, read only: `sessions/<session>/episodes/<episode>.json` and `…/chunks/<digest>`. */
export interface SealedData {
  readonly folder: string;
  list(): Promise<EpisodeName[]>;
  readManifest(name: EpisodeName): Promise<Manifest>;
  /** The bytes of a chunk, checked against its digest. */
  readChunk(session: string, digest: string): Promise<Uint8Array>;
}

/** Finds the sealed objects in a collector's data folder. */
export async function openSealedData(data: string): Promise<SealedData> {
  const folder = await objectsFolder(data);
  const sessions = join(folder, 'sessions');
  return {
    folder,
    list: async () => {
      const found = (await namesIn(sessions)).filter(isUuid).map(async (session) => {
        const files = await namesIn(join(sessions, session, 'episodes'));
        const episodes = files.map((file) => file.replace(/\.json$/, '')).filter(isUuid);
        return episodes.map((episode) => ({ session, episode }));
      });
      return (await Promise.all(found)).flat();
    },
    readManifest: async ({ session, episode }) => {
      const path = join(sessions, session, 'episodes', `${episode}.json`);
      return parseManifest(path, await readObject(path, 'The manifest'), { session, episode });
    },
    readChunk: async (session, digest) => {
      const path = join(sessions, session, 'chunks', digest);
      const bytes = await readObject(path, 'A chunk');
      if (createHash('sha256').update(bytes).digest('hex') === digest) return bytes;
      throw new DatasetError(`The chunk ${path} is damaged: its bytes do not have the digest in its name. ${RESTORE}`);
    },
  };
}

/** Reads `SESSION/EPISODE` as given on the command line. */
export function parseEpisodeName(text: string): EpisodeName {
  const [session = '', episode = '', ...rest] = text.split('/');
  if (rest.length === 0 && isUuid(session) && isUuid(episode)) return { session, episode };
  throw new DatasetError(
    `“${text}” does not name an episode. Write SESSION/EPISODE: two UUIDs with a slash between them.`,
  );
}

const RESTORE = 'Restore the file from a backup of the collector.';

const isUuid = (text: string): boolean => Uuid.safeParse(text).success;

async function objectsFolder(data: string): Promise<string> {
  for (const folder of [join(data, 'objects'), data]) {
    const found = await stat(join(folder, 'sessions')).catch(undefinedIfMissing);
    if (found?.isDirectory()) return folder;
  }
  throw new DatasetError(
    `There is no sealed data in ${data}: it has no folder “sessions”. Name the collector's data folder with --data; ` +
      'if it is the right one, nothing has been uploaded yet.',
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return ((await readdir(folder).catch(undefinedIfMissing)) ?? []).sort();
}

async function readObject(path: string, what: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    const why = cause.code === 'ENOENT' ? 'is missing' : `cannot be read (${cause.code})`;
    throw new DatasetError(`${what} ${why}: ${path}. ${RESTORE}`, { cause });
  });
}

function parseManifest(path: string, bytes: Uint8Array, name: EpisodeName): Manifest {
  const json = parseJson(new TextDecoder().decode(bytes));
  if (json === undefined) throw new DatasetError(`The manifest ${path} is damaged: it is not JSON. ${RESTORE}`);
  const format = z.object({ format: z.string() }).safeParse(json).data?.format;
  if (format !== undefined && format !== WIRE_FORMAT) {
    throw new DatasetError(
      `The manifest ${path} has the format “${format}”; this program reads “${WIRE_FORMAT}”. Use the version that wrote it, or a newer one.`,
    );
  }
  const parsed = Manifest.safeParse(json);
  if (!parsed.success)
    throw new DatasetError(`The manifest ${path} is damaged. ${RESTORE}\n${z.prettifyError(parsed.error)}`);
  if (parsed.data.session !== name.session || parsed.data.episode !== name.episode) {
    throw new DatasetError(
      `The manifest ${path} is of another episode, ${parsed.data.session}/${parsed.data.episode}. ${RESTORE}`,
    );
  }
  return parsed.data;
}

/** Undefined when it is not JSON. What the parser says of it may quote captured text, so it is not kept. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function undefinedIfMissing(error: unknown): undefined {
  if (!isFileError(error) || !['ENOENT', 'ENOTDIR'].includes(error.code)) throw error;
}
