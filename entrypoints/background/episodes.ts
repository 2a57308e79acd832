import { browser } from 'wxt/browser';
import {
  BROWSER_STOPPED_CUT,
  MARK_CUT,
  MARK_GRACE_MS,
  MARK_LIFE_MS,
  POLICY_CUT,
  SETTLE_MS,
  dueCut,
} from '../../lib/cutting.ts';
import type { Gap } from '../../lib/gap.ts';
import type { Cut } from '../../lib/manifest.ts';
import { withoutPageContent } from '../../lib/redaction/redacted.ts';
import type { Circumstances } from './circumstances.ts';
import { interruption, lossesOf } from './interruptions.ts';
import { forgetRedactionMemory } from './redaction-memory.ts';
import { currentProvenance } from './provenance.ts';
import { type EpisodeRow, NO_EPISODE } from './rows.ts';
import { seal } from './seal.ts';
import type { Session } from './session.ts';
import { sessionStore } from './settings.ts';
import type { Store } from './store.ts';

/** Rings when an episode that was cut has had its time to settle. */
export const SETTLE_ALARM = 'settle';

/** `source` of the records that the worker itself adds to an episode; a recorder's id is a bare UUID. */
const browserSource = (episode: string) => `browser:${episode}`;

/** The episode that new streams join. */
export async function openEpisode(store: Store): Promise<EpisodeRow | undefined> {
  return (await store.episodesThatAre('open'))[0];
}

/** Begins an episode: its first record says where it comes from. Callers hold the ingest lock and know that none is open. */
export async function beginEpisode(store: Store, session: Session, circumstances: Circumstances): Promise<EpisodeRow> {
  const { now } = circumstances;
  const id = crypto.randomUUID();
  const provenance = await currentProvenance(circumstances);
  const opening = withoutPageContent({ kind: 'opening', episode: id, session: session.id, at: now, provenance });
  const sealed = await seal(session.key, opening);
  const episode: EpisodeRow = {
    ...{ id, session: session.id, status: 'open', createdAt: now, lastActionAt: now, actions: 0, captures: 0 },
    ...{ nextBrowserSeq: 1, assets: [], bytes: sealed.byteLength, cut: null, closedAt: null, gaps: [] },
    ...{ attempts: 0, nextAttemptAt: 0, uploadedAt: null },
  };
  await store.append({ episode, records: [{ source: browserSource(id), seq: 0, episode: id, sealed }], assets: [] });
  // Of what went away before anything was heard of it, somebody has to tell.
  for (const row of await store.recordersOf(NO_EPISODE))
    if (row.ended === 'gone') await store.putRecorder({ ...row, episode: id });
  return episode;
}

/** Adds what the worker noticed to an episode: gaps that no page knows of. */
export async function addGaps(
  store: Store,
  session: Session,
  episode: EpisodeRow,
  gaps: readonly Gap[],
): Promise<void> {
  if (gaps.length === 0) return;
  const record = withoutPageContent({ kind: 'browser', tab: null, actions: [], gaps: [...gaps], ledger: [] });
  const sealed = await seal(session.key, record);
  await store.append(withBrowserRecord(episode, sealed));
}

/** The change that adds one record of the worker's own to an episode. */
export function withBrowserRecord(episode: EpisodeRow, sealed: Awaited<ReturnType<typeof seal>>) {
  const seq = episode.nextBrowserSeq;
  return {
    episode: { ...episode, nextBrowserSeq: seq + 1, bytes: episode.bytes + sealed.byteLength },
    records: [{ source: browserSource(episode.id), seq, episode: episode.id, sealed }],
    assets: [],
  };
}

/** Ends the open episode. What its recorders still hold may come in for a while; new streams join the next one. */
export async function cutEpisode(store: Store, cut: Cut, now: number): Promise<boolean> {
  const episode = await openEpisode(store);
  if (!episode) return false;
  await store.putEpisode({ ...episode, status: 'closing', cut, closedAt: now });
  return true;
}

/**
 * Makes the cut that the person asked for. What they had just done may only now be coming in: an episode is not cut while it
 * is empty, unless what it was to tell of is lost, and a stream that began before the mark belongs before the cut.
 * @param beganAt when the stream that is to join an episode began; none does by default.
 */
