import { type Browser, browser } from 'wxt/browser';
import { BUILT_IN_DENY } from '../../lib/deny-list.ts';
import type { Handlers, Reply } from '../../lib/messages.ts';
import { monitoredSite, type PolicyReading } from '../../lib/policy.ts';
import { captureStatus } from '../../lib/status.ts';
import { isWaitingForRecorders, markPassed } from './episodes.ts';
import { settle } from './chores.ts';
import { type Circumstances, currentCircumstances, overallStatus } from './circumstances.ts';
import { createDepartures } from './departures.ts';
import { countFramesNotCovered, type SenderFrame, senderFrame } from './frames.ts';
import { ingest } from './ingest.ts';
import { labelTask, lastLabel } from './labels.ts';
import { withIngestLock } from './lock.ts';
import { isTestBuild } from './policy.ts';
import { keepPath } from './pointer-paths.ts';
import { applyCircumstances, tellRecorders, tellTab } from './recorders.ts';
import { rememberSecret } from './redaction-memory.ts';
import { keepShot, missShot, planOf, shoot } from './screenshots.ts';
import { localStore, sessionStore } from './settings.ts';
import type { Store } from './store.ts';
import { surroundings } from './surroundings.ts';

type Sender = Browser.runtime.MessageSender;

/** What the worker answers, a message a line. Recorders may only ask and append; all else is for the extension's own pages. */
export function createHandlers(openedStore: Promise<Store>): Handlers<Sender> {
  return {
    async hello({ isLate }, sender) {
      const frame = await senderFrame(sender);
      if (!isRecorded(frame, await currentCircumstances())) return { recording: false, attended: false };
      const store = await openedStore;
      if (isLate) await createDepartures(store).beganLate(frame);
      const others = await store.recordersIn(frame.tab);
      return { recording: true, attended: frame.frame !== 0 && others.some(({ ended }) => ended === 'no') };
    },
    async capture(batch, sender) {
      const store = await openedStore;
      const around = await surroundings(sender);
      const reply = await withIngestLock(() => ingest(store, batch, around));
      const { frame } = around;
      if (!reply.recording) await applyCircumstances(store);
      // Somebody has turned to one frame of a page: what the others show belongs to what they see.
      if (reply.recording && batch.firstEvent === 0 && frame) void tellTab(frame.tab, 'start');
      // What an earlier episode was waiting for may have come: its last recorders moved on, or said goodbye.
      if (batch.firstEvent === 0 || batch.isLast) void settle(store, await currentCircumstances());
      return reply;
    },
    async secret(print, sender) {
      const asked = senderFrame(sender);
      // In its turn: what comes after may show it.
      await withIngestLock(async () => {
        if (isRecorded(await asked, await currentCircumstances())) await rememberSecret(print);
      });
      return {};
    },
    async screenshotPlan() {
      return planOf(await currentCircumstances());
    },
    async shoot(_request, sender) {
      return shoot(await senderFrame(sender));
    },
    async keepShot(request, sender) {
      await keepShot(await openedStore, request, await senderFrame(sender));
      return {};
    },
    async missShot(request, sender) {
      await missShot(await openedStore, request, await senderFrame(sender));
      return {};
    },
    async pointerPath(path, sender) {
      await keepPath(await openedStore, path, await senderFrame(sender));
      return {};
    },
    async getStatus({ tab }, sender) {
      onlyOwnPages(sender);
      const circumstances = await currentCircumstances();
      const { policy } = circumstances;
      const url = tab === null ? '' : ((await browser.tabs.get(tab).catch(() => undefined))?.url ?? '');
      const isMonitored = (candidate: string) =>
        policy.status === 'valid' && monitoredSite(policy.policy, candidate) !== undefined;
      return {
        status: captureStatus(circumstances, url),
        organisation: policy.status === 'valid' ? policy.policy.organisation.name : null,
        policyProblems: problemsOf(policy),
        framesNotCovered: tab !== null && isMonitored(url) ? await countFramesNotCovered(tab, isMonitored) : 0,
        unsentEpisodes: await countUnsent(await openedStore),
        uploadProblem: await localStore.get('uploadProblem'),
        task: await lastLabel(await openedStore),
      };
    },
    async pause({ length }, sender) {
      onlyOwnPages(sender);
      const until = endOfPause(length, new Date());
      await localStore.set('pausedUntil', until);
      await applyCircumstances(await openedStore);
      return { until };
    },
    async resume(_request, sender) {
      onlyOwnPages(sender);
      await localStore.set('pausedUntil', null);
      await applyCircumstances(await openedStore);
      return {};
    },
    async labelTask({ episode, ...said }, sender) {
      onlyOwnPages(sender);
      return { labelled: await labelTask(await openedStore, episode, said) };
    },
    async endTask(_request, sender) {
      onlyOwnPages(sender);
      const store = await openedStore;
      await sessionStore.set('markedAt', Date.now());
      // Recorders hand in what they still hold before they begin a new stream, and that is where the cut is made.
      await tellRecorders('newStream');
      await markPassed();
      // One may have begun anew before there was anything to cut off: another had yet to hand in what was done.
      if (await isWaitingForRecorders(store)) await tellRecorders('newStream');
      // Whoever asks next is to see the episode end.
      await settle(store, await currentCircumstances());
      return {};
    },
    async getOverview(_request, sender) {
      onlyOwnPages(sender);
      const store = await openedStore;
      const circumstances = await currentCircumstances();
      return {
        policy: policyToShow(circumstances.policy),
        builtInDeny: [...BUILT_IN_DENY],
        status: overallStatus(circumstances),
        policyProblems: problemsOf(circumstances.policy),
        noticeHash: circumstances.noticeHash,
        answer: circumstances.answer,
        uploads: await store.lastUploads(),
        unsentEpisodes: await countUnsent(store),
        diskBytes: await store.diskBytes(),
        uploadProblem: await localStore.get('uploadProblem'),
        version: browser.runtime.getManifest().version,
        isTestBuild,
      };
    },
    async answerNotice({ noticeHash, accepted }, sender) {
      onlyOwnPages(sender);
      await localStore.set('noticeAnswer', { noticeHash, accepted, at: Date.now() });
      await applyCircumstances(await openedStore);
      return {};
    },
  };
}

function isRecorded(frame: SenderFrame | undefined, circumstances: Circumstances): frame is SenderFrame {
  const isMonitored = (url: string) => captureStatus(circumstances, url).state === 'recording';
  return frame !== undefined && isMonitored(frame.topUrl) && isMonitored(frame.url);
}

/** A page's renderer may be compromised: it must not be able to pause, acknowledge or read anything. */
function onlyOwnPages(sender: Sender): void {
  if (!sender.url?.startsWith(browser.runtime.getURL('/')))
    throw new Error('Only the extension’s own pages may ask this.');
}

function problemsOf(policy: PolicyReading) {
  return policy.status === 'broken' ? policy.problems.map(({ key, detail }) => ({ key, detail })) : [];
}

function policyToShow(reading: PolicyReading): Reply<'getOverview'>['policy'] {
  if (reading.status !== 'valid') return null;
  const { collector, ...shown } = reading.policy;
  return { ...shown, collectorHost: new URL(collector.url).host };
}

/** Episodes with something to send: closed, or still being recorded. */
async function countUnsent(store: Store): Promise<number> {
  return (await store.episodesThatAre('closed')).length + (await store.episodesThatAre('closing')).length;
}

function endOfPause(length: '15min' | '1h' | 'day', now: Date): number {
  if (length === 'day') return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  return now.getTime() + (length === '1h' ? 60 : 15) * 60_000;
}
