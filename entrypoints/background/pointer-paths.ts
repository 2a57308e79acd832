import type { Request } from '../../lib/messages.ts';
import { monitoredSite } from '../../lib/policy.ts';
import { withoutPageContent } from '../../lib/redaction/redacted.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import type { SenderFrame } from './frames.ts';
import { episodeFor, keepRecord } from './keep-record.ts';
import { withIngestLock } from './lock.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';

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
    const { session, episode } = await episodeFor(store, circumstances);
    const record = withoutPageContent({ kind: 'path', document: frame.document, at, points });
    await keepRecord(store, policy, episode, await seal(session.key, record));
  });
}
