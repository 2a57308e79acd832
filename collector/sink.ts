/**
 * Where the collector keeps what it is sent: objects named by keys such as `sessions/<id>/chunks/<digest>`, each written
 * once and never changed. Small enough that an object store with create-if-absent can stand in for a folder.
 */
export interface Sink {
  /**
   * Resolves once the object would survive a loss of power. `present`: there already is one with this key, as durable,
   * and it stays as it is. Rejects with code `ENOSPC` when there is no room; then nothing of the object is left behind.
   */
  create(key: string, bytes: Uint8Array): Promise<'created' | 'present'>;
  read(key: string): Promise<Uint8Array | undefined>;
  has(key: string): Promise<boolean>;
  /** Durable as well. Harmless when there is no such object. */
  remove(key: string): Promise<void>;
  /** Last parts of the keys directly below `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Rejects when nothing can be written. */
  check(): Promise<void>;
}
