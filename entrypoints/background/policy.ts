import { browser } from 'wxt/browser';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { type PolicyReading, readPolicy } from '../../lib/policy.ts';
import { shownNotice } from '../../lib/shown-notice.ts';
import { sha256 } from './seal.ts';

/** Builds for tests and the demonstration, which may talk plain HTTP to this machine. */
export const isTestBuild = import.meta.env.MODE === 'loopback';

/**
 * A policy baked into a test build, for the demonstration on machines where none can be set without touching the
 * user's own browser. Production builds do not hold this code.
 */
const builtInPolicy: unknown = isTestBuild ? JSON.parse(import.meta.env['WXT_DEMO_POLICY'] ?? 'null') : null;

/** The policy as managed storage has it now; fails closed when it cannot be read. */
export async function currentPolicy(): Promise<PolicyReading> {
  const managed = await browser.storage.managed.get().catch(() => ({}));
  const effective = builtInPolicy && Object.keys(managed).length === 0 ? builtInPolicy : managed;
  return readPolicy(effective, { allowLoopbackHttp: isTestBuild });
}

interface Hashes {
  readonly policy: string;
  readonly notice: string;
}

/** The policy that was hashed last, as it was hashed: every batch asks, and it seldom changes. */
let hashed: { readonly text: string; readonly hashes: Hashes } | undefined;

/** Hashes of the whole policy and of its notice, lower-case hex. */
export async function policyHashes(reading: PolicyReading): Promise<Hashes | null> {
  if (reading.status !== 'valid') return null;
  const text = canonicalJson(reading.policy);
  if (hashed?.text !== text) {
    const [policy, notice] = await Promise.all([sha256(text), sha256(canonicalJson(shownNotice(reading.policy)))]);
    hashed = { text, hashes: { policy, notice } };
  }
  return hashed.hashes;
}
