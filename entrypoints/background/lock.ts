/**
 * Runs one thing at a time with the open episode: batches of many frames, cuts, changes of circumstances. A lock of the
 * browser, not of this worker's memory, so that it ends with a worker that is stopped.
 */
export function withIngestLock<T>(run: () => Promise<T>): Promise<T> {
  return navigator.locks.request('ingest', run);
}
