import { TOKEN_AUDIENCE, TOKEN_SECONDS } from '../../lib/collector-api.ts';

/** This device as the collector knows it: a key pair that cannot leave the browser, and where it is enrolled. */
export interface Device {
  readonly keys: CryptoKeyPair;
  /** RFC 7638 thumbprint of the public key. */
  readonly id: string;
  /** Base URL of the collector that knows the device; null before enrolment, or when the collector has forgotten it. */
  readonly enrolledAt: string | null;
  /** Set while a collector is in trouble, or has asked to be left alone. */
  readonly leftAlone: {
    readonly collector: string;
    /** Epoch ms. */
    readonly until: number;
    /** Times in a row that it could not take anything. */
    readonly failures: number;
  } | null;
}

/** Where the device is kept: one row, with the `CryptoKeyPair` as IndexedDB clones it. */
export interface DeviceStore {
  getDevice(): Promise<Device | undefined>;
  putDevice(device: Device): Promise<void>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The device, made at its first use. The private key is not extractable: what it signs can be stolen, it cannot. */
export async function loadDevice(store: DeviceStore): Promise<Device> {
  const known = await store.getDevice();
  if (known) return known;
  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const id = await thumbprint(await publicKeyOf(keys));
  const device = { keys, id, enrolledAt: null, leftAlone: null };
  await store.putDevice(device);
  return device;
}

/** The public key as a JWK with its mandatory members, in the order in which RFC 7638 hashes them. */
export async function publicKeyOf(keys: CryptoKeyPair) {
  const { x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return { crv: 'P-256', kty: 'EC', x, y };
}

/**
 * A short-lived ES256 token (RFC 7519) that proves to the collector who asks. By hand: jose would make the worker 12 kB
 * larger for these lines.
 * @param now Epoch ms, on the clock of the collector.
 */
export async function signToken({ keys, id }: Device, now: number): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  const header = { alg: 'ES256', typ: 'JWT', kid: id };
  const times = { iat: issuedAt, exp: issuedAt + TOKEN_SECONDS };
  const claims = { iss: id, sub: id, aud: TOKEN_AUDIENCE, ...times, jti: crypto.randomUUID() };
  const content = `${encodeJson(header)}.${encodeJson(claims)}`;
  const signature = await crypto.subtle.sign(SIGNING, keys.privateKey, new TextEncoder().encode(content));
  return `${content}.${base64url(new Uint8Array(signature))}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc7638 */
async function thumbprint(publicKey: object): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(publicKey));
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

function encodeJson(value: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
