import type { Policy } from '../../lib/policy.ts';
import type { Circumstances } from './circumstances.ts';
import { makeRoom } from './disk-budget.ts';
import { beginEpisode, openEpisode, withBrowserRecord } from './episodes.ts';
import { reportProblem } from './problems.ts';
import type { EpisodeRow, Sealed } from './rows.ts';
import { currentSession, type Session } from './session.ts';
import { DiskFullError, type Store } from './store.ts';

/** The open episode, or a new one, for what comes beside the batches of recorders. Callers hold the ingest lock. */
export async function episodeFor(
  store: Store,
  circumstances: Circumstances,
): Promise<{ readonly session: Session; readonly episode: EpisodeRow }> {
  const session = await currentSession(store, circumstances);
  return { session, episode: (await openEpisode(store)) ?? (await beginEpisode(store, session, circumstances)) };
}

/** Adds a record to an episode, within the budget. A full disk stops recording. Callers hold the ingest lock. */
export async function keepRecord(
  store: Store,
  { budgets }: Policy,
  episode: EpisodeRow,
  sealed: Sealed,
): Promise<void> {
  try {
    await makeRoom(store, budgets.diskBytes, sealed.byteLength);
    await store.append(withBrowserRecord(episode, sealed));
  } catch (error) {
    if (!(error instanceof DiskFullError)) throw error;
    await reportProblem('disk_budget');
  }
}
