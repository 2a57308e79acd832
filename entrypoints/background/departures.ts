import { browser } from 'wxt/browser';
import type { Gap } from '../../lib/gap.ts';
import { monitoredSite } from '../../lib/policy.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { beginEpisode, openEpisode } from './episodes.ts';
import type { SenderFrame } from './frames.ts';
import { withIngestLock } from './lock.ts';
import { type EpisodeRow, NO_EPISODE, type RecorderRow } from './rows.ts';
import { currentSession } from './session.ts';
import type { Store } from './store.ts';

/** A document that came into a frame, as the browser tells it. */
interface Committed {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly url: string;
  /** Epoch ms. */
  readonly timeStamp: number;
}

/**
 * Documents that come and go. The recorder of one that went gets no more batches, and if it did not say goodbye, its last
 * may be lost: all of it, if nothing had ever come in. Therefore a document is noted when it comes.
 */
export function createDepartures(store: Store) {
  return {
    /** Another document took the place of the one in a frame. */
    replaced: (next: Committed): Promise<void> =>
      withIngestLock(async () => {
        const rows = await store.recordersIn(next.tabId);
        for (const row of rows) {
          const isOther = row.document !== next.documentId;
          if (isOther && (next.frameId === 0 || row.frame === next.frameId)) await leave(row);
        }
        if (!rows.some(({ document }) => document === next.documentId) && (await isToBeRecorded(next)))
          await expect(next);
      }),
    /** A recorder has come into a document that had been there before it: what was done meanwhile will be a gap. */
    beganLate: ({ tab, document }: SenderFrame): Promise<void> =>
      withIngestLock(async () => {
        for (const row of await store.recordersIn(tab))
          if (row.document === document && row.ended === 'unheard')
            await store.putRecorder({ ...row, beganLateAt: row.beganLateAt ?? Date.now() });
      }),
    tabClosed: (tab: number): Promise<void> =>
      withIngestLock(async () => {
        for (const row of await store.recordersIn(tab)) await leave(row);
      }),
  };
  async function leave(row: RecorderRow): Promise<void> {
    if (row.ended !== 'no' && row.ended !== 'unheard') return;
    const episode = row.ended === 'no' ? row.episode : (await missingIn(store))?.id;
    if (episode === undefined) await store.deleteRecorder(row.recorder);
    else await store.putRecorder({ ...row, episode, ended: 'gone', goneAt: Date.now() });
  }
  function expect({ tabId: tab, frameId: frame, documentId: document, timeStamp }: Committed): Promise<unknown> {
    return store.putRecorder({
      ...{ recorder: document, document, tab, frame, episode: NO_EPISODE, stream: -1 },
      ...{ lastBatchAt: Math.round(timeStamp), ended: 'unheard', goneAt: null, beganLateAt: null },
    });
  }
}

/** The episode that misses a document of which nothing was heard. One begins where none is open: a hole is never silent. */
async function missingIn(store: Store): Promise<EpisodeRow | undefined> {
  const open = await openEpisode(store);
  if (open) return open;
  const circumstances = await currentCircumstances();
  if (!recordingPolicy(circumstances)) return undefined;
  return beginEpisode(store, await currentSession(store, circumstances), circumstances);
}

/**
 * A document has one recorder: with a new one, what the ones before it had not handed in is given up, and it is heard of.
 * Resolves to what was missed if the recorder was not there from the beginning. Callers hold the ingest lock.
 */
export async function retireOthers(store: Store, recorder: string, { tab, document }: SenderFrame): Promise<Gap[]> {
  const missed: Gap[] = [];
  for (const row of await store.recordersIn(tab)) {
    if (row.document !== document || row.recorder === recorder || row.ended === 'confirmed') continue;
    const { beganLateAt: to, lastBatchAt: from } = row;
    if (row.ended === 'unheard') await store.deleteRecorder(row.recorder);
    else await store.putRecorder({ ...row, ended: 'confirmed' });
    if (to) missed.push({ reason: 'began_late', from, to, count: 0 });
  }
  return missed;
}

async function isToBeRecorded({ tabId, frameId, url }: Committed): Promise<boolean> {
  const policy = recordingPolicy(await currentCircumstances());
  if (!policy || !monitoredSite(policy, url)) return false;
  const tab = frameId === 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  return !tab?.url || monitoredSite(policy, tab.url) !== undefined;
}
