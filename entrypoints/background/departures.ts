import type { RecorderRow } from './rows.ts';
import type { Store } from './store.ts';

/** Documents that went away: their recorders get no more batches, and one that did not say goodbye may have lost its last. */
export function createDepartures(store: Store) {
  return {
    /** Another document took the place of the one in a frame. */
    async replaced(tab: number, frame: number, document: string | undefined): Promise<void> {
      for (const row of await store.recordersIn(tab)) {
        const isGone = frame === 0 ? row.document !== document : row.frame === frame && row.document !== document;
        if (isGone) await leave(row);
      }
    },
    async tabClosed(tab: number): Promise<void> {
      for (const row of await store.recordersIn(tab)) await leave(row);
    },
  };
  async function leave(row: RecorderRow): Promise<void> {
    if (row.ended === 'no') await store.putRecorder({ ...row, ended: 'gone', goneAt: Date.now() });
  }
}
