import { Encrypter } from 'age-encryption';
import { sealContext } from '../../lib/chunk.ts';
import type { Record } from '../../lib/record.ts';
import { type Redacted, stillRedacted } from '../../lib/redaction/redacted.ts';
import type { Sealed } from './rows.ts';

const IV_BYTES = 12;
const KEY_BYTES = 32;

/** The key of one session. Bytes, because memory for the browser session (`storage.session`) takes only JSON. */
export interface SealingKey {
  readonly session: string;
  readonly aes: CryptoKey;
  readonly mac: CryptoKey;
}

/** A new random session key, base64. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES)).toBase64();
}

/** Keys for sealing and for naming style sheets, from the session key. */
export async function importKey(session: string, base64: string): Promise<SealingKey> {
  const raw = Uint8Array.fromBase64(base64);
  const aes = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode('showhow/1 assets'),
  };
  const mac = await crypto.subtle.deriveKey(derivation, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
  ]);
  return { session, aes, mac };
}

/** The session key as an age file for the organisation's recipients. */
export async function wrapKey(base64: string, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(Uint8Array.fromBase64(base64));
}

/** Seals a redacted record as its JSON. */
export async function seal(key: SealingKey, record: Redacted<Record>): Promise<Sealed> {
  return sealText(key, stillRedacted(record, JSON.stringify(record)));
}

/** Gzips and encrypts what a record was written as: 12 byte IV, then ciphertext and tag. */
export async function sealText({ session, aes }: SealingKey, text: Redacted<string>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = new TextEncoder().encode(sealContext(session));
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, aes, await gzip(text));
  const sealed = new Uint8Array(IV_BYTES + encrypted.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(encrypted), IV_BYTES);
  return stillRedacted(text, sealed);
}

/** The name of a style sheet in its session. */
export async function assetName({ mac }: SealingKey, text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', mac, new TextEncoder().encode(text))).toHex();
}

/** Lower-case hex SHA-256 of a text. */
export async function sha256(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toHex();
}

/** Not by way of a blob: that would go through another process. */
async function gzip(text: string): Promise<ArrayBuffer> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(new TextEncoder().encode(text)), writer.close()]);
  const [gzipped] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return gzipped;
}
