import type { FileChooser } from 'playwright';
import { click } from './acts/click.ts';
import { press } from './acts/press.ts';
import type { Scene } from './scene.ts';
import { NO_SIGNS } from './story.ts';

/** What only a click or key just before it may have made possible: a menu that holds the checkbox, a file that is asked for. */
const LED_TO = new Set(['check', 'uncheck', 'upload']);

/** How long the browser may take to ask for a file, in ms. */
const CHOOSER_MS = 1_000;

/** A scene with what opened the way to it done: what asked for a file is part of it. */
export type PreparedScene = Scene & { readonly chooser?: FileChooser };

/**
 * Steps are reduced from what was captured. Where a click or key was reduced into the change that followed, and was made on
 * something else, it is done first.
 */
export async function prelude(scene: Scene): Promise<PreparedScene> {
  const { episode, step } = scene;
  if (!LED_TO.has(step.action.type)) return scene;
  const earlier = step.captured.slice(0, -1).flatMap((place) => episode.captured[place] ?? []);
  const others = earlier.filter(({ target }) => target && target.nodeId !== step.target?.nodeId);
  if (others.length === 0) return scene;
  const asked =
    step.action.type === 'upload' ? scene.page.waitForEvent('filechooser', { timeout: CHOOSER_MS }) : undefined;
  const chooser = asked?.catch(() => undefined);
  let signs = scene.signs;
  for (const { action, target } of others) {
    const before: Scene = { ...scene, signs, step: { ...step, target, action } };
    if (action.type === 'click') await click(before, action);
    else if (action.type === 'press') await press(before, action);
    signs = NO_SIGNS;
  }
  const opened = await chooser;
  return { ...scene, signs: NO_SIGNS, ...(opened && { chooser: opened }) };
}