export async function cutAtMark(store: Store, now: number, beganAt = now): Promise<boolean> {
  const markedAt = await sessionStore.get('markedAt');
  if (markedAt === null || beganAt < markedAt) return false;
  const open = await openEpisode(store);
  const isOverdue = now - markedAt >= MARK_GRACE_MS;
  const tells = open && (open.actions > 0 || (isOverdue && lossesOf(await store.recordersOf(open.id)).length > 0));
  if (tells || now - markedAt >= MARK_LIFE_MS) await sessionStore.set('markedAt', null);
  return !!tells && (await cutEpisode(store, MARK_CUT, now));
}

/** Waits until the cut that was asked for has been made, or is overdue. */
export async function markPassed(): Promise<void> {
  const deadline = Date.now() + MARK_GRACE_MS;
  while (Date.now() < deadline && (await sessionStore.get('markedAt')) !== null) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** True while an episode that was cut could still be added to. */
export async function isWaitingForRecorders(store: Store): Promise<boolean> {
  for (const { id } of await store.episodesThatAre('closing'))
    if ((await store.recordersOf(id)).some(({ ended }) => ended === 'no')) return true;
  return false;
}

/** Cuts what is due and closes what was cut and has settled. */
export async function settleEpisodes(
  store: Store,
  circumstances: Circumstances,
): Promise<{ readonly wasCut: boolean; readonly wasClosed: boolean }> {
  const { now } = circumstances;
  const open = await openEpisode(store);
  const due = open && dueCut(open, now);
  const markedAt = await sessionStore.get('markedAt');
  const isOverdue = markedAt !== null && now - markedAt >= MARK_GRACE_MS;
  const wasCut = isOverdue ? await cutAtMark(store, now) : due !== undefined && (await cutEpisode(store, due, now));
  if (wasCut) await browser.alarms.create(SETTLE_ALARM, { when: now + SETTLE_MS });
  let wasClosed = false;
  for (const episode of await store.episodesThatAre('closing')) {
    const recorders = await store.recordersOf(episode.id);
    const isSettled = recorders.every(({ ended }) => ended !== 'no') || now - (episode.closedAt ?? 0) >= SETTLE_MS;
    if (!isSettled) continue;
    await closeEpisode(store, episode, lossesOf(recorders), circumstances, await interruption(recorders, null));
    wasClosed = true;
  }
  return { wasCut, wasClosed };
}

/** Closes at once, for when recording is switched off: nothing more will be taken for it. */
export async function closeAll(store: Store, circumstances: Circumstances, cut: Cut): Promise<void> {
  for (const status of ['open', 'closing'] as const) {
    for (const episode of await store.episodesThatAre(status)) {
      const losses = lossesOf(await store.recordersOf(episode.id), 'switched_off');
      await closeEpisode(store, { ...episode, cut: episode.cut ?? cut }, losses, circumstances);
    }
  }
}

/**
 * Closes episodes whose session key is gone: the browser stopped, the extension was replaced, or the policy changed. They
 * are shipped as they are, with a gap from the last thing known.
 */
export async function closeOrphans(
  store: Store,
  circumstances: Circumstances,
  reason: 'policy' | 'updated' | 'browser_stopped',
): Promise<void> {
  const cut = reason === 'policy' ? POLICY_CUT : BROWSER_STOPPED_CUT;
  for (const status of ['open', 'closing'] as const) {
    for (const episode of await store.episodesThatAre(status)) {
      const losses = lossesOf(await store.recordersOf(episode.id), reason === 'policy' ? 'switched_off' : reason);
      // A page may have opened of which not even a first batch came in.
      const from = episode.lastActionAt;
      const isToldOf = losses.some((loss) => loss.reason === reason);
      if (reason === 'browser_stopped' && status === 'open' && episode.actions > 0 && !isToldOf)
        losses.push({ reason, from, to: null, count: 0 });
      await closeEpisode(store, { ...episode, cut: episode.cut ?? cut }, losses, circumstances);
    }
  }
}

/** An episode in which nobody did anything teaches nothing and is not kept, unless what somebody did may be lost. */
async function closeEpisode(
  store: Store,
  episode: EpisodeRow,
  losses: readonly Gap[],
  { now }: Circumstances,
  interruptions: readonly Gap[] = [],
): Promise<void> {
  await forgetRedactionMemory(episode.id);
  if (episode.actions === 0 && losses.length === 0) return store.deleteEpisode(episode.id);
  const gaps = [...losses, ...interruptions];
  const { holdMs = 0 } = (await store.session(episode.session)) ?? {};
  const at = episode.closedAt ?? now;
  await store.close(episode.id, { at, dueAt: now + holdMs, cut: episode.cut ?? BROWSER_STOPPED_CUT, gaps });
}
