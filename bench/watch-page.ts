import type { Page } from '@playwright/test';

/** How long a page may make no progress, in ms. */
const STALLED_MS = 60_000;
/** Complaints of a page that an error quotes, at most. */
const MOST_QUOTED = 5;

/**
 * Runs `work` on a page that reports how far it is, and does not wait for ever: throws, with what the page complained of,
 * when the page crashes or stays where it is.
 */
export async function watchPage<T>(page: Page, work: (reached: (where: string) => void) => Promise<T>): Promise<T> {
  const complaints: string[] = [];
  let [where, since] = ['the beginning', Date.now()];
  let giveUp: (reason: string) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      const quoted = complaints.slice(0, MOST_QUOTED).join('; ') || 'the page did not complain';
      reject(new Error(`${reason} at ${where}: ${quoted}.`));
    };
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
  );
  page.on('crash', () => giveUp('The page crashed'));
  const reached = (now: string): void => {
    if (now !== where) [where, since] = [now, Date.now()];
  };
  const watch = setInterval(() => {
    if (Date.now() - since > STALLED_MS) giveUp(`No progress for ${STALLED_MS / 1000} s`);
  }, 1000);
  try {
    return await Promise.race([work(reached), givenUp]);
  } finally {
    clearInterval(watch);
  }
}
