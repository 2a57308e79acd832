import type { RedactedAction } from '../../lib/action.ts';
import type { CaptureBatch } from '../../lib/capture.ts';
import { isScripted } from '../../lib/draft.ts';
import type { Reply } from '../../lib/messages.ts';
import { monitoredSite, type MonitoredSite, type Policy } from '../../lib/policy.ts';
import type { CaptureRecord } from '../../lib/record.ts';
import { writeCapture } from '../../lib/record-text.ts';
import { type BatchContent, redactBatch } from '../../lib/redaction/redact-batch.ts';
import { redactionRules } from '../../lib/redaction/redaction-rules.ts';
import { type Redacted, stillRedacted } from '../../lib/redaction/redacted.ts';
import { withStyleSheetReferences } from '../../lib/redaction/style-sheets.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { makeRoom } from './disk-budget.ts';
import { retireOthers } from './departures.ts';
import { episodeOf } from './episode-of-batch.ts';
import { countFramesNotCovered, type SenderFrame } from './frames.ts';
import { countRedactionFailures, reportProblem } from './problems.ts';
import { readRedactionMemory, writeRedactionMemory } from './redaction-memory.ts';
import type { EpisodeRow, RecorderRow } from './rows.ts';
import { forgetQuotes, quoterOf } from './quoters.ts';
import { sealText } from './seal.ts';
import { begunSession, currentSession, type Session } from './session.ts';
import { sessionStore } from './settings.ts';
import { DiskFullError, type Store } from './store.ts';
import { nameSheets, sealSheets } from './style-sheets.ts';
import type { Surroundings } from './surroundings.ts';

type CaptureReply = Reply<'capture'>;

const STORED: CaptureReply = { result: 'stored', recording: true, newStream: false };
const STOP: CaptureReply = { result: 'refused', recording: false, newStream: false };
/** Another frame of the page is too busy to say what it holds for secret, which this one may show. */
const RETRY: CaptureReply = { result: 'retry', recording: true, newStream: false };
/** The batch belongs to an episode that is over: it becomes a gap in the next. */
const LATE: CaptureReply = { result: 'refused', recording: true, newStream: true };

/** Where a batch goes: everything that its storing needs to know. */
interface Place {
  readonly store: Store;
  readonly session: Session;
  readonly frame: SenderFrame;
  /** Of the page in the tab. */
  readonly pageSite: MonitoredSite;
  readonly site: MonitoredSite;
  readonly policy: Policy;
  readonly now: number;
  readonly known: RecorderRow | undefined;
  readonly episode: EpisodeRow;
  /** How full the disk was before. */
  readonly diskBytes: number;
}

/** Redacts, seals and stores one batch. The reply `stored` is the acknowledgement: it is on the disk. Callers hold the ingest lock. */
export async function ingest(
  store: Store,
  batch: CaptureBatch,
  { frame, secrets }: Surroundings,
): Promise<CaptureReply> {
  // Everything that is asked of the browser is asked at once: each answer may take as long as the rest of the work.
  const [circumstances, begun, rows] = await Promise.all([
    currentCircumstances(),
    begunSession(),
    store.whatIsOf(batch.recorder, batch.seq),
  ]);
  const policy = recordingPolicy(circumstances);
  const pageSite = policy && frame && monitoredSite(policy, frame.topUrl);
  const site = pageSite && monitoredSite(policy, frame.url);
  if (!policy || !frame || !pageSite || !site) return STOP;
  // A page that goes away says nothing again.
  if (!secrets && !batch.isLast) return RETRY;

  const session = await currentSession(store, circumstances, begun);
  // A new session closes what was there of the one before.
  const isSame = session.id === begun?.id;
  const { known, lastEpisode, isStored, diskBytes } = isSame ? rows : await store.whatIsOf(batch.recorder, batch.seq);
  // A page says again what it is not sure of, and when it leaves, all that is on its way.
  if (isStored) return STORED;
  const episode = await episodeOf(store, session, circumstances, { batch, frame, pageSite, known, lastEpisode });
  if (!episode) return LATE;

  try {
    await append(
      { store, session, frame, pageSite, site, policy, now: circumstances.now, known, episode, diskBytes },
      { ...batch, secrets: [...(batch.secrets ?? []), ...(secrets ?? [])] },
    );
    return STORED;
  } catch (error) {
    // What was learnt may not be what is stored.
    forgetQuotes();
    if (!(error instanceof DiskFullError)) throw error;
    await reportProblem('disk_budget');
    return STOP;
  }
}

