import type { Action } from '../../../lib/action.ts';
import type { Point } from '../../../lib/units.ts';
import { originOf } from '../frames.ts';
import { inPage } from '../page-kit.ts';
import { pointAt } from '../pointer.ts';
import { find, need, type Scene, settle } from '../scene.ts';
import { StepFailure } from '../report.ts';
import { withModifiers } from './click.ts';

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

/** Turns of the wheel after which a box that does not move is given up. */
const MAX_IDLE_TURNS = 2;
/** Turns of the wheel in all. */
const MAX_TURNS = 200;
/** How long a turn may take to move the box, in ms. */
const TURN_MS = 250;
/** Largest part of a box that one turn of the wheel moves: lists that load as they are scrolled need to see the way. */
const PART = 0.8;
/** Patience with a list that loads on, beyond the time that the scrolling took, in ms. */
const EXTRA_MS = 1_000;

/** The page or a box is scrolled by the wheel to where it was in the end. */
export async function scroll(scene: Scene, { to }: Verb<'scroll'>): Promise<void> {
  const { target } = scene.step;
  const isPage = !target || target.tag === 'html' || target.tag === 'body';
  if (isPage) await settle(scene);
  else if (!(await find(scene, target)).found) throw new StepFailure('None of the recorded ways leads to the box.');
  const name = isPage ? null : 'target';
  const state = () => inPage(scene.frame, ({ kit, given }) => kit.scrolled(given), name);
  let now = await state();
  const origin = await originOf(scene.frame);
  if (now.wheelAt) await scene.page.mouse.move(now.wheelAt.x + origin.x, now.wheelAt.y + origin.y);
  let idle = now.wheelAt ? 0 : MAX_IDLE_TURNS;
  const growsUntil = Date.now() + Math.min(scene.timeoutMs, scene.step.until - scene.step.at + EXTRA_MS);
  for (let turn = 0; turn < MAX_TURNS && idle < MAX_IDLE_TURNS; turn += 1) {
    const by = { x: Math.round(to.x - now.x), y: Math.round(to.y - now.y) };
    if (Math.abs(by.x) <= 1 && Math.abs(by.y) <= 1) break;
    if (isBeyond(to, now)) now = await grown(now, state, scene, growsUntil);
    const before = now;
    await scene.page.mouse.wheel(limited(by.x, now.width), limited(by.y, now.height));
    now = await moved(before, state, scene);
    idle = before.x === now.x && before.y === now.y ? idle + 1 : 0;
  }
  if (Math.abs(to.x - now.x) > 1 || Math.abs(to.y - now.y) > 1) {
    await inPage(scene.frame, ({ kit, given }) => kit.scrollTo(given.name, given.x, given.y), { name, ...to });
    now = await state();
  }
  await inPage(scene.frame, ({ kit }) => kit.frame(), null);
  const isOff = Math.abs(to.x - now.x) > 2 || Math.abs(to.y - now.y) > 2;
  if (isOff) scene.notes.differences.push(`it is scrolled to ${now.x}, ${now.y}, not to ${to.x}, ${to.y}`);
}

/** True where the box ends before the place, and has been scrolled to its end. */
function isBeyond(to: Point, { x, y, maxX, maxY }: ScrollPlace): boolean {
  return (to.y > maxY + 1 && y >= maxY - 1) || (to.x > maxX + 1 && x >= maxX - 1);
}

/** Lists that load on at their end get as much time for it as they had when they were recorded. */
async function grown(before: ScrollPlace, state: () => Promise<ScrollPlace>, scene: Scene, until: number) {
  let now = before;
  while (now.maxX <= before.maxX && now.maxY <= before.maxY && Date.now() < until) {
    await inPage(scene.frame, ({ kit }) => kit.change(50), null);
    now = await state();
  }
  return now;
}

function limited(by: number, size: number): number {
  const most = Math.max(40, size * PART);
  return Math.max(-most, Math.min(most, by));
}

type ScrollPlace = Awaited<ReturnType<typeof placeOf>>;
const placeOf = (scene: Scene) => inPage(scene.frame, ({ kit }) => kit.scrolled(null), null);

/** The wheel moves a box a little later, and some boxes glide. */
async function moved(before: ScrollPlace, state: () => Promise<ScrollPlace>, scene: Scene): Promise<ScrollPlace> {
  const until = Date.now() + TURN_MS;
  let last = before;
  for (;;) {
    await inPage(scene.frame, ({ kit }) => kit.frame(), null);
    const now = await state();
    const hasMoved = now.x !== before.x || now.y !== before.y;
    if (hasMoved && now.x === last.x && now.y === last.y) return now;
    if (Date.now() > until && !hasMoved) return now;
    last = now;
  }
}

/** The wheel is turned over the target, for a page that makes something else of it than scrolling. */
export async function wheel(scene: Scene, { by, turns, modifiers }: Verb<'wheel'>): Promise<void> {
  await pointAt(scene, await need(scene));
  const times = Math.max(1, turns);
  await withModifiers(scene.page, modifiers, async () => {
    for (let turn = 0; turn < times; turn += 1) {
      await scene.page.mouse.wheel(by.x / times, by.y / times);
      await inPage(scene.frame, ({ kit }) => kit.frame(), null);
    }
  });
}
