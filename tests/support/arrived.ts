import { createDecipheriv } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { sealContext, splitRecords } from '../../lib/chunk.ts';
import { Episode } from '../../lib/episode.ts';
import { Manifest } from '../../lib/manifest.ts';
import { Record as SealedRecord } from '../../lib/record.ts';
import { readRecords } from '../../lib/record-text.ts';
import { toEpisode } from '../../lib/to-episode.ts';

/** One episode as it lies at the collector, opened: a reader of the wire format that shares no code with the builder. */
export interface ArrivedEpisode {
  readonly manifest: Manifest;
  readonly records: readonly SealedRecord[];
  readonly episode: Episode;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Reads the manifests in the collector's folder of objects, oldest episode first. */
export async function readManifests(objectsFolder: string): Promise<Manifest[]> {
  const entries = await readdir(objectsFolder, { recursive: true }).catch(() => []);
  const paths = entries.filter((path) => /(^|\/)episodes\/[^/]+\.json$/.test(path));
  const manifests = await Promise.all(
    paths.map(async (path) => Manifest.parse(JSON.parse(await readFile(join(objectsFolder, path), 'utf8')))),
  );
  return manifests.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Opens an episode with the organisation's private key. */
export async function openArrived(
  objectsFolder: string,
  manifest: Manifest,
  privateKey: string,
): Promise<ArrivedEpisode> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(privateKey);
  const key = await decrypter.decrypt(Buffer.from(manifest.wrappedKey, 'base64'));
  const chunks = manifest.chunks.map(({ digest }) =>
    readFile(join(objectsFolder, 'sessions', manifest.session, 'chunks', digest)),
  );
  const texts = (await Promise.all(chunks)).flatMap((chunk) =>
    splitRecords(chunk).map((sealed) => unseal(sealed, key, manifest.session)),
  );
  const records = readRecords(texts).map((record) => SealedRecord.parse(record));
  return { manifest, records, episode: Episode.parse(toEpisode({ manifest, records })) };
}

function unseal(sealed: Uint8Array, key: Uint8Array, session: string): string {
  const tagAt = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(sealContext(session)));
  decipher.setAuthTag(sealed.subarray(tagAt));
  return gunzipSync(Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, tagAt)), decipher.final()])).toString(
    'utf8',
  );
}
