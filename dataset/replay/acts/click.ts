import type { Page } from 'playwright';
import type { Action } from '../../../lib/action.ts';
import type { Box, Point } from '../../../lib/units.ts';
import { pointAt } from '../pointer.ts';
import { need, type Scene, seeGone } from '../scene.ts';
import { uploadSample } from './upload.ts';

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

/** A click, a double click or a long press on the target. */
export async function click(scene: Scene, action: Verb<'click'> | Verb<'dblclick'>): Promise<void> {
  if (scene.step.target?.attributes['type'] === 'file') return uploadSample(scene);
  const ready = await need(scene);
  const aim = await pointAt(scene, ready);
  const button = action.type === 'click' ? action.button : 'left';
  const counts = action.type === 'dblclick' ? [1, 2] : countsOf(action.clickCount);
  const { heldMs = 0, moved = null } = action.type === 'click' ? action : {};
  const way = moved && wayIn(aim.box, scene.step.target?.box ?? aim.box, moved);
  await withModifiers(scene.page, action.modifiers, async () => {
    for (const clickCount of counts) {
      await scene.page.mouse.down({ button, clickCount });
      // A press is held for as long as it was: this length of time is the action.
      if (heldMs > 0) await new Promise((resolve) => setTimeout(resolve, heldMs));
      if (way) await scene.page.mouse.move(aim.x + way.x, aim.y + way.y);
      await scene.page.mouse.up({ button, clickCount });
    }
  });
}

/** The pointer comes to rest on the target. What went when it left where it was may look like what it opens here. */
export async function hover(scene: Scene): Promise<void> {
  const ready = await need(scene);
  await pointAt(scene, ready);
  if (ready.missing.length > 0) await seeGone(scene);
}

/** Holds modifier keys down meanwhile. */
export async function withModifiers(page: Page, keys: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  try {
    await work();
  } finally {
    for (const key of keys.toReversed()) await page.keyboard.up(key);
  }
}

/** As far as the pointer went; in an element of another size, by the same share of it. */
function wayIn(now: Box, before: Box, { x, y }: Point): Point {
  const share = (size: number, was: number) => (Math.abs(size - was) < 1.5 || was <= 0 ? 1 : size / was);
  return { x: x * share(now.width, before.width), y: y * share(now.height, before.height) };
}

/** A series of three or more is told as one step; the second of two only where the first is a step of its own. */
function countsOf(clickCount: number): number[] {
  if (clickCount <= 2) return [Math.max(1, clickCount)];
  return Array.from({ length: clickCount }, (_, index) => index + 1);
}
