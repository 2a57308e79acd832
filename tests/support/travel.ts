import type { Page } from '@playwright/test';

/** Goes back or forward by the browser's own buttons: Playwright's way there waits for the page itself to go somewhere. */
export async function travel(page: Page, by: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  await session.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex + by]?.id ?? -1 });
  await session.detach();
}
