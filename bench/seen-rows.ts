import type { Page } from '@playwright/test';

/** A row of the extension's database, without what is sealed in it. */
export interface SeenRow {
  readonly source: string;
  readonly seq: number;
  readonly episode: string;
  /** Captured actions of its episode when it was last seen. */
  readonly actions: number;
}

/** Reads the keys of all rows from a page of the extension. Another connection: what it sees has been committed. */
export async function readRows(extensionPage: Page): Promise<SeenRow[]> {
  return extensionPage.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('showhow'));
    const tx = db.transaction(['records', 'episodes']);
    const [records, episodes] = await Promise.all([
      settled(tx.objectStore('records').getAll()),
      settled(tx.objectStore('episodes').getAll()),
    ]);
    db.close();
    const actions = new Map<string, number>(episodes.map(({ id, actions: count }) => [id, count]));
    return records.map(({ source, seq, episode }) => ({ source, seq, episode, actions: actions.get(episode) ?? 0 }));
  });
}
