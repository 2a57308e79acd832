import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { joinRecords, sealContext } from '../../lib/chunk.ts';
import { type Manifest, WIRE_FORMAT } from '../../lib/manifest.ts';
import type { Record as SealedRecord } from '../../lib/record.ts';
import { EPISODE, SESSION, START } from './records.ts';

/** An organisation's key pair. */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A sealed episode as it lies at the collector. */
export interface SealedEpisode {
  readonly manifest: Manifest;
  readonly chunks: readonly Uint8Array[];
}

/** Seals records by the wire format with Node's own means, each list of them as one chunk. */
export async function sealEpisode(
  chunks: readonly (readonly SealedRecord[])[],
  recipient: string,
  rest: Partial<Manifest> = {},
): Promise<SealedEpisode> {
  const key = randomBytes(32);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const wrappedKey = Buffer.from(await encrypter.encrypt(key)).toString('base64');
  const session = rest.session ?? SESSION;
  const bytes = chunks.map((records) => joinRecords(records.map((record) => seal(record, key, session))));
  const manifest: Manifest = {
    format: WIRE_FORMAT,
    session,
    episode: EPISODE,
    wrappedKey,
    createdAt: START,
    closedAt: START + 60_000,
    cut: { rule: 'idle', confidence: 0.8 },
    gaps: [],
    chunks: bytes.map((chunk, index) => ({
      digest: digestOf(chunk),
      bytes: chunk.byteLength,
      records: chunks[index]?.length ?? 0,
    })),
    recorderVersion: '0.1.0',
    policyHash: 'a'.repeat(64),
    ...rest,
  };
  return { manifest, chunks: bytes };
}

/** Writes a sealed episode into a data folder as a collector does. */
export async function storeEpisode(data: string, { manifest, chunks }: SealedEpisode): Promise<void> {
  const session = join(data, 'objects', 'sessions', manifest.session);
  await mkdir(join(session, 'chunks'), { recursive: true });
  await mkdir(join(session, 'episodes'), { recursive: true });
  await Promise.all(chunks.map((chunk) => writeFile(join(session, 'chunks', digestOf(chunk)), chunk)));
  await writeFile(join(session, 'episodes', `${manifest.episode}.json`), JSON.stringify(manifest));
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function seal(record: SealedRecord, key: Uint8Array, session: string): Uint8Array {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(sealContext(session)));
  const packed = gzipSync(JSON.stringify(record));
  return Buffer.concat([iv, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
}
