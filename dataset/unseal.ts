import { Decrypter } from 'age-encryption';
import { createDecipheriv } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { sealContext, splitRecords } from '../lib/chunk.ts';
import type { Manifest } from '../lib/manifest.ts';
import { Record as SealedRecord } from '../lib/record.ts';
import { readRecords, RecordTextError } from '../lib/record-text.ts';
import { DatasetError, explain } from './dataset-error.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Most bytes of one opened record: far beyond any page, so that a forged one cannot fill the memory. */
const MAX_RECORD_BYTES = 512_000_000;

/** The session key, opened with one of the organisation's private keys. */
export async function unwrapKey({ wrappedKey, session }: Manifest, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const key = await decrypter.decrypt(Buffer.from(wrappedKey, 'base64')).catch((cause: unknown) => {
    throw new DatasetError(
      `The key of session ${session} does not open (${explain(cause)}). ` +
        'Use the private half of a public key that the policy had when it was recorded.',
      { cause },
    );
  });
  if (key.byteLength !== KEY_BYTES)
    throw new DatasetError(`The key of session ${session} is not ${KEY_BYTES} bytes long.`);
  return key;
}

/** What was sealed of a record. */
export interface SealedText {
  /** Names the record in errors. */
  readonly where: string;
  readonly text: string;
}

/** What is in one chunk. `where` names it in errors. */
export function unsealChunk(chunk: Uint8Array, session: string, key: Uint8Array, where: string): SealedText[] {
  return splitChunk(chunk, where).map((sealed, index) => {
    const record = `Record ${index} of ${where}`;
    return { where: record, text: decrypt(sealed, session, key, record) };
  });
}

/** The records of an episode, from all of its texts: some quote others. */
export function readSealed(texts: readonly SealedText[]): SealedRecord[] {
  return read(texts).map((value, index) => validated(value, texts[index]?.where ?? ''));
}

function read(texts: readonly SealedText[]): unknown[] {
  try {
    return readRecords(texts.map(({ text }) => text));
  } catch (cause) {
    if (!(cause instanceof RecordTextError)) throw cause;
    const where = texts[cause.index]?.where ?? 'A record';
    throw new DatasetError(`${where} cannot be read. ${cause.message} It was sent broken; leave the episode out.`, {
      cause,
    });
  }
}

function splitChunk(chunk: Uint8Array, where: string): Uint8Array[] {
  try {
    return splitRecords(chunk);
  } catch (cause) {
    throw new DatasetError(
      `${where} cannot be taken apart. ${explain(cause)} It was sent broken; leave the episode out.`,
      { cause },
    );
  }
}

function validated(value: unknown, where: string): SealedRecord {
  const record = SealedRecord.safeParse(value);
  if (record.success) return record.data;
  throw new DatasetError(
    `${where} does not have the form of a record; it may come from a newer extension. Use the newest version of this program.\n` +
      z.prettifyError(record.error).split('\n').slice(0, 6).join('\n'),
  );
}

function decrypt(sealed: Uint8Array, session: string, key: Uint8Array, where: string): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(sealContext(session)));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const packed = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return gunzipSync(packed, { maxOutputLength: MAX_RECORD_BYTES }).toString('utf8');
  } catch (cause) {
    throw new DatasetError(
      `${where} does not open with the key of session ${session}: it was changed, or belongs to another session. ` +
        'Leave the episode out, and find out who can write to the collector.',
      { cause },
    );
  }
}
