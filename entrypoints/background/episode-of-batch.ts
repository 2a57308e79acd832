import type { CaptureBatch } from '../../lib/capture.ts';
import { SITE_CUT } from '../../lib/cutting.ts';
import type { MonitoredSite } from '../../lib/policy.ts';
import type { Circumstances } from './circumstances.ts';
import { beginEpisode, cutAtMark, cutEpisode, openEpisode } from './episodes.ts';
import type { SenderFrame } from './frames.ts';
import type { EpisodeRow, RecorderRow } from './rows.ts';
import type { Session } from './session.ts';
import { sessionStore } from './settings.ts';
import type { Store } from './store.ts';

/** A batch that has come in, and what is known of who sent it. */
interface Arrival {
  readonly batch: CaptureBatch;
  readonly frame: SenderFrame;
  readonly pageSite: MonitoredSite;
  readonly known: RecorderRow | undefined;
  readonly lastEpisode: EpisodeRow | undefined;
}

/** The episode that a batch belongs to. A stream stays in the episode in which it began. Undefined: that is over. */
export async function episodeOf(
  store: Store,
  session: Session,
  circumstances: Circumstances,
  arrival: Arrival,
): Promise<EpisodeRow | undefined> {
  const { batch, known, lastEpisode } = arrival;
  if (known?.stream === batch.stream) return isTakingMore(lastEpisode) ? lastEpisode : undefined;
  return episodeOfStream(store, session, circumstances, arrival);
}

function isTakingMore(episode: EpisodeRow | undefined): boolean {
  return episode?.status === 'open' || episode?.status === 'closing';
}

/** A new stream joins the open episode. Undefined: it did not begin with this batch. */
async function episodeOfStream(
  store: Store,
  session: Session,
  circumstances: Circumstances,
  { batch, frame, pageSite, known }: Arrival,
): Promise<EpisodeRow | undefined> {
  if (batch.firstEvent !== 0) return undefined;
  await cutAtMark(store, circumstances.now, batch.events[0]?.timestamp);
  // Frames of a page may be heard of before the page itself.
  const isArrivalOnAPage = known === undefined && frame.isActiveTab;
  const lastSite = await sessionStore.get('pageSite');
  if (isArrivalOnAPage && lastSite !== null && lastSite !== pageSite.match) {
    await cutEpisode(store, SITE_CUT, circumstances.now);
    // What else is heard of that page joins what begins now.
    await sessionStore.set('pageSite', pageSite.match);
  }
  return (await openEpisode(store)) ?? beginEpisode(store, session, circumstances);
}
