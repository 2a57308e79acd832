import type { Action } from '../../../lib/action.ts';
import { originOf, revealFrame } from '../frames.ts';
import { inPage } from '../page-kit.ts';
import { find, need, type Scene } from '../scene.ts';
import { NO_SIGNS } from '../story.ts';
import { press } from './press.ts';

/**
 * Text is selected by the keys that the page made it of, as an editor that keeps its own does, else by dragging from
 * character to character; where that gives another selection, it is set.
 */
export async function selectText(
  scene: Scene,
  { start, end, to }: Extract<Action, { type: 'selectText' }>,
): Promise<void> {
  await need(scene);
  const last = to && (await find(scene, to, 'to', false, NO_SIGNS)).found ? 'to' : 'target';
  const range = { start, end, last } as const;
  if ((await pressKept(scene)) && (await isSelected(scene, range))) return;
  await inPage(scene.frame, ({ kit }) => kit.reveal('target'), null);
  await revealFrame(scene.frame);
  const points = await inPage(
    scene.frame,
    ({ kit, given }) => kit.characterPoints('target', given.start, given.last, given.end),
    range,
  );
  if (points) {
    const origin = await originOf(scene.frame);
    const { mouse } = scene.page;
    await mouse.move(points.from.x + origin.x, points.from.y + origin.y);
    await mouse.down();
    await mouse.move((points.from.x + points.to.x) / 2 + origin.x, (points.from.y + points.to.y) / 2 + origin.y);
    await mouse.move(points.to.x + origin.x, points.to.y + origin.y);
    await mouse.up();
  }
  if (await isSelected(scene, range)) return;
  await inPage(scene.frame, ({ kit, given }) => kit.selectText('target', given.start, given.last, given.end), range);
  if (!(await isSelected(scene, range))) scene.notes.differences.push('another text is selected');
}

/** Presses the keys that the page kept from the browser. False: there are none. */
async function pressKept(scene: Scene): Promise<boolean> {
  const { episode, step } = scene;
  const kept = step.captured.flatMap((place) => {
    const { action, target } = episode.captured[place] ?? {};
    return action?.type === 'press' && action.consumed && target ? [{ action, target }] : [];
  });
  for (const { action, target } of kept) await press({ ...scene, signs: NO_SIGNS, step: { ...step, target } }, action);
  if (kept.length > 0) await inPage(scene.frame, ({ kit }) => kit.frame(), null);
  return kept.length > 0;
}

function isSelected(scene: Scene, range: { start: number; end: number; last: 'target' | 'to' }): Promise<boolean> {
  return inPage(
    scene.frame,
    ({ kit, given }) => {
      const selected = kit.selectedText('target', given.last);
      return selected !== null && selected[0] === given.start && selected[1] === given.end;
    },
    range,
  );
}
