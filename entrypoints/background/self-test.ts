import type { Policy } from '../../lib/policy.ts';
import { redactBatch } from '../../lib/redaction/redact-batch.ts';
import { selfTest } from '../../lib/redaction/self-test.ts';
import { type SelfTest, sessionStore } from './settings.ts';

/**
 * Whether redaction holds, by a test that is made once in a browser session, and again under another policy: before the
 * first batch, and not each time that the worker wakes.
 * @param known what came of it before.
 */
export async function isRedactionTrusted(policy: Policy, policyHash: string, known: SelfTest | null): Promise<boolean> {
  if (known?.policyHash === policyHash) return known.leaks === 0;
  const channels = selfTest(redactBatch, policy);
  await sessionStore.set('selfTest', { policyHash, leaks: channels.length });
  if (channels.length > 0)
    console.error(
      `Showhow: redaction failed its own test, so that nothing is recorded. Channels: ${channels.join(', ')}`,
    );
  return channels.length === 0;
}
