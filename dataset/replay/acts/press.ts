import type { Action } from '../../../lib/action.ts';
import { inPage } from '../page-kit.ts';
import { find, type Scene, settle } from '../scene.ts';
import { withModifiers } from './click.ts';
import { isForeignKey, pressForeignKey } from './foreign-key.ts';

/** A key or a shortcut, where the focus is; the target gets it first if nothing in it has. */
export async function press(scene: Scene, action: Extract<Action, { type: 'press' }>): Promise<void> {
  const { target } = scene.step;
  if (target && !['body', 'html'].includes(target.tag)) await focusOn(scene);
  else await settle(scene);
  const { keyboard } = scene.page;
  const { key, modifiers } = action;
  const times = Math.max(1, action.times ?? 1);
  await withModifiers(scene.page, modifiers, async () => {
    if (isForeignKey(key)) return pressForeignKey(scene.page, key, modifiers, times);
    for (let time = 0; time < times; time += 1) await keyboard.down(key);
    await keyboard.up(key);
  });
}

/** Gives the target the focus, unless it or something in it has it. */
export async function focusOn(scene: Scene): Promise<void> {
  const { target } = scene.step;
  if (!target) return;
  const ready = await find(scene, target);
  if (!ready.found) {
    scene.notes.found = { kind: 'fallback', value: 'what has the focus', place: null, alone: [] };
    scene.notes.differences.push('the element was not found; what has the focus got the key');
    return;
  }
  const isFocused = await inPage(scene.frame, ({ kit }) => kit.hasFocus('target') || kit.focus('target'), null);
  if (!isFocused) scene.notes.differences.push('the element does not take the focus');
}
