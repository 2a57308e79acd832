import { refusal } from './problem.ts';

/**
 * Lets `perMinute` calls through in any minute, then refuses until the minute is over. One limit for all callers: it
 * keeps a leaked enrolment token from filling the disk, and needs to remember nobody's address.
 */
export function createRateLimit(perMinute: number, now: () => number): () => void {
  const minute = 60_000;
  let startedAt = Number.NEGATIVE_INFINITY;
  let calls = 0;
  return () => {
    if (now() - startedAt >= minute) {
      startedAt = now();
      calls = 0;
    }
    calls += 1;
    if (calls <= perMinute) return;
    const seconds = Math.ceil((startedAt + minute - now()) / 1000);
    throw refusal('too-many-requests', `Try again in ${seconds} seconds.`, { 'retry-after': String(seconds) });
  };
}
