import type { Policy } from '../../lib/policy.ts';
import { generalStatus, type CaptureStatus, type StatusInputs } from '../../lib/status.ts';
import { currentPolicy, policyHashes } from './policy.ts';
import { isRedactionTrusted } from './self-test.ts';
import { localStore, sessionStore } from './settings.ts';

/** Everything that decides whether recording may happen now, read afresh. */
export interface Circumstances extends StatusInputs {
  readonly hashes: { readonly policy: string; readonly notice: string } | null;
}

export async function currentCircumstances(): Promise<Circumstances> {
  const [policy, { noticeAnswer: answer, pausedUntil, problem }, tested] = await Promise.all([
    currentPolicy(),
    localStore.getAll('noticeAnswer', 'pausedUntil', 'problem'),
    sessionStore.get('selfTest'),
  ]);
  const hashes = await policyHashes(policy);
  const isTrusted =
    policy.status !== 'valid' || !hashes || (await isRedactionTrusted(policy.policy, hashes.policy, tested));
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  const localTime = { day: now.getDay(), time: `${two(now.getHours())}:${two(now.getMinutes())}` };
  return {
    policy,
    hashes,
    noticeHash: hashes?.notice ?? null,
    answer,
    pausedUntil,
    problem: isTrusted ? problem : 'self_test',
    now: now.getTime(),
    localTime,
  };
}

/** The valid policy, where recording is generally allowed; undefined where it is not. */
export function recordingPolicy(circumstances: Circumstances): Policy | undefined {
  const { policy } = circumstances;
  return policy.status === 'valid' && !generalStatus(circumstances) ? policy.policy : undefined;
}

/** The status that holds for every tab: `recording` when monitored sites are recorded. */
export function overallStatus(circumstances: Circumstances): CaptureStatus {
  return generalStatus(circumstances) ?? { state: 'recording', siteRule: '' };
}
