import type { Request } from '../../lib/messages.ts';
import { monitoredSite } from '../../lib/policy.ts';
import { withoutPageContent } from '../../lib/redaction/redacted.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { makeRoom } from './disk-budget.ts';
import { beginEpisode, openEpisode, withBrowserRecord } from './episodes.ts';
import type { SenderFrame } from './frames.ts';
import { withIngestLock } from './lock.ts';
import { reportProblem } from './problems.ts';
import { seal } from './seal.ts';
import { currentSession } from './session.ts';
import { DiskFullError, type Store } from './store.ts';

/** Keeps the way of the pointer to a press, where the policy wants it: points of a viewport, and nothing of its page. */
export async function keepPath(
  store: Store,
  { at, points }: Request<'pointerPath'>,
  frame: SenderFrame | undefined,
): Promise<void> {
  const circumstances = await currentCircumstances();
  const policy = recordingPolicy(circumstances);
  if (!policy?.pointerPath || !frame) return;
  if (!monitoredSite(policy, frame.url) || !monitoredSite(policy, frame.topUrl)) return;
  await withIngestLock(async () => {
    const session = await currentSession(store, circumstances);
    const episode = (await openEpisode(store)) ?? (await beginEpisode(store, session, circumstances));
    const record = withoutPageContent({ kind: 'path', document: frame.document, at, points });
    const sealed = await seal(session.key, record);
    try {
      await makeRoom(store, policy.budgets.diskBytes, sealed.byteLength);
      await store.append(withBrowserRecord(episode, sealed));
    } catch (error) {
      if (!(error instanceof DiskFullError)) throw error;
      await reportProblem('disk_budget');
    }
  });
}
