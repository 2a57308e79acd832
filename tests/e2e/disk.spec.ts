import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { changeRows, ringAlarm, rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';

const CANARY = 'Qx77 canary of the disk';

const FORM = `<!doctype html><title>Form</title><p>Invoice of ${CANARY}</p>
<label>Subject <input></label><button>Save</button>`;

test.beforeEach(({ site }) => site.reply('/form', FORM));

test('what lies on the disk of a closed laptop opens with nothing that lies beside it', async ({
  acknowledge,
  extensionBrowser,
  page,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/form`);
  await page.getByLabel('Subject').click();
  await page.keyboard.type('typed canary');
  await page.getByRole('button').click();
  await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBeGreaterThan(1);
  const { key } = await extensionBrowser.withExtensionPage((extensionPage) =>
    extensionPage.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { get(): Promise<{ session: { key: string } }> } } };
      };
      return (await chrome.storage.session.get()).session;
    }),
  );
  await extensionBrowser.context.close();

  const storage = filesUnder(join(extensionBrowser.profile, 'Default')).filter((path) =>
    /IndexedDB|Extension|Storage/.test(path),
  );
  expect(storage.length).toBeGreaterThan(0);
  for (const path of storage) {
    const bytes = readFileSync(path);
    for (const secret of [CANARY, 'typed canary', key]) {
      expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'utf16le')), `${secret} in ${path}`).toBe(false);
    }
    expect(bytes.includes(Buffer.from(key, 'base64')), `the session key in ${path}`).toBe(false);
  }
});

test('an episode nobody added to for a while is closed and sent', async ({
  acknowledge,
  collector,
  extensionBrowser,
  page,
  site,
}) => {
  await acknowledge();
  await page.goto(`${site.origin}/form`);
  await page.getByRole('button').click();
  await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
  await changeRows(extensionBrowser, 'episodes', { lastActionAt: Date.now() - 6 * 60_000 });
  await ringAlarm(extensionBrowser, 'chores');
  const [arrived] = await collector.received(1);
  expect(arrived?.episode.cut.rule).toBe('idle');
});

test.describe('with a small disk budget', () => {
  test.use({
    policy: async ({ policy }, use) =>
      use({ ...policy, budgets: { uploadBytesPerDay: 500_000_000, diskBytes: 1_000_000 } }),
  });

  test('the oldest uploaded episode goes first, and nothing unsent is dropped', async ({
    acknowledge,
    collector,
    extensionBrowser,
    page,
    send,
    site,
  }) => {
    await acknowledge();
    await page.goto(`${site.origin}/form`);
    await page.getByRole('button').click();
    await expect.poll(async () => (await rowsOf(extensionBrowser, 'episodes'))[0]?.['actions']).toBe(1);
    await send('endTask', {});
    await collector.received(1);
    await expect
      .poll(async () => (await rowsOf(extensionBrowser, 'episodes')).some(({ status }) => status === 'uploaded'))
      .toBe(true);
    await collector.stop();
    await page.evaluate(growPage, 3_000_000);
    await page.getByRole('button').click();
    await expect
      .poll(async () => (await send('getStatus', { tab: null })).status, { timeout: 15_000 })
      .toEqual({ state: 'problem', reason: 'disk_budget' });
    const left = await rowsOf(extensionBrowser, 'episodes');
    expect(left.some(({ status }) => status === 'uploaded')).toBe(false);
  });
});

/** Adds that many characters that neither compress well nor say anything: colours. */
function growPage(characters: number): void {
  const noise = new Uint8Array(characters / 2);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  for (let at = 0; at < noise.length; at += 300) {
    const hex = Array.from(noise.subarray(at, at + 300), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const shadows = hex.match(/.{6}/g)?.map((colour) => `0 0 #${colour}`);
    const paragraph = document.createElement('p');
    paragraph.setAttribute('style', `box-shadow: ${shadows?.join(', ')}`);
    document.body.append(paragraph);
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => statSync(path).isFile());
}
