import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { canonicalJson } from '../lib/canonical-json.ts';
import { type Policy, readPolicy } from '../lib/policy.ts';
import { DatasetError } from './dataset-error.ts';
import { isFileError } from './file-error.ts';
import { parseJson } from './sealed-data.ts';

/** A policy, and the hash by which episodes name it. */
export interface KnownPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/** Reads a policy as the administrator wrote it, such as `enterprise/policy.sample.json`. */
export async function readPolicyFile(path: string): Promise<KnownPolicy> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    throw new DatasetError(`Cannot read the policy ${path} (${cause.code}).`, { cause });
  });
  const reading = readPolicy(parseJson(text), { allowLoopbackHttp: true });
  if (reading.status === 'none') throw new DatasetError(`There is no policy in ${path}: it should be a JSON object.`);
  if (reading.status === 'broken') {
    const problems = reading.problems.map(({ detail }) => `- ${detail}`).join('\n');
    throw new DatasetError(`The policy in ${path} is not valid:\n${problems}`);
  }
  const { policy } = reading;
  return { policy, hash: createHash('sha256').update(canonicalJson(policy)).digest('hex') };
}
