import type { BrowserContext } from '@playwright/test';
import { workAtTheDesk } from '../../demo/person.ts';

/** Reads the notice, does a task at the ticket desk, and says in the popup that it is done. */
export async function scriptedPerson(context: BrowserContext, extensionId: string, origin: string): Promise<void> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.getByRole('button', { name: 'I have read this' }).click();
  await options.close();

  // The popup of the toolbar is out of a script's reach: it is a tab behind the one that it speaks of.
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  const page = await context.newPage();
  await workAtTheDesk(page, origin);
  await page.bringToFront();
  await popup.getByRole('button', { name: 'This task is done' }).dispatchEvent('click');
}
