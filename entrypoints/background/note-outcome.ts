import type { UploadProblem } from '../../lib/messages.ts';
import { nextAttemptAt } from '../../lib/retry.ts';
import type { Outcome } from './upload-episode.ts';
import type { DueEpisode, UploadDeps } from './uploader.ts';

/** How long an episode that was refused waits, ms: until somebody has updated or repaired one of the two ends. */
const REFUSED_RETRY_MS = 6 * 60 * 60_000;

/**
 * Writes down what came of trying to send an episode.
 * @returns false when the collector is to be left alone for now.
 */
export async function noteOutcome(deps: UploadDeps, due: DueEpisode, outcome: Outcome): Promise<boolean> {
  switch (outcome.result) {
    case 'sent':
      await noteSettled(deps, due, outcome.bytes);
      return true;
    case 'gone':
      await noteSettled(deps, due, 0);
      return true;
    case 'refused':
      await postpone(deps, due, 'refused', REFUSED_RETRY_MS);
      return true;
    case 'later':
      if (outcome.leaveAlone) await leaveAlone(deps, outcome.retryAfter);
      await postpone(deps, due, outcome.reason, outcome.retryAfter);
      return !outcome.leaveAlone;
  }
}

async function noteSettled({ store, devices, now }: UploadDeps, due: DueEpisode, bytes: number): Promise<void> {
  await store.markUploaded(due.episode, { at: now(), bytes });
  const device = await devices.getDevice();
  if (device?.leftAlone) await devices.putDevice({ ...device, leftAlone: null });
  // A problem stands as long as an episode waits that has met one.
  let waiting = await store.nextUpload(Number.MAX_SAFE_INTEGER);
  while (waiting && waiting.attempts === 0) {
    waiting = await store.nextUpload(Number.MAX_SAFE_INTEGER, waiting.episode);
  }
  if (!waiting) await store.setUploadProblem(null);
}

async function postpone(
  { store, now, random }: UploadDeps,
  due: DueEpisode,
  reason: UploadProblem,
  retryAfter: number | null,
): Promise<void> {
  const attempts = due.attempts + 1;
  await store.postpone(due.episode, {
    attempts,
    at: nextAttemptAt({ attempts, now: now(), random: random(), retryAfter }),
  });
  await store.setUploadProblem(reason);
}

async function leaveAlone({ devices, collector, now, random }: UploadDeps, retryAfter: number | null): Promise<void> {
  const device = await devices.getDevice();
  if (!device) return;
  const before = device.leftAlone?.collector === collector.url ? device.leftAlone.failures : 0;
  const failures = before + 1;
  const until = nextAttemptAt({ attempts: failures, now: now(), random: random(), retryAfter });
  await devices.putDevice({ ...device, leftAlone: { collector: collector.url, until, failures } });
}
