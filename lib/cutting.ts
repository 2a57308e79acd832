import type { Cut } from './manifest.ts';

/** Nobody did anything for this long: the task is taken to be over. */
export const IDLE_MS = 5 * 60_000;

/** A form was submitted, nothing was done after it but to look, and nobody did anything for this long: it was the last step. */
export const SUBMIT_IDLE_MS = 90_000;

/** How long after a submission the answer to it may still be clicked away, */
const CONFIRM_MS = 15_000;

/** Nobody did anything for this long, and then a person went to an address or a bookmark: they turned to something else. */
export const SWITCH_IDLE_MS = 60_000;

/** An episode is cut at the latest after this time, */
export const MAX_EPISODE_MS = 30 * 60_000;

/** or this many captured actions. */
export const MAX_EPISODE_ACTIONS = 400;

/** How long recorders may still hand in what they captured before a cut. */
export const SETTLE_MS = 30_000;

/** How long the cut at a person's mark waits for a recorder to hand in what it holds and begin a new stream. */
export const MARK_GRACE_MS = 2_000;

/** How long a mark is kept for while nothing has come in that could be cut off. */
export const MARK_LIFE_MS = 20_000;

/** What cutting looks at. Times are epoch ms. */
export interface OpenEpisode {
  readonly createdAt: number;
  /** When the last action ended; when the episode began, before the first. */
  readonly lastActionAt: number;
  readonly actions: number;
  /** When a form was last submitted. Null or missing: none was. */
  readonly submittedAt?: number | null;
}

/** The cut that is due for an open episode at `now`, if any. */
export function dueCut(episode: OpenEpisode, now: number): Cut | undefined {
  const quiet = now - episode.lastActionAt;
  if (quiet >= IDLE_MS) return { rule: 'idle', confidence: 0.8 };
  const sinceSubmit = episode.lastActionAt - (episode.submittedAt ?? Number.NEGATIVE_INFINITY);
  if (quiet >= SUBMIT_IDLE_MS && sinceSubmit <= CONFIRM_MS) return { rule: 'submit', confidence: 0.7 };
  const isLong = now - episode.createdAt >= MAX_EPISODE_MS || episode.actions >= MAX_EPISODE_ACTIONS;
  return isLong ? { rule: 'length', confidence: 0.1 } : undefined;
}

/** The cut that is due because a person goes somewhere by themselves, not by a link of the page. */
export function switchCut(episode: OpenEpisode, now: number): Cut | undefined {
  const isPause = episode.actions > 0 && now - episode.lastActionAt >= SWITCH_IDLE_MS;
  return isPause ? { rule: 'switch', confidence: 0.6 } : undefined;
}

/** Work went on at another monitored site: often another task, but people do work across two apps. */
export const SITE_CUT: Cut = { rule: 'site', confidence: 0.5 };
export const MARK_CUT: Cut = { rule: 'mark', confidence: 1 };
export const POLICY_CUT: Cut = { rule: 'policy', confidence: 0.1 };
export const BROWSER_STOPPED_CUT: Cut = { rule: 'browser_stopped', confidence: 0.3 };
