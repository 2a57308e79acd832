import type { Gap } from '../../lib/gap.ts';
import type { Cut } from '../../lib/manifest.ts';
import type { UploadProblem } from '../../lib/messages.ts';
import { createCollectorClient, type Ask, type CollectorClientOptions } from './collector-client.ts';
import { loadDevice, type DeviceStore } from './device.ts';
import { noteOutcome } from './note-outcome.ts';
import { uploadEpisode, type Outcome } from './upload-episode.ts';

/** Place of a sealed record in the store: what it came from, and its number in the life of that source. */
export type RecordKey = readonly [source: string, seq: number];

/** A closed episode whose hold time is over and whose next attempt is due. */
export interface DueEpisode {
  readonly episode: string;
  readonly session: string;
  /** The session's key as an age file to the organisation's public keys. */
  readonly wrappedKey: Uint8Array;
  /** Epoch ms, as the next. */
  readonly createdAt: number;
  readonly closedAt: number;
  readonly cut: Cut;
  readonly gaps: readonly Gap[];
  readonly recorderVersion: string;
  readonly policyHash: string;
  /** Attempts in a row that failed. */
  readonly attempts: number;
}

/** What the uploader needs of the store. Every verb is one transaction, and harmless to repeat. */
export interface UploadStore {
  /**
   * The oldest due episode: closed, its hold time over at `now` (epoch ms), next attempt due. With `after`, the next one
   * behind that episode in the same order, so that a pass meets each episode once.
   */
  nextUpload(now: number, after?: string): Promise<DueEpisode | undefined>;
  /** Its sealed records with their sizes, in key order, the opening record among them; without style sheets. */
  recordKeys(episode: string): Promise<readonly { readonly key: RecordKey; readonly bytes: number }[]>;
  readRecord(key: RecordKey): Promise<Uint8Array>;
  /** The sealed style sheets that its snapshots name, with their sizes, in a fixed order. */
  assets(episode: string): Promise<readonly { readonly asset: string; readonly bytes: number }[]>;
  readAsset(session: string, asset: string): Promise<Uint8Array>;
  /** The collector has acknowledged all of it: only now may the rows go. Clears the attempts. */
  markUploaded(episode: string, upload: { readonly at: number; readonly bytes: number }): Promise<void>;
  /** It could not be sent: how often in a row by now, and the epoch ms before which it is not due again. */
  postpone(episode: string, next: { readonly attempts: number; readonly at: number }): Promise<void>;
  /** Bytes sent on `day`, a local date such as `2026-11-21`. */
  uploadedBytes(day: string): Promise<number>;
  addUploadedBytes(day: string, bytes: number): Promise<void>;
  /** What stands in the way, for the popup; null when nothing does. Keeps since when the same problem holds. */
  setUploadProblem(problem: UploadProblem | null): Promise<void>;
}

export interface UploadDeps extends CollectorClientOptions {
  readonly store: UploadStore;
  /** Of the policy's budgets. */
  readonly uploadBytesPerDay: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * One pass: sends every due episode, oldest first, and says when to try those again that could not be sent. One pass at a
 * time. Ends at once, and counts nothing as failed, when `signal` is aborted.
 */
export async function runUploads(deps: UploadDeps): Promise<void> {
  const { store, devices, now, signal, collector } = deps;
  const device = await loadDevice(devices);
  const startedAt = now();
  const { leftAlone } = device;
  if (leftAlone?.collector === collector.url && startedAt < leftAlone.until) return;

  const ask = createCollectorClient(deps, device);
  let due = await store.nextUpload(startedAt);
  while (due && !signal.aborted) {
    const outcome = await tryEpisode(deps, ask, due);
    // What has been acknowledged is noted even so.
    if (signal.aborted && outcome.result !== 'sent') return;
    const goesOn = await noteOutcome(deps, due, outcome);
    if (!goesOn) return;
    due = await store.nextUpload(startedAt, due.episode);
  }
}

/** An episode whose rows cannot be read must not keep the others from being sent. */
async function tryEpisode(deps: UploadDeps, ask: Ask, due: DueEpisode): Promise<Outcome> {
  try {
    return await uploadEpisode(deps, ask, due);
  } catch (error) {
    console.error(`Episode ${due.episode} cannot be sent.`, error);
    return { result: 'refused' };
  }
}