async function append(place: Place, batch: CaptureBatch): Promise<void> {
  const { store, session, frame, site, policy, now, known, episode } = place;
  const { content, ledger, memory, failures } = redactBatch(batch, {
    ...redactionRules(site, policy),
    memory: await readRedactionMemory(episode.id),
  });
  await countRedactionFailures(failures);

  const sheets = await nameSheets(session, content);
  const { events, actions, gaps } = withStyleSheetReferences(content, (text) => sheets.get(text));
  const isNewStream = known?.stream !== batch.stream;
  const uncovered =
    isNewStream && frame.frame === 0
      ? await countFramesNotCovered(frame.tab, (url) => !!monitoredSite(policy, url))
      : 0;
  const lost = failures > 0 ? [{ reason: 'redaction_failed', from: now, to: now, count: failures } as const] : [];
  const hidden = uncovered > 0 ? [{ reason: 'frame_not_covered', from: now, to: null, count: uncovered } as const] : [];

  const missed = known ? [] : await retireOthers(store, batch.recorder, frame);

  const { recorder, seq, stream, firstEvent, frameOwners, cost, isLast } = batch;
  const record: CaptureRecord = {
    ...{ kind: 'capture', recorder, seq, stream, firstEvent, frameOwners, place: batch.place, cost, isLast },
    ...{ document: frame.document, tab: frame.tab, frame: frame.frame, parentFrame: frame.parentFrame },
    ...(frame.ancestors && { ancestors: [...frame.ancestors] }),
    ...{
      siteRule: site.match,
      redaction: site.redaction,
      events,
      actions: actions.map((action) => zoomedAs(frame, action)),
      gaps: [...gaps, ...missed, ...lost, ...hidden],
      ledger,
    },
  };
  const quoter = quoterOf(episode.id);
  const { text, toLearn } = writeCapture(episode.captures, record, quoter);
  // The memory has to be there before the batch is.
  const [sealed, assets] = await Promise.all([
    sealText(session.key, stillRedacted(content, text)),
    sealSheets(store, session, content, sheets),
    writeRedactionMemory(episode.id, memory),
  ]);
  await makeRoom(
    store,
    policy.budgets.diskBytes,
    sealed.byteLength + assets.reduce((sum, asset) => sum + asset.sealed.byteLength, 0),
    isNewStream ? undefined : place.diskBytes,
  );

  const done = actions.filter(({ action }) => !isScripted(action));
  const submits = done.filter(({ action }) => action.type === 'submit').map(({ until }) => Math.min(until, now));
  const lastActionAt = Math.max(episode.lastActionAt, ...done.map((action) => Math.min(action.until, now)));
  await store.append({
    episode: {
      ...episode,
      lastActionAt,
      submittedAt: submits.at(-1) ?? episode.submittedAt ?? null,
      actions: episode.actions + done.length,
      captures: episode.captures + 1,
      assets: [...new Set([...episode.assets, ...sheets.values()])],
      bytes: episode.bytes + sealed.byteLength,
    },
    records: [{ source: recorder, seq, episode: episode.id, sealed }],
    assets,
    recorder: {
      ...{ recorder, document: frame.document, tab: frame.tab, frame: frame.frame, episode: episode.id, stream },
      lastBatchAt: lastTold(place, content),
      ended: isLast ? 'confirmed' : frame.isGone ? 'gone' : 'no',
      goneAt: !isLast && frame.isGone ? now : null,
      beganLateAt: null,
    },
  });
  quoter.learn(toLearn);
  if (done.length === 0) return;
  await sessionStore.set('site', site.match);
  await sessionStore.set('pageSite', place.pageSite.match);
}

/** A page does not know how far its tab is zoomed. */
function zoomedAs({ zoom }: SenderFrame, action: RedactedAction): RedactedAction {
  const { page } = action;
  return page && zoom !== undefined ? { ...action, page: { ...page, viewport: { ...page.viewport, zoom } } } : action;
}

/** Up to when a batch tells of its document. It was closed well before it is stored: what came since may get lost. */
function lastTold({ known, now }: Place, { events, actions }: Redacted<BatchContent>): number {
  const told = [...events.map(({ timestamp }) => timestamp), ...actions.map(({ until }) => until)];
  if (told.length === 0) return known?.lastBatchAt ?? now;
  return told.reduce((last, at) => Math.max(last, Math.min(at, now)), 0);
}
