import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The key that signs the packed extension, and what follows from it. */
export interface ExtensionKey {
  readonly pemPath: string;
  /** Base64 SPKI, the manifest's `key`. */
  readonly publicKey: string;
  /** The extension's id: the first half of the key's SHA-256, in the letters a to p. */
  readonly id: string;
}

/** Reads the extension's signing key from `folder`; makes it on first use. It never leaves this machine. */
export function extensionKey(folder: string): ExtensionKey {
  const pemPath = join(folder, 'extension-key.pem');
  if (!existsSync(pemPath)) {
    mkdirSync(dirname(pemPath), { recursive: true });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    try {
      writeFileSync(pemPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!existsSync(pemPath)) throw error; // Otherwise another process was first: its key is the key.
    }
  }
  const spki = createPublicKey(createPrivateKey(readFileSync(pemPath))).export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(spki).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
  return { pemPath, publicKey: spki.toString('base64'), id };
}
