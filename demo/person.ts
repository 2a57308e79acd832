import type { Page } from '@playwright/test';

/** Time between keystrokes, ms: quick, but not all at once. */
const KEYSTROKE = { delay: 15 };

/**
 * Somebody at the ticket desk: picks a billing ticket that nobody has, answers and solves it, then writes down a call that
 * came in. All of it with the mouse and the keyboard, as trusted input: no value is set and no event made up.
 */
export async function workAtTheDesk(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await pickTicket(page);
  await takeTicket(page);
  await answerAndSolve(page);
  await writeDownCall(page);
}

async function pickTicket(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Assigned to' }).click();
  await page.getByRole('option', { name: 'Nobody yet' }).click();
  await page.getByRole('searchbox', { name: 'Search tickets' }).click();
  await page.keyboard.type('invoice', KEYSTROKE);
  await page.getByRole('link', { name: 'Invoice shows the wrong address' }).click();
  // The list has a drop-down of the same name as the ticket.
  await page.getByRole('heading', { name: 'Invoice shows the wrong address' }).waitFor();
}

async function takeTicket(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Assigned to' }).click();
  await page.getByRole('option', { name: 'Ada Okafor' }).click();
  // A native select, by keyboard: its open list is not part of the page.
  await page.getByRole('combobox', { name: 'Priority' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText('Priority saved').waitFor();
}

async function answerAndSolve(page: Page): Promise<void> {
  await page.frameLocator('iframe[title="Reply"]').getByRole('textbox', { name: 'Your reply' }).click();
  await page.keyboard.type('Dear Hanna Brandt, the new address is in. Write to ', KEYSTROKE);
  await page.keyboard.press('Control+b');
  await page.keyboard.type('billing@example.com', KEYSTROKE);
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' or call 020 7946 0100 if it comes back.', KEYSTROKE);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByText('Reply sent').waitFor();
  await page.getByRole('button', { name: 'Solve …' }).click();
  await page.getByRole('combobox', { name: 'How' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('textbox', { name: 'Note for colleagues' }).click();
  await page.keyboard.type('Address changed, fee refunded.', KEYSTROKE);
  await page.getByRole('button', { name: 'Solve ticket' }).click();
  await page.getByText('Ticket 4711 solved').waitFor();
}

async function writeDownCall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New ticket' }).click();
  await page.getByRole('textbox', { name: 'Name' }).click();
  await page.keyboard.type('Arthur Penhaligon', KEYSTROKE);
  await page.keyboard.press('Tab');
  await page.keyboard.type('arthur.penhaligon@example.org', KEYSTROKE);
  await page.keyboard.press('Tab');
  await page.keyboard.type('020 7946 0777', KEYSTROKE);
  await page.getByRole('textbox', { name: 'Subject' }).click();
  await page.keyboard.type('Badge does not open the gate', KEYSTROKE);
  await page.getByRole('radio', { name: 'High' }).click();
  await page.getByLabel('Due').click();
  await page.keyboard.type('12012026', KEYSTROKE);
  await page.getByRole('checkbox', { name: 'Tell the requester by e-mail' }).click();
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByText(/Ticket \d+ created/).waitFor();
  await page.getByRole('heading', { name: 'Badge does not open the gate' }).waitFor();
  await page.frameLocator('iframe[title="Reply"]').getByRole('textbox', { name: 'Your reply' }).waitFor();
}
