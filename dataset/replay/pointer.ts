import type { Page } from 'playwright';
import { originOf } from './frames.ts';
import type { Aim, Ready } from './kit/types.ts';
import { inPage } from './page-kit.ts';
import { StepFailure } from './report.ts';
import { aimAt, find, type Scene } from './scene.ts';
import { NO_SIGNS } from './story.ts';

/** Puts the pointer on the target: opens what hides it, where it is hidden. */
export async function pointAt(scene: Scene, ready: Ready): Promise<Aim> {
  const { target } = scene.step;
  if (!target) throw new StepFailure('The episode does not say what this was done to.');
  if (!ready.isVisible) await uncover(scene);
  let aim = await aimAt(scene, target);
  if (!aim.isHit) aim = await waitUntilClear(scene, aim);
  await approach(scene.page, aim);
  await scene.inTime();
  if (ready.isMoving) {
    aim = await aimAt(scene, target);
    await scene.page.mouse.move(aim.x, aim.y);
  }
  return aim;
}

/** Two moves, so that what follows the pointer sees it arrive, and nothing on the way is crossed. */
export async function approach({ mouse }: Page, { x, y, box }: Pick<Aim, 'x' | 'y' | 'box'>): Promise<void> {
  await mouse.move(box.width > 4 ? x - 1 : x, y);
  await mouse.move(x, y);
}

/** Something else is in front, maybe for a moment only. */
async function waitUntilClear(scene: Scene, first: Aim): Promise<Aim> {
  const { target } = scene.step;
  const until = Date.now() + Math.min(scene.timeoutMs, BLOCKED_MS);
  let aim = first;
  while (target && !aim.isHit && Date.now() < until) {
    await inPage(scene.frame, ({ kit }) => kit.change(50), null);
    // What does not go away by itself may be a bar at the edge: the middle of the page is free of it.
    aim = await aimAt(scene, target, 'target', until - Date.now() < BLOCKED_MS / 2);
  }
  if (!aim.isHit) scene.notes.differences.push(`${aim.blockedBy} is in front of the element`);
  return aim;
}

/** Longest wait for what is in front of the target to go, in ms. */
const BLOCKED_MS = 1_500;

/** Points at what may show the target: what opens it, and the nearest thing around it that can be seen. */
async function uncover(scene: Scene): Promise<void> {
  const { target } = scene.step;
  for (const way of ['opener', 'visibleAncestor'] as const) {
    const place = await inPage(scene.frame, ({ kit, given }) => kit[given]('target'), way);
    if (!place || !target) continue;
    const origin = await originOf(scene.frame);
    await approach(scene.page, { ...place, x: place.x + origin.x, y: place.y + origin.y });
    const again = await find({ ...scene, paceMs: 0, patienceMs: 0, timeoutMs: 500 }, target, 'target', false, NO_SIGNS);
    if (again.isVisible) return;
  }
  scene.notes.differences.push('the element cannot be seen');
}
