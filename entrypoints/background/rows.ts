import type { DBSchema } from 'idb';
import type { Gap } from '../../lib/gap.ts';
import type { Cut } from '../../lib/manifest.ts';
import type { Redacted } from '../../lib/redaction/redacted.ts';
import type { Device } from './device.ts';

/** One stretch of recording in one browser session. The key itself is only in `storage.session`. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: number;
  /** age file with the session's AES key, for the organisation. */
  readonly wrappedKey: Uint8Array;
  readonly recorderVersion: string;
  readonly policyHash: string;
  /** How long its episodes are held before they may be sent, by the policy under which they were recorded. */
  readonly holdMs: number;
}

/** Scheduling facts of an episode: times, counts, sizes. What happened in it is in sealed records only. */
export interface EpisodeRow {
  readonly id: string;
  readonly session: string;
  /** `closing`: cut, but recorders may still hand in what they have. */
  readonly status: 'open' | 'closing' | 'closed' | 'uploaded';
  readonly createdAt: number;
  readonly lastActionAt: number;
  readonly actions: number;
  /** When a form was last submitted (epoch ms). Missing in rows of older versions. */
  readonly submittedAt?: number | null;
  /** Capture records that it has. */
  readonly captures: number;
  /** Number of the next record that the worker itself adds. */
  readonly nextBrowserSeq: number;
  readonly assets: readonly string[];
  /** Bytes of its sealed records, without style sheets. */
  readonly bytes: number;
  readonly cut: Cut | null;
  readonly closedAt: number | null;
  /** Gaps found after the session key was gone; the manifest carries them. */
  readonly gaps: readonly Gap[];
  readonly attempts: number;
  /** When it may be sent, or tried again. */
  readonly nextAttemptAt: number;
  readonly uploadedAt: number | null;
}

/** One sealed record. `source` is a recorder's id, or the worker itself for one episode. */
export interface RecordRow {
  readonly source: string;
  readonly seq: number;
  readonly episode: string;
  readonly sealed: Sealed;
}

/** A sealed style sheet, shared by the episodes of its session. */
export interface AssetRow {
  readonly session: string;
  readonly asset: string;
  readonly sealed: Sealed;
}

/** Gzipped, encrypted, and redacted before that: the compiler holds the store to it. */
export type Sealed = Redacted<Uint8Array<ArrayBuffer>>;

/** In place of an episode’s id: the document of an `unheard` recorder is in none yet. */
export const NO_EPISODE = '';

/** What the worker must know about a recorder between two batches. */
export interface RecorderRow {
  readonly recorder: string;
  readonly document: string;
  readonly tab: number;
  readonly frame: number;
  readonly episode: string;
  readonly stream: number;
  /** Up to when its last batch tells of its document; from when the document was there, if there was none. */
  readonly lastBatchAt: number;
  /**
   * `unheard`: a document that is to be recorded, of which nothing has come in yet; its row stands for the recorder to come.
   * `confirmed`: the recorder said goodbye. `gone`: it did not, but its document is known to be gone.
   */
  readonly ended: 'unheard' | 'no' | 'confirmed' | 'gone';
  /** When its document was seen to be gone. */
  readonly goneAt: number | null;
  /** When its recorder came into a document that had been there before it; null if it was in time. */
  readonly beganLateAt: number | null;
}

export interface UploadRow {
  readonly at: number;
  readonly episode: string;
  readonly bytes: number;
}

export interface Schema extends DBSchema {
  sessions: { key: string; value: SessionRow };
  episodes: { key: string; value: EpisodeRow; indexes: { status: string } };
  records: { key: [string, number]; value: RecordRow; indexes: { episode: string } };
  assets: { key: [string, string]; value: AssetRow };
  recorders: { key: string; value: RecorderRow; indexes: { episode: string; tab: number } };
  uploads: { key: number; value: UploadRow };
  device: { key: 'device'; value: Device };
  /** Sums: `diskBytes`, and `uploaded:YYYY-MM-DD`. */
  counters: { key: string; value: number };
}
