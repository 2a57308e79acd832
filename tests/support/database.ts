import type { ExtensionBrowser } from './browser.ts';

/** One row of the extension's database; bytes are given as their number. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows of an object store of the extension, read in a page of the extension. */
export function rowsOf({ withExtensionPage }: ExtensionBrowser, store: string): Promise<Row[]> {
  return withExtensionPage((page) =>
    page.evaluate(async (name) => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('The request failed.'));
        });
      const database = await settled(indexedDB.open('showhow'));
      const rows: Record<string, unknown>[] = await settled(database.transaction(name).objectStore(name).getAll());
      database.close();
      return rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? value.byteLength : value]),
        ),
      );
    }, store),
  );
}

/**
 * Changes rows of an object store, for what a test cannot wait for: makes an episode look as if its last action were long
 * ago. The rows and the database are real; only time is not.
 */
export function changeRows({ withExtensionPage }: ExtensionBrowser, store: string, change: Row): Promise<void> {
  return withExtensionPage((page) =>
    page.evaluate(
      async ([name, changed]) => {
        const settled = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error ?? new Error('The request failed.'));
          });
        const database = await settled(indexedDB.open('showhow'));
        const rows = database.transaction(name, 'readwrite').objectStore(name);
        for (const row of await settled(rows.getAll())) await settled(rows.put({ ...row, ...changed }));
        database.close();
      },
      [store, change] as const,
    ),
  );
}

/** Rings an alarm of the worker now. */
export function ringAlarm({ withExtensionPage }: ExtensionBrowser, name: string): Promise<void> {
  return withExtensionPage((page) =>
    page.evaluate(async (alarm) => {
      const { chrome } = globalThis as unknown as {
        chrome: { alarms: { create(name: string, info: object): Promise<void> } };
      };
      await chrome.alarms.create(alarm, { when: Date.now(), periodInMinutes: 1 });
    }, name),
  );
}
