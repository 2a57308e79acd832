import { z } from 'zod';
import { Episode } from '../lib/episode.ts';
import { AssemblyError, toEpisode } from '../lib/to-episode.ts';
import { DatasetError } from './dataset-error.ts';
import type { EpisodeName, SealedData } from './sealed-data.ts';
import { readSealed, type SealedText, unsealChunk, unwrapKey } from './unseal.ts';

/** Opens one sealed episode: unwraps, decrypts, validates, assembles. Throws a `DatasetError` that says what is wrong. */
export async function openEpisode(
  data: SealedData,
  name: EpisodeName,
  identities: readonly string[],
): Promise<Episode> {
  const manifest = await data.readManifest(name);
  const key = await unwrapKey(manifest, identities);
  const texts: SealedText[] = [];
  for (const { digest, records: count } of manifest.chunks) {
    const where = `chunk ${digest} of session ${name.session}`;
    const opened = unsealChunk(await data.readChunk(name.session, digest), name.session, key, where);
    if (opened.length !== count) {
      throw new DatasetError(
        `The manifest says ${count} records, but there are ${opened.length} in ${where}. Leave the episode out.`,
      );
    }
    texts.push(...opened);
  }
  return validated(assembled({ manifest, records: readSealed(texts) }));
}

function assembled(parts: Parameters<typeof toEpisode>[0]): Episode {
  try {
    return toEpisode(parts);
  } catch (cause) {
    if (!(cause instanceof AssemblyError)) throw cause;
    throw new DatasetError(`${cause.message} Leave the episode out.`, { cause });
  }
}

function validated(episode: Episode): Episode {
  const parsed = Episode.safeParse(episode);
  if (parsed.success) return parsed.data;
  throw new DatasetError(
    `Episode ${episode.id} does not fit its own format, which is a defect of this program. Please report it.\n${z.prettifyError(parsed.error)}`,
  );
}
