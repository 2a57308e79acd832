/** When to try again what could not be done, so that neither a short nor a long outage of one end hurts the other. */

/** First delay, ms. Alarms come once a minute, so that the first few tries are a minute apart. */
const FIRST_DELAY_MS = 5_000;

/** Longest delay between two tries, ms. */
const LONGEST_DELAY_MS = 60 * 60_000;

/** Longest wait that a server may ask for, ms: a slip of its administrator must not silence devices for ever. */
const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60_000;

/** Share of a delay that is left to chance: thousands of devices that failed together must not come back together. */
const JITTER = 0.5;

interface Failure {
  /** Attempts in a row that failed, this one included. */
  readonly attempts: number;
  /** Epoch ms. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  /** What the server asked for, in ms; null when it did not ask. Never undercut. */
  readonly retryAfter: number | null;
}

/** Epoch ms of the next attempt: delays double up to an hour, half of each left to chance. */
export function nextAttemptAt({ attempts, now, random, retryAfter }: Failure): number {
  const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.max(0, attempts - 1), LONGEST_DELAY_MS);
  const least = retryAfter === null ? delay * (1 - JITTER) : Math.min(retryAfter, LONGEST_RETRY_AFTER_MS);
  const spread = Math.min(Math.max(delay, least), LONGEST_DELAY_MS) * JITTER;
  return Math.ceil(now + least + spread * random);
}

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date (RFC 9110, 10.2.3).
 * @returns the wait in ms, or null when there is none or it cannot be read.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
