import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from 'jose';
import type { Enrolment } from '../lib/collector-api.ts';
import { refusal } from './problem.ts';
import type { Sink } from './sink.ts';

export type Devices = ReturnType<typeof createDevices>;

/** RFC 7638 thumbprint: base64url SHA-256. */
const DEVICE_ID = /^[\w-]{43}$/;

/** The public keys of enrolled devices, as `devices/<id>.json` in the sink. Removing a file revokes its device at once. */
export function createDevices(sink: Sink) {
  return {
    /** Resolves to the id, which follows from the key: repeating is harmless. */
    async enrol(publicKey: Enrolment['publicKey']): Promise<string> {
      await importPublicKey(publicKey).catch(() => {
        throw refusal('malformed', 'publicKey is not a point on the curve P-256.');
      });
      const device = await calculateJwkThumbprint(publicKey);
      await sink.create(`devices/${device}.json`, new TextEncoder().encode(JSON.stringify(publicKey)));
      return device;
    },

    async publicKey(device: string): Promise<CryptoKey | undefined> {
      const stored = DEVICE_ID.test(device) ? await sink.read(`devices/${device}.json`) : undefined;
      return stored && importPublicKey(JSON.parse(new TextDecoder().decode(stored)) as JWK);
    },
  };
}

async function importPublicKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new TypeError('A public key is not a secret.');
  return key;
}
