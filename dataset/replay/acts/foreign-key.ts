import type { Page } from 'playwright';

/** Browsers are driven by a keyboard of the United States: these characters are on it. */
const ON_KEYBOARD = /^[\n -~]$/;
/** The bits of modifiers in the events of the DevTools protocol. */
const BITS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** True for a character that is not on the keyboard that browsers are driven by. */
export const isForeignKey = (key: string): boolean => [...key].length === 1 && !ON_KEYBOARD.test(key);

/** Presses a key of another keyboard, as long as modifiers are held. Playwright would put in its character without any. */
export async function pressForeignKey(page: Page, key: string, modifiers: readonly string[], times = 1): Promise<void> {
  const bits = modifiers.reduce((sum, name) => sum + (BITS[name] ?? 0), 0);
  const types = bits === 0 || bits === BITS['Shift'];
  const devTools = await page.context().newCDPSession(page);
  try {
    const event = { key, modifiers: bits };
    for (let time = 0; time < times; time += 1)
      await devTools.send('Input.dispatchKeyEvent', { ...event, type: 'keyDown', ...(types && { text: key }) });
    await devTools.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  } finally {
    await devTools.detach();
  }
}
