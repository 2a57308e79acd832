import type { Action } from '../../../lib/action.ts';
import { isSameElement } from '../../../lib/same-element.ts';
import type { Point } from '../../../lib/units.ts';
import { cameByDrag } from '../came-by-drag.ts';
import { originOf } from '../frames.ts';
import type { Aim } from '../kit/types.ts';
import { inPage } from '../page-kit.ts';
import { pointAt } from '../pointer.ts';
import { aimAt, find, need, type Scene } from '../scene.ts';
import { NO_SIGNS } from '../story.ts';
import { withModifiers } from './click.ts';
import { beginning, lengthOf, moveAlong, stepsAlong, STRIDE, waitUntil } from './way.ts';

type Drag = Extract<Action, { type: 'drag' }>;

/** Longest way between two moves within one element: a drawing, or a chart, is made of the places that the pointer came by. */
const STRIDE_WITHIN = 8;
/** Longest time that the way of a drag takes, in ms, and then the rest, however long the person took. */
const MAX_DRAG_MS = 3_000;
/** How long people look where it lands before they let go, in ms, where the episode does not say. */
const LANDING_MS = 40;
/** What is let go after a shorter rest, in ms, is thrown: it is still in motion for the page. */
const THROWN_MS = 40;
/** How finely the episode tells how long something was held, in ms: it may have been so much longer. */
const HELD_TO_MS = 20;
/** Fewest moves by which something is thrown. */
const MIN_THROWN = 4;
/** How often a page hears of the pointer, in ms. */
const FRAME_MS = 1_000 / 60;

/** Press, move, release, along the way that the pointer took. */
export async function drag(scene: Scene, action: Drag): Promise<void> {
  const { target } = scene.step;
  const ready = await need(scene);
  const came = action.to && cameByDrag(scene.episode, scene.step, action.to);
  let to = action.to && came !== 'along' && (await hasMoved(scene, action));
  const start = await pointAt(scene, ready);
  const recordedStart = action.path[0] ?? start;
  const shift = { x: start.x - recordedStart.x, y: start.y - recordedStart.y };
  const way = action.path.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
  const { mouse } = scene.page;
  await withModifiers(scene.page, action.modifiers ?? [], async () => {
    for (const { x, y } of action.cameBy ? [comeFrom(start, action.cameBy), start] : []) await mouse.move(x, y);
    const pressedAt = Date.now();
    await mouse.down();
    await nextFrame(scene);
    const heldMs = Math.min(MAX_DRAG_MS, action.heldMs ? action.heldMs + HELD_TO_MS : 0);
    const begin = pressedAt + heldMs;
    await waitUntil(begin);
    const isWithin = target !== null && isSameElement(target, action.to);
    // The browser takes its time to see what it carries something over.
    const leastMs = action.native ? LANDING_MS : 0;
    const restMs = Math.min(MAX_DRAG_MS, Math.max(leastMs, action.restMs ?? LANDING_MS));
    const wayMs = Math.max(1, Math.min(MAX_DRAG_MS, scene.step.until - scene.step.at - heldMs - restMs));
    const isThrown = restMs < THROWN_MS && !action.native;
    // By frames, as the page heard of it: more moves would take longer.
    const perFrame = (lengthOf(way) * FRAME_MS) / wayMs;
    const stride = isThrown ? perFrame : Math.min(perFrame, isWithin ? STRIDE_WITHIN : STRIDE);
    const movesFrom = (from: Point, points: readonly Point[]) =>
      stepsAlong([from, ...points], stride, isThrown ? MIN_THROWN : undefined);
    const paceMs = wayMs / movesFrom(start, way.slice(1)).length;
    const turn = came === 'opened' && action.to && !to ? placeBefore(action.path, action.to) : 0;
    const first = action.native ? beginning(start, way[1] ?? start) : [];
    for (const { x, y } of first) await mouse.move(x, y);
    if (turn > 0) {
      await moveAlong(mouse, movesFrom(start, way.slice(1, turn + 1)), paceMs, begin);
      to = await opens(scene, action, way.slice(1, turn + 1));
    }
    const end = way.at(-1) ?? start;
    const moves = movesFrom(way[turn] ?? start, way.slice(turn + 1));
    const since = turn > 0 ? Date.now() : begin;
    const lastAt = since + paceMs * (moves.length - 1);
    const isMet = async () => to !== true || !target || isAbove(scene, end);
    await moveAlong(mouse, moves.slice(0, -1), paceMs, since);
    // What is thrown is let go as soon as it is there: whether it will be is looked at before.
    const isAimed = isThrown && (await isMet());
    const landed = await moveAlong(mouse, moves.slice(-1), paceMs, lastAt);
    if (!isThrown) {
      await nextFrame(scene);
      await scrollAlong(scene, end);
    }
    if (action.to && !isAimed && !(await isMet())) {
      await reach(scene, action.to, end);
      await nextFrame(scene);
    }
    await waitUntil(landed + restMs);
    await mouse.up();
  });
}

