/** The URLs that a tab has shown, as far as they are monitored, and which of them it shows. Others are empty. */
export interface TabHistory {
  readonly urls: readonly string[];
  readonly at: number;
}

/** How a tab came to a URL. `on`: to a new entry. `instead`: the entry is replaced. `within`: back or forward. */
export type Passage = 'on' | 'instead' | 'within';

/** Which way somebody went in the history of a tab: browsers do not say. Undefined: not known. */
export type Way = 'back' | 'forward' | undefined;

/** URLs of a tab that are remembered, at most. */
const MAX_URLS = 50;

export const emptyHistory = (): TabHistory => ({ urls: [], at: -1 });

/** What the history of a tab is after it has come to another URL, and which way that was. */
export function wentTo({ urls, at }: TabHistory, url: string, passage: Passage): { history: TabHistory; way: Way } {
  if (passage === 'within') {
    const before = at > 0 ? urls.lastIndexOf(url, at - 1) : -1;
    const after = urls.indexOf(url, at + 1);
    // In both directions, or in none: what was known of this tab does not hold any more.
    if (url === '' || before >= 0 === after >= 0) return { history: { urls: [url], at: 0 }, way: undefined };
    return before >= 0
      ? { history: { urls, at: before }, way: 'back' }
      : { history: { urls, at: after }, way: 'forward' };
  }
  // What comes after an entry that is replaced stays.
  if (passage === 'instead' && at >= 0) return { history: { urls: urls.with(at, url), at }, way: undefined };
  const next = [...urls.slice(0, at + 1), url].slice(-MAX_URLS);
  return { history: { urls: next, at: next.length - 1 }, way: undefined };
}
