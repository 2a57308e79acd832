import { browser } from 'wxt/browser';
import { type CaptureStatus, captureStatus } from '../../lib/status.ts';
import type { Circumstances } from './circumstances.ts';

const LOOKS = {
  recording: { text: 'REC', colour: '#b3261e' },
  paused: { text: '❚❚', colour: '#5f6368' },
  off: { text: '', colour: '#5f6368' },
  problem: { text: '!', colour: '#8a5a00' },
} as const satisfies { [S in CaptureStatus['state']]: { text: string; colour: string } };

/** Shows in the toolbar what is happening in one tab. */
export async function showBadge(
  circumstances: Circumstances,
  tab: { readonly id?: number; readonly url?: string },
): Promise<void> {
  if (tab.id === undefined) return;
  const { state } = captureStatus(circumstances, tab.url ?? '');
  const { text, colour } = LOOKS[state];
  const title = browser.i18n.getMessage(`badge_${state}`);
  const tabId = tab.id;
  // The tab may be gone by now: then there is nothing to show.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

export async function showBadges(circumstances: Circumstances): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map((tab) => showBadge(circumstances, { ...(tab.id !== undefined && { id: tab.id }), url: tab.url ?? '' })),
  );
}