/** Where the pointer was right before the press, within about half of what it came to: going out may hide that. */
function comeFrom({ x, y, box }: Aim, by: Point): Point {
  const room = Math.min(box.width, box.height) / 2;
  const share = Math.min(1, room / Math.max(1, Math.hypot(by.x, by.y)));
  return { x: Math.round(x - by.x * share), y: Math.round(y - by.y * share) };
}

/** The last place on the way before the element dropped on. */
function placeBefore(path: readonly Point[], { box }: NonNullable<Drag['to']>): number {
  const isInside = ({ x, y }: Point) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
  return path.findLastIndex((point) => !isInside(point));
}

/** Stays until the page shows what is to be dropped on, as a folder does over which a drag waits. */
async function opens(scene: Scene, action: Drag, way: readonly Point[]): Promise<boolean> {
  const { page, step } = scene;
  const firstMs = Math.min(MAX_DRAG_MS, step.until - step.at) + OPENING_MS;
  const end = Date.now() + firstMs + MAX_SEARCH_MS;
  // Where it does not open there, it was somewhere else on the way that the person waited.
  for (const [place, point] of [...way.slice(-1), ...way].entries()) {
    const until = Math.min(end, Date.now() + (place === 0 ? firstMs : OPENING_MS));
    for (let turn = 0; Date.now() < until; turn += 1) {
      if (await hasMoved(scene, action)) return true;
      // Pages hear of a pointer only while it moves.
      await page.mouse.move(point.x + (turn % 2), point.y);
      await nextFrame(scene);
    }
  }
  return false;
}

/** How long a folder may take to open under a drag, in ms. */
const OPENING_MS = 1_200;
/** Longest search for where it opens, in ms. */
const MAX_SEARCH_MS = 12_000;

/** Stays until the boxes are scrolled that were scrolled by this: at the edge of a list, the list moves on. */
async function scrollAlong(scene: Scene, end: Point): Promise<void> {
  const { episode, step, frame, page } = scene;
  for (const place of step.captured) {
    const { action, target } = episode.captured[place] ?? {};
    if (action?.type !== 'scroll') continue;
    const name = target ? 'box' : null;
    if (target && !(await find({ ...scene, ...AT_ONCE }, target, 'box', false, NO_SIGNS)).found) continue;
    const until = Date.now() + MAX_SCROLL_MS;
    for (let turn = 0; Date.now() < until; turn += 1) {
      const now = await inPage(frame, ({ kit, given }) => kit.scrolled(given), name);
      const has = (along: 'x' | 'y', most: number) => {
        const left = Math.min(action.to[along], most) - now[along];
        return left * Math.sign(action.by[along]) < 1;
      };
      if (has('x', now.maxX) && has('y', now.maxY)) break;
      // No hand is that still, and pages hear of a pointer only while it moves.
      await page.mouse.move(end.x + (turn % 2), end.y);
      await nextFrame(scene);
    }
  }
}

/** Longest wait for a box to scroll, in ms. */
const MAX_SCROLL_MS = 5_000;

/** What has been there all along is not waited for. */
const AT_ONCE = { paceMs: 0, patienceMs: 0, timeoutMs: 300 };

const nextFrame = ({ frame }: Scene) => inPage(frame, ({ kit }) => kit.frame(), null);

/** Keeps the element dropped on. True when it is not where it was: then the way is not enough. */
async function hasMoved(scene: Scene, { to, path }: Drag): Promise<boolean> {
  if (!to) return false;
  const found = await find({ ...scene, ...AT_ONCE }, to, 'to', false, NO_SIGNS);
  if (!found.found?.isConfident) return false;
  const box = await inPage(scene.frame, ({ kit }) => kit.boxOf('to'), null);
  return box !== null && path.length > 0;
}

/** True where what is dragged is over what it was dropped on, or in it, once the pointer is at the point. */
async function isAbove({ frame }: Scene, { x, y }: Point): Promise<boolean> {
  const origin = await originOf(frame);
  return inPage(
    frame,
    ({ kit, given }) =>
      kit.isAt('to', given.x, given.y) || kit.isInside('to', 'target') || kit.isAt('target', given.x, given.y),
    { x: x - origin.x, y: y - origin.y },
  );
}

/** Goes on to what it was dropped on, where the way did not lead there. */
async function reach(scene: Scene, to: NonNullable<Drag['to']>, end: Point): Promise<void> {
  const origin = await originOf(scene.frame);
  const go = async (way: readonly Point[]) => {
    for (const point of stepsAlong(way)) await scene.page.mouse.move(point.x, point.y);
  };
  let from = end;
  const box = await inPage(scene.frame, ({ kit }) => kit.boxOf('to'), null);
  if (box && to.point) {
    // What is dragged may have to come there before anything of the element can be hit.
    from = {
      x: origin.x + box.x + (to.point.x * box.width) / Math.max(1, to.box.width),
      y: origin.y + box.y + (to.point.y * box.height) / Math.max(1, to.box.height),
    };
    await go([end, from]);
    await nextFrame(scene);
    if (await isAbove(scene, from)) return;
  }
  await go([from, await aimAt(scene, to, 'to')]);
}
