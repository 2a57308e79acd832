import { browser } from 'wxt/browser';

/** URLs of a tab that are remembered, at most. */
const MAX_URLS = 50;

/** The URLs that a tab has shown, as far as they are monitored, and which of them it shows. */
interface TabHistory {
  readonly urls: readonly string[];
  readonly at: number;
}

/** Which way somebody went in the history of a tab: browsers do not say. Undefined: not known. */
export type Way = 'back' | 'forward' | undefined;

/**
 * Follows a tab to another URL. In memory for the browser session, and nowhere else. Call it in the order of events.
 * @param url empty where it is nobody's business.
 * @param how `on`: to a new entry. `instead`: the entry is replaced. `within`: back or forward.
 */
export async function followHistory(tab: number, url: string, how: 'on' | 'instead' | 'within'): Promise<Way> {
  const key = `history:${tab}`;
  const found: { [key: string]: unknown } = await browser.storage.session.get(key);
  const history = (found[key] as TabHistory | undefined) ?? { urls: [], at: -1 };
  const { next, way } = went(history, url, how);
  await browser.storage.session.set({ [key]: next });
  return way;
}

export async function forgetHistory(tab: number): Promise<void> {
  await browser.storage.session.remove(`history:${tab}`);
}

function went({ urls, at }: TabHistory, url: string, how: 'on' | 'instead' | 'within'): { next: TabHistory; way: Way } {
  if (how === 'within') {
    const before = urls.lastIndexOf(url, at - 1);
    const after = urls.indexOf(url, at + 1);
    const isBefore = at > 0 && before >= 0;
    if (url !== '' && isBefore !== after > at) {
      return { next: { urls, at: isBefore ? before : after }, way: isBefore ? 'back' : 'forward' };
    }
    // In both directions, or in none: what is known of this tab does not hold any more.
    return { next: { urls: [url], at: 0 }, way: undefined };
  }
  const kept = [...urls.slice(0, how === 'on' ? at + 1 : Math.max(0, at)), url].slice(-MAX_URLS);
  return { next: { urls: kept, at: kept.length - 1 }, way: undefined };
}
