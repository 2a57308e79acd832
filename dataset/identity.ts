import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFile, writeFile } from 'node:fs/promises';
import { DatasetError } from './dataset-error.ts';
import { isFileError } from './file-error.ts';

const IDENTITY_LINE = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]+$/;

/** Reads an identity file as `showhow keygen` and `age-keygen` write it: lines of identities and `#` comments. */
export async function readIdentities(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    throw new DatasetError(`Cannot read the key file ${path} (${cause.code}). Name the private key with --key.`, {
      cause,
    });
  });
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = identities.findIndex((line) => !IDENTITY_LINE.test(line));
  if (identities.length === 0 || wrong >= 0) {
    throw new DatasetError(
      `${path} is not an age identity file: it needs a line that begins with AGE-SECRET-KEY-1. ` +
        'The public key (age1…) belongs into the policy; here the private one is needed.',
    );
  }
  return identities;
}

/** The organisation's key pair: the private half is a file that only its owner can read. Returns the public half. */
export async function makeIdentity(path: string, now: Date): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  await writeFile(path, text, { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    const why = cause.code === 'EEXIST' ? 'It is there already, and a key is never overwritten.' : `(${cause.code})`;
    throw new DatasetError(`Cannot write the key file ${path}. ${why} Choose another place with --out.`, { cause });
  });
  return recipient;
}
