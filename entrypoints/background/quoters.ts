import { createQuoter, type Quoter } from '../../lib/quotes.ts';

/**
 * What records of the episode that is being recorded may quote. It is not kept for a worker that wakes again: that one
 * begins without a past, and its first records are larger, no more.
 */
let current: { readonly episode: string; readonly quoter: Quoter } | undefined;

/** Callers hold the ingest lock, and let it learn whatever they store. */
export function quoterOf(episode: string): Quoter {
  if (current?.episode !== episode) current = { episode, quoter: createQuoter() };
  return current.quoter;
}

export function forgetQuotes(): void {
  current = undefined;
}
