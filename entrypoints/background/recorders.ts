import { browser } from 'wxt/browser';
import { POLICY_CUT } from '../../lib/cutting.ts';
import type { RecorderCommand } from '../../lib/messages.ts';
import { type CaptureStatus, captureStatus } from '../../lib/status.ts';
import { showBadges } from './badge.ts';
import { type Circumstances, currentCircumstances, overallStatus, recordingPolicy } from './circumstances.ts';
import { addGaps, closeAll, openEpisode } from './episodes.ts';
import { interruption } from './interruptions.ts';
import { withIngestLock } from './lock.ts';
import { injectIfMissing, injectIntoOpenTabs, registerRecorder } from './registration.ts';
import { closeLostSessions, currentSession } from './session.ts';
import { sessionStore } from './settings.ts';
import type { Store } from './store.ts';
import { maySend, stopUploads, uploadNow } from './upload-alarm.ts';

/** A document in a frame, as the browser tells of it. */
interface FrameDocument {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
}

/** Sends a command to every recorder. */
export async function tellRecorders(command: RecorderCommand['command']): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && tellTab(id, command)));
}

/**
 * Makes everything follow what holds now: policy, notice, pause, schedule, problems. Called whenever one of them may have
 * changed; does nothing to recorders when none has.
 */
export async function applyCircumstances(store: Store): Promise<void> {
  const circumstances = await withIngestLock(async () => {
    const now = await currentCircumstances();
    await closeLostSessions(store, now);
    await follow(store, now);
    return now;
  });
  void uploadNow(store);
  await showBadges(circumstances);
}

/** Sends a command to every recorder in a tab; one without any does not answer, which is fine. */
export async function tellTab(tabId: number, command: RecorderCommand['command']): Promise<void> {
  await browser.tabs.sendMessage(tabId, { command } satisfies RecorderCommand).catch(() => undefined);
}

/** A single-page app moved to another route: the policy may treat it differently. */
export async function followTab(tabId: number, url: string): Promise<void> {
  const { state } = captureStatus(await currentCircumstances(), url);
  await tellTab(tabId, state === 'recording' ? 'start' : 'stop');
}

/** A document has been read by the browser: by now, its recorder is there. */
export async function lookAfter({ tabId, frameId, url }: FrameDocument): Promise<void> {
  const policy = recordingPolicy(await currentCircumstances());
  if (policy) await injectIfMissing(policy, tabId, frameId, url);
}

async function follow(store: Store, circumstances: Circumstances): Promise<void> {
  const status = overallStatus(circumstances);
  const told = await sessionStore.get('told');
  const policyHash = circumstances.hashes?.policy ?? '';
  const state = stateName(status);
  if (told?.state === state && told.policyHash === policyHash) return;

  const policy = recordingPolicy(circumstances);
  const isOff = status.state === 'off' && status.reason !== 'schedule';
  if (told && (isOff || told.policyHash !== policyHash)) await closeAll(store, circumstances, POLICY_CUT);
  if (policy) await noteInterruption(store, circumstances);
  await sessionStore.set('told', { state, policyHash, since: circumstances.now });
  if (isOff) await sessionStore.set('session', null);
  // Without a recording policy nobody's page runs any of our code; a pause leaves recorders in place, silent.
  if (isOff || policy) await registerRecorder(policy);
  if (!maySend(circumstances)) stopUploads();
  if (!policy) return tellRecorders('stop');
  await tellRecorders('start');
  await injectIntoOpenTabs(policy);
}

/** Has to come before the new state is noted: it tells of the old one. */
async function noteInterruption(store: Store, circumstances: Circumstances): Promise<void> {
  const episode = await openEpisode(store);
  const gaps = episode ? await interruption(await store.recordersOf(episode.id), circumstances.now) : [];
  if (episode && gaps.length > 0) await addGaps(store, await currentSession(store, circumstances), episode, gaps);
}

function stateName(status: CaptureStatus): string {
  return 'reason' in status ? `${status.state}:${status.reason}` : status.state;
}
