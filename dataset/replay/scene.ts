import type { Frame, Page } from 'playwright';
import type { Element } from '../../lib/element.ts';
import type { Episode, Step } from '../../lib/episode.ts';
import { originOf, revealFrame } from './frames.ts';
import { hitGroupOf } from './hit-group.ts';
import type { Aim, Ready, Signs } from './kit/types.ts';
import { inPage } from './page-kit.ts';
import type { Turn } from './pace.ts';
import { type Notes, StepFailure } from './report.ts';
import type { Stage } from './stage.ts';
import type { Values } from './values.ts';
import { NO_SIGNS } from './story.ts';

/** What an act works with: one step, in its frame, with its target found. */
export interface Scene extends Turn {
  readonly episode: Episode;
  readonly step: Step;
  readonly stage: Stage;
  readonly page: Page;
  readonly frame: Frame;
  readonly values: Values;
  readonly notes: Notes;
  readonly timeoutMs: number;
  /** What the page had to show first. Taken by whoever waits for it. */
  readonly signs: Signs;
  readonly paceMs: number;
  readonly patienceMs: number;
  /** The target was moving when this was done: it is not waited for to come to rest. */
  readonly isMoving: boolean;
  /** Hears what the step before did not bring about. */
  readonly late: (differences: readonly string[]) => void;
  /** Texts beside an element of the step that others like it do not have together. */
  readonly companyOf: (target: Element) => readonly string[];
}

/** Names under which elements are kept in the page. */
export type Kept = 'target' | 'to' | 'box';

/** Finds an element and waits until it can be used. */
export async function find(
  scene: Scene,
  target: Element,
  as: Kept = 'target',
  mayBeHidden = false,
  signs: Signs = scene.signs,
): Promise<Ready> {
  const request = {
    target: scene.values.filledIn({ ...target, company: scene.companyOf(target) }),
    signs,
    paceMs: scene.paceMs,
    patienceMs: scene.patienceMs,
    timeoutMs: scene.timeoutMs,
    mayBeHidden: mayBeHidden || target.box.width === 0 || target.box.height === 0,
    mayMove: scene.isMoving && as === 'target',
    notBeforeMs: as === 'target' ? scene.notBeforeMs : 0,
    as,
  };
  const ready = await inPage(scene.frame, ({ kit, given }) => kit.ready(given), request);
  if (as === 'target' && signs !== NO_SIGNS) scene.late(ready.missing.slice(0, 5));
  if (ready.found && as === 'target') scene.notes.found = ready.found;
  const strange = ready.found?.strange;
  if (strange) scene.notes.differences.push(`“${strange}” stands in another row than the element`);
  return ready;
}

/** Waits for what the page had to show, where the step has no target. */
export async function settle(scene: Scene): Promise<void> {
  const { signs, paceMs, patienceMs, notBeforeMs } = scene;
  scene.late((await waitFor(scene, { signs, paceMs, patienceMs, notBeforeMs })).slice(0, 5));
}

/** Longest wait for what goes once the pointer has left it, in ms. */
const LEFT_MS = 1_000;

/** Waits until what had to go first is gone. */
export async function seeGone(scene: Scene): Promise<void> {
  const signs = { ...NO_SIGNS, gone: scene.signs.gone };
  await waitFor(scene, { signs, paceMs: 0, patienceMs: LEFT_MS, notBeforeMs: 0 });
}

/** @returns what the page lacks in the end. */
async function waitFor(
  { frame, timeoutMs }: Scene,
  wanted: Pick<Scene, 'signs' | 'paceMs' | 'patienceMs' | 'notBeforeMs'>,
): Promise<string[]> {
  const request = { ...wanted, target: null, timeoutMs, mayBeHidden: true, mayMove: true, as: 'target' };
  const ready = await inPage(frame, ({ kit, given }) => kit.ready(given), request);
  return [...ready.missing];
}

/** The same, or the step fails. */
export async function need(scene: Scene, mayBeHidden = false): Promise<Ready> {
  const { target } = scene.step;
  if (!target) throw new StepFailure('The episode does not say what this was done to.');
  const ready = await find(scene, target, 'target', mayBeHidden);
  if (!ready.found) throw new StepFailure('None of the recorded ways leads to the element.');
  return ready;
}

/** Where the pointer goes for an element, in the coordinates of the page: brought into view, and not covered. */
export async function aimAt(scene: Scene, target: Element, as: Kept = 'target', reveals = false): Promise<Aim> {
  const sought = scene.values.filledIn({ as, target, group: hitGroupOf(scene.episode, scene.step, target) });
  const aim = () => inPage(scene.frame, ({ kit, given }) => kit.aim(given.as, given.target, given.group), sought);
  let found = await aim();
  if (found.isAway && as === 'target') {
    await inPage(scene.frame, ({ kit, given }) => kit.bringIn(given.as, given.target, given.group), sought);
    found = await aim();
  }
  if (!found.isHit && (reveals || !found.isInView)) {
    await inPage(scene.frame, ({ kit, given }) => kit.reveal(given), as);
    await revealFrame(scene.frame);
    found = await aim();
  }
  let origin = await originOf(scene.frame);
  const { width, height } = scene.page.viewportSize() ?? { width: Infinity, height: Infinity };
  const isOutside = found.x + origin.x > width || found.y + origin.y > height || found.y + origin.y < 0;
  if (isOutside && scene.frame.parentFrame() !== null) {
    await revealFrame(scene.frame);
    origin = await originOf(scene.frame);
  }
  return { ...found, x: found.x + origin.x, y: found.y + origin.y };
}
