import type { Browser } from 'webextension-polyfill';
import { redactAgain } from '../../lib/redaction/second-pass.ts';
import { expect, test } from '../support/fixtures.ts';

const FORM = `<!doctype html><title>New ticket</title><h1>New ticket</h1>
<label>Subject <input id="subject"></label>
<label>Password <input id="password" type="password"></label>
<button type="button" onclick="document.querySelector('output').textContent = 'Saved ' + subject.value">Save</button>
<output></output>`;

/** Runs in the worker. */
async function registeredScripts(): Promise<string[]> {
  const { chrome } = globalThis as unknown as { chrome: Browser };
  return (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort();
}

test('what a person does on a monitored site arrives at the collector as an episode', async ({
  acknowledge,
  collector,
  page,
  send,
  site,
  worker,
}) => {
  site.reply('/tickets/new', FORM);
  await acknowledge();
  await page.goto(`${site.origin}/tickets/new`);
  await page.getByLabel('Subject').click();
  await page.keyboard.type('Printer in room 7 is on fire');
  await page.getByLabel('Password').click();
  await page.keyboard.type('hunter2-hunter2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('output')).toHaveText(/^Saved/);
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const episode = arrived?.episode;
  expect(episode?.steps.map(({ action }) => action.type)).toEqual(['goto', 'click', 'fill', 'click', 'fill', 'click']);
  expect(episode?.steps.at(-1)?.target).toMatchObject({ role: 'button', name: 'Save' });
  const bytes = JSON.stringify(episode);
  // The policy wants no screenshots.
  expect(episode?.screenshots).toBeUndefined();
  expect(await worker.evaluate(registeredScripts)).toEqual(['recorder', 'recorder-dialogs']);
  expect(bytes).not.toContain('hunter2');
  expect(bytes).not.toContain('Printer in room 7');
  expect(redactAgain(arrived?.records ?? [], null).found).toEqual([]);
});
