import type { Reply } from '../../lib/messages.ts';
import { redactLabel, type Said } from '../../lib/redaction/redact-label.ts';
import { redactionRules } from '../../lib/redaction/redaction-rules.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { openEpisode, withBrowserRecord } from './episodes.ts';
import { withIngestLock } from './lock.ts';
import { readRedactionMemory, writeRedactionMemory } from './redaction-memory.ts';
import type { EpisodeRow } from './rows.ts';
import { seal } from './seal.ts';
import { currentSession } from './session.ts';
import { sessionStore } from './settings.ts';
import type { Store } from './store.ts';

/** Which episode is spoken of: the one that goes on, or the one that was spoken of last. */
type Which = 'open' | 'last';

/** Adds what a person said of a task to its episode, redacted. False: there is none, or it can no longer be changed. */
export async function labelTask(store: Store, which: Which, said: Said): Promise<boolean> {
  const circumstances = await currentCircumstances();
  const policy = recordingPolicy(circumstances);
  if (!policy) return false;
  return withIngestLock(async () => {
    const episode = await spokenOf(store, which);
    const session = episode && (await currentSession(store, circumstances));
    if (!episode || episode.session !== session?.id) return false;
    const match = await sessionStore.get('site');
    const site = policy.sites.find((candidate) => candidate.match === match) ?? policy.sites[0];
    if (!site) return false;
    const { record, memory } = redactLabel(said, circumstances.now, {
      ...redactionRules(site, policy),
      memory: await readRedactionMemory(episode.id),
    });
    await writeRedactionMemory(episode.id, memory);
    await store.append(withBrowserRecord(episode, await seal(session.key, record)));
    const before = await sessionStore.get('label');
    const known = before?.episode === episode.id ? before : undefined;
    await sessionStore.set('label', {
      episode: episode.id,
      instruction: record.instruction ?? known?.instruction ?? null,
      outcome: record.outcome ?? known?.outcome ?? null,
    });
    return true;
  });
}

/** What the person has said of the last task that they spoke of, as it was kept, while they can still change it. */
export async function lastLabel(store: Store): Promise<Reply<'getStatus'>['task']> {
  const label = await sessionStore.get('label');
  const episode = await spokenOf(store, 'last');
  return label && episode ? { instruction: label.instruction, outcome: label.outcome } : null;
}

async function spokenOf(store: Store, which: Which): Promise<EpisodeRow | undefined> {
  if (which === 'open') return openEpisode(store);
  const label = await sessionStore.get('label');
  const episode = label ? await store.episode(label.episode) : undefined;
  return episode && isChangeable(episode) ? episode : undefined;
}

/** An episode that is closed can still be changed while it is held back before it is sent for the first time. */
function isChangeable({ status, attempts, nextAttemptAt }: EpisodeRow): boolean {
  if (status === 'closed') return attempts === 0 && nextAttemptAt > Date.now();
  return status === 'open' || status === 'closing';
}
