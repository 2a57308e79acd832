import { generalStatus } from '../../lib/status.ts';
import { type Circumstances, currentCircumstances } from './circumstances.ts';
import type { Store } from './store.ts';
import { createUploadStore } from './upload-store.ts';
import { runUploads } from './uploader.ts';

export const UPLOAD_ALARM = 'upload';

/** Ends the pass under way, if this worker has one: a pause must stop it now, not after the next request. */
let pass: AbortController | undefined;

export function stopUploads(): void {
  pass?.abort();
}

/** One pass over what is due, unless another is under way. */
export async function uploadNow(store: Store): Promise<void> {
  const circumstances = await currentCircumstances();
  const { policy } = circumstances;
  if (policy.status !== 'valid' || !maySend(circumstances)) return;
  const { collector, budgets } = policy.policy;
  await navigator.locks.request('upload', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    pass = new AbortController();
    await runUploads({
      store: createUploadStore(store),
      devices: store,
      collector,
      uploadBytesPerDay: budgets.uploadBytesPerDay,
      signal: pass.signal,
      fetch: (...request) => fetch(...request),
      now: Date.now,
      random: Math.random,
    });
  });
}

/** Outside the hours of recording, and while the disk is full, sending goes on; during a pause nothing leaves. */
export function maySend(circumstances: Circumstances): boolean {
  const status = generalStatus(circumstances);
  return status?.state !== 'paused' && (status?.state !== 'off' || status.reason === 'schedule');
}
