import type { Locator } from '@playwright/test';

/** Clicks what closes its own page. Whether the browser still answers such a click is a matter of luck: the page's end counts. */
export async function clickToClose(target: Locator): Promise<void> {
  const closed = target.page().waitForEvent('close');
  await target.click().catch(() => undefined);
  await closed;
}
