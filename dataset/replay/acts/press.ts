import type { Action } from '../../../lib/action.ts';
import { inPage } from '../page-kit.ts';
import { find, type Scene, settle } from '../scene.ts';
import { withModifiers } from './click.ts';

/** A key or a shortcut, where the focus is; the target gets it first if nothing in it has. */
export async function press(scene: Scene, action: Extract<Action, { type: 'press' }>): Promise<void> {
  const { target } = scene.step;
  if (target && !['body', 'html'].includes(target.tag)) await focusOn(scene);
  else await settle(scene);
  const { keyboard } = scene.page;
  await withModifiers(scene.page, action.modifiers, async () => {
    for (let time = 0; time < Math.max(1, action.times ?? 1); time += 1) await keyboard.down(action.key);
    await keyboard.up(action.key);
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
