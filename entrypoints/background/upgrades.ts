import type { IDBPDatabase } from 'idb';
import type { Schema } from './rows.ts';

type Upgrade = (db: IDBPDatabase<Schema>) => void;

/** Steps from one version to the next, in order. Append only: a step that has shipped never changes and never drops rows. */
export const upgrades: readonly Upgrade[] = [
  function createStores(db) {
    db.createObjectStore('sessions', { keyPath: 'id' });
    db.createObjectStore('episodes', { keyPath: 'id' }).createIndex('status', 'status');
    db.createObjectStore('records', { keyPath: ['source', 'seq'] }).createIndex('episode', 'episode');
    db.createObjectStore('assets', { keyPath: ['session', 'asset'] });
    const recorders = db.createObjectStore('recorders', { keyPath: 'recorder' });
    recorders.createIndex('episode', 'episode');
    recorders.createIndex('tab', 'tab');
    db.createObjectStore('uploads', { autoIncrement: true });
    db.createObjectStore('device');
    db.createObjectStore('counters');
  },
];
