import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A made-up organisation with a key pair of its own. */
export interface Organisation {
  readonly name: string;
  /** age recipient, for the policy. */
  readonly publicKey: string;
  /** age identity, to open what arrived. */
  readonly privateKey: string;
}

export async function createOrganisation(): Promise<Organisation> {
  const privateKey = await generateX25519Identity();
  return { name: 'Example Works', privateKey, publicKey: await identityToRecipient(privateKey) };
}
