import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { makeIdentity, readIdentities } from '../../dataset/identity.ts';

/** The organisation's key pair, in a file. */
export interface OrganisationKey {
  readonly publicKey: string;
  /** True when it has been made just now. */
  readonly isNew: boolean;
}

/** Reads the organisation's key pair from `file`, and makes it on first use. */
export async function organisationKey(file: string): Promise<OrganisationKey> {
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true });
    return { publicKey: await makeIdentity(file, new Date()), isNew: true };
  }
  const [identity = ''] = await readIdentities(file);
  return { publicKey: await identityToRecipient(identity), isNew: false };
}
