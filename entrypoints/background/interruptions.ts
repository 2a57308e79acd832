import type { Gap, GapReason } from '../../lib/gap.ts';
import { sessionStore } from './settings.ts';
import type { RecorderRow } from './rows.ts';

/** Why recording was interrupted, by the state that was told to recorders. Others end the episode. */
const REASONS: { readonly [state: string]: GapReason } = {
  paused: 'paused',
  'off:schedule': 'off_schedule',
  'problem:disk_budget': 'budget',
  'problem:storage': 'budget',
  'problem:unsent_too_long': 'budget',
  'problem:redaction': 'redaction_failed',
};

/** Recorders hand in what they hold well within this time: what they had not when they were stopped is no older, ms. */
const UNSENT_MS = 10_000;

/**
 * The gap of an interruption that goes on, or has just ended at `to`: what kept recording from happening is not silence.
 * It begins where the recorders had last handed something in, since they gave up what they still held.
 */
export async function interruption(recorders: readonly RecorderRow[], to: number | null): Promise<Gap[]> {
  const told = await sessionStore.get('told');
  const reason = told && REASONS[told.state];
  if (!reason) return [];
  const lastStored = Math.max(told.since - UNSENT_MS, ...recorders.map(({ lastBatchAt }) => lastBatchAt));
  return [{ reason, from: Math.min(told.since, lastStored), to, count: 0 }];
}

/** How recorders that are still with an episode at its end are missed. */
type Loss = 'switched_off' | 'updated' | 'browser_stopped';

/**
 * The gaps of an episode that ends while recorders may still have held something: one for each, from what it last handed
 * in. Of a document that went away only the last word is missing, and that may have had nothing to say.
 * @param loss what happened to those that were alive; none when they moved on to the next episode.
 */
export function lossesOf(recorders: readonly RecorderRow[], loss?: Loss): Gap[] {
  return recorders.flatMap(({ ended, goneAt, lastBatchAt: from }) => {
    const reason = ended === 'gone' ? 'unload_unconfirmed' : ended === 'no' ? loss : undefined;
    return reason ? [{ reason, from, to: goneAt, count: 0 }] : [];
  });
}
