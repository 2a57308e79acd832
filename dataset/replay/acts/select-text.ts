import type { Action } from '../../../lib/action.ts';
import { originOf, revealFrame } from '../frames.ts';
import { inPage } from '../page-kit.ts';
import { find, need, type Scene } from '../scene.ts';
import { NO_SIGNS } from '../story.ts';

/** Text is selected by dragging from character to character; where that gives another selection, it is set. */
export async function selectText(
  scene: Scene,
  { start, end, to }: Extract<Action, { type: 'selectText' }>,
): Promise<void> {
  await need(scene);
  const last = to && (await find(scene, to, 'to', false, NO_SIGNS)).found ? 'to' : 'target';
  const range = { start, end, last } as const;
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
