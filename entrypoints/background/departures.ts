import type { Store } from './store.ts';

/** Documents that went away: their recorders get no more batches, and one that did not say goodbye may have lost its last. */
export function createDepartures(store: Store) {
  return {
    /** Another document took the place of the one in a frame. */
    async replaced(tab: number, frame: number, document: string | undefined): Promise<void> {
      for (const row of await store.recordersIn(tab)) {
        const isGone = frame === 0 ? row.document !== document : row.frame === frame && row.document !== document;
        if (isGone && row.ended === 'no') await store.putRecorder({ ...row, ended: 'gone' });
      }
    },
    async tabClosed(tab: number): Promise<void> {
      for (const row of await store.recordersIn(tab))
        if (row.ended === 'no') await store.putRecorder({ ...row, ended: 'gone' });
    },
  };
}
