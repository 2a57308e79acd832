import { breakKeyOf } from '../line-break.ts';
import { inPage } from '../page-kit.ts';
import { pointAt } from '../pointer.ts';
import type { Scene } from '../scene.ts';
import { isForeignKey, pressForeignKey } from './foreign-key.ts';

/** From here on a line is put in at once, in characters. */
const LONG = 400;

/** Types by the keyboard, each line by itself. `afterBreak` says what is left to be typed once a new line has begun. */
export async function typeText(
  { page, episode, step }: Scene,
  text: string,
  afterBreak = async (left: string): Promise<string> => left,
): Promise<void> {
  let left = text.replaceAll('\r\n', '\n');
  const breakKey = left.includes('\n') ? breakKeyOf(episode, step) : 'Enter';
  for (;;) {
    const [line = ''] = left.split('\n', 1);
    if (line.length > LONG) await page.keyboard.insertText(line);
    else await page.keyboard.type(line);
    if (line.length === left.length) return;
    await page.keyboard.press(breakKey);
    left = await afterBreak(left.slice(line.length + 1));
  }
}

/** What is typed with Shift: capitals of any script, and signs as on the keyboard that browsers are driven by, of the United States. */
const WITH_SHIFT = /[\p{Lu}~!@#$%^&*()_+{}|:"<>?]/u;

/** Types where no field takes the text: whoever hears the keys may ask which others are held. */
export async function typeKeys(scene: Scene, text: string): Promise<void> {
  const { keyboard } = scene.page;
  for (const key of text) {
    const isShifted = WITH_SHIFT.test(key);
    if (isForeignKey(key)) await pressForeignKey(scene.page, key, isShifted ? ['Shift'] : []);
    else if (isShifted) await keyboard.press(`Shift+${key}`);
    else await typeText(scene, key);
  }
}

/** Takes away everything in the field; a key on an empty one might mean something else. */
export async function clearField(scene: Scene): Promise<void> {
  const { value } = await inPage(scene.frame, ({ kit }) => kit.field('target'), null);
  if (value.trim() === '') return;
  await scene.page.keyboard.press('Control+a');
  await scene.page.keyboard.press('Delete');
}

/** The focus comes by itself, or where that does not work, as a person brings it. */
export async function takeFocus(scene: Scene, isVisible: boolean): Promise<void> {
  if (await inPage(scene.frame, ({ kit }) => kit.focus('target'), null)) return;
  if (!isVisible) return;
  const ready = { found: null, isVisible, isEnabled: true, isMoving: false, missing: [], ms: 0 };
  await pointAt(scene, ready);
  await scene.page.mouse.down();
  await scene.page.mouse.up();
}

/** Puts a text into the clipboard by a page of its own, since pages may not do it without being asked. */
export async function copyText({ page }: Scene, text: string): Promise<void> {
  const helper = await page.context().newPage();
  try {
    await helper.setContent('<textarea autofocus></textarea>');
    await helper.locator('textarea').fill(text);
    await helper.keyboard.press('Control+a');
    await helper.keyboard.press('Control+c');
  } finally {
    await helper.close();
    await page.bringToFront();
  }
}
