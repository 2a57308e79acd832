import { browser } from 'wxt/browser';
import { emptyHistory, type Passage, type TabHistory, type Way, wentTo } from '../../lib/tab-history.ts';

/**
 * Follows a tab to another URL. In memory for the browser session, and nowhere else. Call it in the order of events.
 * @param url empty where it is nobody's business.
 */
export async function followHistory(tab: number, url: string, passage: Passage): Promise<Way> {
  const key = historyKey(tab);
  const found: { [key: string]: unknown } = await browser.storage.session.get(key);
  const { history, way } = wentTo((found[key] as TabHistory | undefined) ?? emptyHistory(), url, passage);
  await browser.storage.session.set({ [key]: history });
  return way;
}

/** @returns what the tab showed last; empty where that is nobody's business, or not known. */
export async function forgetHistory(tab: number): Promise<string> {
  const key = historyKey(tab);
  const found: { [key: string]: unknown } = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  const { urls, at } = (found[key] as TabHistory | undefined) ?? emptyHistory();
  return urls[at] ?? '';
}

const historyKey = (tab: number) => `history:${tab}`;
