import { browser } from 'wxt/browser';
import { type Circumstances, currentCircumstances, recordingPolicy } from './circumstances.ts';
import { makeRoom, purgeUploaded } from './disk-budget.ts';
import { settleEpisodes } from './episodes.ts';
import { withIngestLock } from './lock.ts';
import { reportProblem } from './problems.ts';
import { applyCircumstances, tellRecorders } from './recorders.ts';
import { uploadNow } from './upload-alarm.ts';
import { localStore, sessionStore } from './settings.ts';
import { DiskFullError, type Store } from './store.ts';

/** Room that must be free again before recording goes on after the disk budget was reached, bytes. */
const HEADROOM = 1_000_000;

const DAY_MS = 24 * 60 * 60_000;

/** What has to be looked at every minute: cuts, schedule, budgets, retention. */
export async function doChores(store: Store): Promise<void> {
  const circumstances = await currentCircumstances();
  await settle(store, circumstances);
  if (circumstances.policy.status === 'valid') {
    const { retention, budgets } = circumstances.policy.policy;
    await purgeUploaded(store, retention.uploadedDays, circumstances.now);
    await checkUnsent(store, circumstances, retention.unsentDays);
    if (circumstances.problem === 'disk_budget' && (await hasRoom(store, budgets.diskBytes)))
      await localStore.set('problem', null);
  }
  // A redactor that failed gets another chance with the next start of the browser.
  if (circumstances.problem === 'redaction' && (await sessionStore.get('redactionFailures')) === null)
    await localStore.set('problem', null);
  await applyCircumstances(store);
  await offerUpdate(store, circumstances);
}

/** Cuts and closes what is due, tells recorders, and begins to send what need not be held. */
export async function settle(store: Store, circumstances: Circumstances): Promise<void> {
  const { wasCut, wasClosed } = await withIngestLock(() => settleEpisodes(store, circumstances));
  if (wasCut) await tellRecorders('newStream');
  if (wasClosed) void uploadNow(store);
}

async function hasRoom(store: Store, budget: number): Promise<boolean> {
  try {
    await makeRoom(store, budget, Math.min(HEADROOM, budget / 10));
    return true;
  } catch (error) {
    if (error instanceof DiskFullError) return false;
    throw error;
  }
}

async function checkUnsent(store: Store, { problem, now }: Circumstances, days: number): Promise<void> {
  const closed = await store.episodesThatAre('closed');
  const isTooLong = closed.some(({ closedAt }) => closedAt !== null && now - closedAt > days * DAY_MS);
  if (isTooLong && problem === null) await reportProblem('unsent_too_long');
  if (!isTooLong && problem === 'unsent_too_long') await localStore.set('problem', null);
}

/** An update waits until nobody works, or a day: a recorder that is always busy must not block its own fixes. */
async function offerUpdate(store: Store, circumstances: Circumstances): Promise<void> {
  const since = await sessionStore.get('updateSince');
  if (since === null) return;
  const isBusy = recordingPolicy(circumstances) !== undefined && (await store.episodesThatAre('open')).length > 0;
  if (!isBusy || circumstances.now - since > DAY_MS) browser.runtime.reload();
}
