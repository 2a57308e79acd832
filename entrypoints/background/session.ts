import { browser } from 'wxt/browser';
import type { Circumstances } from './circumstances.ts';
import { closeOrphans } from './episodes.ts';
import { importKey, newKey, type SealingKey, wrapKey } from './seal.ts';
import { NO_EPISODE } from './rows.ts';
import { localStore, sessionStore } from './settings.ts';
import type { Store } from './store.ts';

export interface Session {
  readonly id: string;
  readonly key: SealingKey;
}

/**
 * The session of this browser run, begun if there is none. One session lives under one policy and one notice: when they
 * change, so do the recipients of its key and its provenance, and a new one begins.
 * Callers hold the ingest lock.
 * @param begun what `begunSession` has just said, if it was asked.
 */
export async function currentSession(
  store: Store,
  circumstances: Circumstances,
  begun?: Awaited<ReturnType<typeof begunSession>>,
): Promise<Session> {
  const { policy, hashes, answer } = circumstances;
  if (policy.status !== 'valid' || !hashes || !answer)
    throw new Error('A session needs a valid policy and an answered notice.');
  const known = begun === undefined ? await begunSession() : begun;
  if (known?.policyHash === hashes.policy && known.noticeHash === hashes.notice) {
    return { id: known.id, key: await importedKey(known.id, known.key) };
  }
  if (known) await closeOrphans(store, circumstances, 'policy');
  else await closeLostSessions(store, circumstances);
  const version = browser.runtime.getManifest().version;
  const id = crypto.randomUUID();
  const key = newKey();
  const wrappedKey = await wrapKey(key, policy.policy.organisation.publicKeys);
  await store.putSession({
    id,
    createdAt: circumstances.now,
    wrappedKey,
    recorderVersion: version,
    policyHash: hashes.policy,
    holdMs: policy.policy.upload.holdMinutes * 60_000,
  });
  await sessionStore.set('session', { id, key, policyHash: hashes.policy, noticeHash: hashes.notice });
  return { id, key: await importedKey(id, key) };
}

/** The key that was imported last: most batches are sealed with the same. */
let imported: { readonly base64: string; readonly key: SealingKey } | undefined;

async function importedKey(id: string, base64: string): Promise<SealingKey> {
  if (imported?.base64 !== base64) imported = { base64, key: await importKey(id, base64) };
  return imported.key;
}

/** What is in memory of the session of this browser run; null where it has not begun. */
export const begunSession = () => sessionStore.get('session');

/** Closes what was being recorded when the browser stopped or the extension was replaced: its key was in memory only. */
export async function closeLostSessions(store: Store, circumstances: Circumstances): Promise<void> {
  if ((await sessionStore.get('session')) !== null) return;
  const version = browser.runtime.getManifest().version;
  const wasUpdated = (await localStore.get('version')) !== version;
  await closeOrphans(store, circumstances, wasUpdated ? 'updated' : 'browser_stopped');
  // Once a state has been told, they are documents of this browser run, of which the first batch has yet to come.
  const wentUnheard = (await sessionStore.get('told')) === null ? await store.recordersOf(NO_EPISODE) : [];
  for (const row of wentUnheard.filter(({ ended }) => ended === 'unheard'))
    await store.putRecorder({ ...row, tab: browser.tabs.TAB_ID_NONE, ended: 'gone', goneAt: circumstances.now });
  await localStore.set('version', version);
}
