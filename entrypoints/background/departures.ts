import { browser } from 'wxt/browser';
import { monitoredSite } from '../../lib/policy.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { openEpisode } from './episodes.ts';
import { withIngestLock } from './lock.ts';
import { NO_EPISODE, type RecorderRow } from './rows.ts';
import type { Store } from './store.ts';

/** A document that came into a frame, as the browser tells it. */
interface Committed {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly url: string;
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
    tabClosed: (tab: number): Promise<void> =>
      withIngestLock(async () => {
        for (const row of await store.recordersIn(tab)) await leave(row);
      }),
  };
  async function leave(row: RecorderRow): Promise<void> {
    if (row.ended !== 'no' && row.ended !== 'unheard') return;
    const episode = row.ended === 'no' ? row.episode : (await openEpisode(store))?.id;
    if (episode === undefined) await store.deleteRecorder(row.recorder);
    else await store.putRecorder({ ...row, episode, ended: 'gone', goneAt: Date.now() });
  }
  function expect({ tabId: tab, frameId: frame, documentId: document }: Committed): Promise<unknown> {
    return store.putRecorder({
      ...{ recorder: document, document, tab, frame, episode: NO_EPISODE, stream: -1 },
      ...{ lastBatchAt: Date.now(), ended: 'unheard', goneAt: null },
    });
  }
}

async function isToBeRecorded({ tabId, frameId, url }: Committed): Promise<boolean> {
  const policy = recordingPolicy(await currentCircumstances());
  if (!policy || !monitoredSite(policy, url)) return false;
  const tab = frameId === 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  return !tab?.url || monitoredSite(policy, tab.url) !== undefined;
}
