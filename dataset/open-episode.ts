import { z } from 'zod';
import { Episode } from '../lib/episode.ts';
import { REDACTION_VERSION } from '../lib/redaction/redact-batch.ts';
import { redactAgain } from '../lib/redaction/second-pass.ts';
import { screenshotFile } from '../lib/screenshots-of.ts';
import { AssemblyError, toEpisode } from '../lib/to-episode.ts';
import { DatasetError } from './dataset-error.ts';
import type { KnownPolicy } from './read-policy.ts';
import type { EpisodeName, SealedData } from './sealed-data.ts';
import { readSealed, type SealedText, unsealChunk, unwrapKey } from './unseal.ts';

/** An episode, and the pictures that it names. */
export interface OpenedEpisode {
  readonly episode: Episode;
  readonly screenshots: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}

/**
 * Opens one sealed episode: unwraps, decrypts, validates, redacts again, assembles. Throws a `DatasetError` that says what
 * is wrong.
 * @param known a policy: applied again if the episode was recorded under it.
 */
export async function openEpisode(
  data: SealedData,
  name: EpisodeName,
  identities: readonly string[],
  known: KnownPolicy | null = null,
): Promise<OpenedEpisode> {
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
  const policy = known?.hash === manifest.policyHash ? known.policy : null;
  const { records, found } = redactAgain(readSealed(texts), policy);
  const secondPass = { redactionVersion: REDACTION_VERSION, knewPolicy: policy !== null, found };
  const episode = validated({ ...assembled({ manifest, records }), secondPass });
  const named = new Set(episode.screenshots?.map(({ file }) => file));
  const screenshots = records
    .filter((record) => record.kind === 'screenshot')
    .map(({ id, data }) => ({ file: screenshotFile(id), bytes: Buffer.from(data, 'base64') }))
    .filter(({ file }) => named.has(file));
  return { episode, screenshots };
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
