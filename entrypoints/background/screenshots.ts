import type { Gap } from '../../lib/gap.ts';
import type { Reply, Request } from '../../lib/messages.ts';
import { monitoredSite, type MonitoredSite, type Policy } from '../../lib/policy.ts';
import { coverOf } from '../../lib/redaction/redact-screenshot.ts';
import { redactionRules } from '../../lib/redaction/redaction-rules.ts';
import { stillRedacted } from '../../lib/redaction/redacted.ts';
import type { ScreenshotPlan } from '../../lib/screenshot.ts';
import { wantsScreenshots } from '../../lib/wants-screenshots.ts';
import { type Circumstances, currentCircumstances, recordingPolicy } from './circumstances.ts';
import { addGaps } from './episodes.ts';
import type { SenderFrame } from './frames.ts';
import { episodeFor, keepRecord } from './keep-record.ts';
import { withIngestLock } from './lock.ts';
import { paintOver } from './paint.ts';
import { readRedactionMemory } from './redaction-memory.ts';
import { seal } from './seal.ts';
import { claimShot, type Shot, takeShot } from './shots.ts';
import type { Store } from './store.ts';

type Sender = SenderFrame | undefined;

const NONE: ScreenshotPlan = { onAction: false, everySeconds: 0 };

/** When screenshots are taken, by the policy that holds now. */
export function planOf({ policy }: Circumstances): ScreenshotPlan {
  return policy.status === 'valid' ? policy.policy.screenshots : NONE;
}

export async function shoot(frame: Sender): Promise<Reply<'shoot'>> {
  const place = placeOf(await currentCircumstances(), frame);
  if (!place) return { shot: null, isRecorded: false };
  return { shot: (await takeShot(place.frame)) ?? null, isRecorded: true };
}

/** Keeps a picture of a page that has not moved: painted over before it goes anywhere. */
export async function keepShot(
  store: Store,
  { shot: id, cause, from, page }: Request<'keepShot'>,
  frame: Sender,
): Promise<void> {
  const circumstances = await currentCircumstances();
  const place = placeOf(circumstances, frame);
  const shot = frame && claimShot(id, frame);
  if (!place || !shot) return;
  const { policy, site } = place;
  const cover = await withIngestLock(async () => {
    const { episode } = await episodeFor(store, circumstances);
    return coverOf(page, {
      ...redactionRules(site, policy),
      memory: await readRedactionMemory(episode.id),
    });
  });
  const painted = cover && (await paintOver(shot.png, page, cover.boxes));
  if (!painted) return miss(store, circumstances, gapOf('screenshot_unmeasured', from, shot));
  const record = stillRedacted(cover, {
    ...{ kind: 'screenshot' as const, id, document: place.frame.document, tab: place.frame.tab },
    ...{ cause, from, at: Math.max(from, shot.at), mediaType: 'image/webp' as const, ...painted, ledger: cover.ledger },
  });
  await withIngestLock(async () => {
    const { session, episode } = await episodeFor(store, circumstances);
    await keepRecord(store, policy, episode, await seal(session.key, record));
  });
}

/** Notes that there is no picture where one was wanted. */
export async function missShot(
  store: Store,
  { shot: id, from, reason }: Request<'missShot'>,
  frame: Sender,
): Promise<void> {
  const circumstances = await currentCircumstances();
  if (!placeOf(circumstances, frame)) return;
  const shot = id === null || !frame ? undefined : claimShot(id, frame);
  await miss(store, circumstances, gapOf(reason, from, shot));
}

interface Place {
  readonly frame: SenderFrame;
  readonly site: MonitoredSite;
  readonly policy: Policy;
}

/** Only the page of a tab as a whole is taken, where it is recorded now. */
function placeOf(circumstances: Circumstances, frame: Sender): Place | undefined {
  const policy = recordingPolicy(circumstances);
  const site = policy && frame?.frame === 0 ? monitoredSite(policy, frame.url) : undefined;
  return policy && frame && site && wantsScreenshots(policy.screenshots) ? { frame, site, policy } : undefined;
}

function gapOf(reason: Gap['reason'], from: number, shot: Shot | undefined): Gap {
  return { reason, from, to: Math.max(from, shot?.at ?? Date.now()), count: 1 };
}

function miss(store: Store, circumstances: Circumstances, gap: Gap): Promise<void> {
  return withIngestLock(async () => {
    const { session, episode } = await episodeFor(store, circumstances);
    await addGaps(store, session, episode, [gap]);
  });
}
