import { writeFile } from 'node:fs/promises';
import { type CapturedBatches, listenForBatches } from '../support/captured-batches.ts';
import { expect, test as base } from '../support/shared-browser.ts';

const test = base.extend<{ captured: CapturedBatches }>({
  captured: async ({ acknowledge, page, site, worker }, use) => {
    await acknowledge();
    const captured = await listenForBatches(worker);
    await page.goto(`${site.origin}/capture/form.html`);
    await use(captured);
  },
});

test('a click on the icon of a button is a click on the button', async ({ captured, page }) => {
  await page.locator('svg').click();
  await expect.poll(captured.verbs).toEqual(['click', 'submit']);
  const [action] = await captured.actions();
  expect(action?.target).toMatchObject({ tag: 'button', role: 'button', name: 'Save' });
  expect(action?.target?.selectors[0]).toEqual({ kind: 'testid', value: '[data-testid="save"]', matches: 1 });
  expect(action?.target?.selectors.every(({ matches }) => matches === 1)).toBe(true);
});

test('typing in a field is one fill, told before the key that ends it', async ({ captured, page }) => {
  await page.getByLabel('Subject').click();
  await page.keyboard.type('Printer is on fire');
  await page.keyboard.press('Enter');
  await expect.poll(captured.verbs).toEqual(['click', 'fill Printer is on fire', 'submit', 'press Enter']);
});

test('lines of a text are typed, not pressed', async ({ captured, page }) => {
  await page.getByLabel('Notes').click();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Tab');
  await expect.poll(captured.verbs).toEqual(['click', 'fill one\ntwo', 'press Tab']);
});

test('a rich text is filled too', async ({ captured, page }) => {
  await page.getByLabel('Reply').click();
  await page.keyboard.type('Dear Ada');
  await page.locator('h1, #prose').first().click();
  await expect.poll(captured.verbs).toEqual(['click', 'fill Dear Ada', 'click']);
});

test('a box is checked by its label or by a key, and both are one action', async ({ captured, page }) => {
  await page.getByText('Urgent').click();
  await page.keyboard.press(' ');
  await expect.poll(captured.verbs).toEqual(['check', 'uncheck']);
  expect((await captured.actions())[0]?.target).toMatchObject({
    tag: 'input',
    role: 'checkbox',
    name: 'Urgent',
    states: [],
  });
});

test('a choice in a native select is one action with its options', async ({ captured, page }) => {
  await page.getByLabel('Priority').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(captured.verbs).toEqual(['selectOption High']);
  expect((await captured.actions())[0]?.action).toMatchObject({ choices: ['Low', 'High'] });
});

test('shortcuts and function keys are pressed; characters are not', async ({ captured, page }) => {
  await page.keyboard.type('abc');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect.poll(captured.verbs).toEqual(['press Control+k', 'press Escape']);
});

test('double and right clicks are told apart', async ({ captured, page }) => {
  const card = page.getByLabel('Bin');
  await card.dblclick();
  await card.click({ button: 'right' });
  await expect.poll(captured.verbs).toEqual(['click', 'click', 'click right']);
  const counts = (await captured.actions()).map(({ action }) => action.type === 'click' && action.clickCount);
  expect(counts.slice(0, 2)).toEqual([1, 2]);
});

test('a person scrolls, a script does not', async ({ captured, page }) => {
  await page.evaluate(() => scrollTo(0, 100));
  await page.getByLabel('History').hover();
  await page.mouse.wheel(0, 120);
  await expect.poll(captured.verbs).toEqual(['scroll']);
  const [action] = await captured.actions();
  expect(action).toMatchObject({ action: { by: { x: 0, y: 120 } }, target: { name: 'History' } });
});

test('dragging a card onto another element is one drag', async ({ captured, page }) => {
  await page.getByLabel('Card').dragTo(page.getByLabel('Bin'));
  await expect.poll(captured.verbs).toEqual(['drag']);
  const [action] = await captured.actions();
  expect(action).toMatchObject({ target: { name: 'Card' }, action: { to: { name: 'Bin' } } });
});

test('selecting text is no drag, and copying it does not read it', async ({ captured, page }) => {
  const prose = await page.locator('#prose').boundingBox();
  if (!prose) throw new Error('The page has no prose.');
  await page.mouse.move(prose.x + 2, prose.y + 5);
  await page.mouse.down();
  await page.mouse.move(prose.x + 150, prose.y + 5, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press('Control+c');
  await expect.poll(captured.verbs).toContain('copy');
  expect(await captured.verbs()).not.toContain('drag');
});

test('files are told by their kind only', async ({ captured, page }, testInfo) => {
  const path = testInfo.outputPath('Ada Lovelace passport.PNG');
  await writeFile(path, 'x');
  // Playwright dispatches an event of its own, which no person caused; the browser itself does not need it.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise<number>((resolve) =>
    devtools.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId ?? 0)),
  );
  await page.getByLabel('Photo').click();
  await devtools.send('DOM.setFileInputFiles', { files: [path], backendNodeId: await opened });
  await expect.poll(captured.verbs).toEqual(['upload']);
  const [action] = await captured.actions();
  expect(action?.action).toMatchObject({ files: [{ mediaType: 'image/png', extension: 'png' }] });
  expect(JSON.stringify(await captured.all())).not.toContain('Lovelace');
});

test('an action points at the page as it was before the page handled it', async ({ captured, page }) => {
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.append('after'), { capture: true });
  });
  await page.getByLabel('Bin').click();
  await expect.poll(captured.verbs).toEqual(['click']);
  const batches = (await captured.all()).map(({ batch }) => batch);
  const events = batches.flatMap((batch) => batch.events);
  const before = (await captured.actions())[0]?.eventsBefore ?? 0;
  expect(JSON.stringify(events.slice(0, before))).not.toContain('after');
  await expect
    .poll(async () => JSON.stringify((await captured.all()).flatMap(({ batch }) => batch.events)))
    .toContain('after');
});

test('what a script clicks, checks and submits is nobody’s action', async ({ captured, page }) => {
  await page.getByTestId('save').click();
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    document.querySelector('form')?.requestSubmit();
  });
  await page.getByTestId('save').click();
  await expect.poll(captured.verbs).toEqual(['click', 'submit', 'click', 'submit']);
});
