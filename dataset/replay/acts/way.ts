import type { Mouse } from 'playwright';
import type { Point } from '../../../lib/units.ts';

/** Longest way between two moves of the pointer, in CSS pixels. */
export const STRIDE = 24;
/** Fewest moves of a drag: what is dragged has to notice. */
const MIN_MOVES = 8;

/**
 * Moves the pointer at its pace. What is dragged over may take its time to make room, and what is thrown flies on. Tells
 * when it made the last move.
 */
export async function moveAlong(
  mouse: Pick<Mouse, 'move'>,
  points: readonly Point[],
  paceMs: number,
  since: number,
): Promise<number> {
  let last = since;
  for (const [place, point] of points.entries()) {
    await waitUntil(since + paceMs * (place + 1));
    last = Date.now();
    await mouse.move(point.x, point.y);
  }
  return last;
}

/** Waits until a time of the clock. */
export const waitUntil = (at: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));

/** The first few pixels: the browser drags what the pointer is still on when it is seen to move. */
export function beginning(from: Point, to: Point): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return [2, 4].flatMap((far) =>
    far < length / 2
      ? {
          x: Math.round(from.x + ((to.x - from.x) * far) / length),
          y: Math.round(from.y + ((to.y - from.y) * far) / length),
        }
      : [],
  );
}

/** How long a way is, in CSS pixels. */
export const lengthOf = (way: readonly Point[]): number =>
  way.reduce((sum, point, place) => {
    const before = way[place - 1] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);

/**
 * The way in moves that are not too far apart, by whole pixels as those of a mouse: pages may round each of them. The first
 * part of several is one move, as it was: pages that wait for one may carry nothing along by it.
 */
export function stepsAlong(way: readonly Point[], most = STRIDE, fewest = MIN_MOVES): Point[] {
  const stride = Math.max(1, Math.min(most, lengthOf(way) / fewest));
  return way.slice(1).flatMap((point, place) => {
    const from = way[place] ?? point;
    const length = Math.hypot(point.x - from.x, point.y - from.y);
    const isFirstMove = place === 0 && way.length > 2 && length <= STRIDE;
    const count = isFirstMove ? 1 : Math.max(1, Math.ceil(length / stride));
    const between = Array.from({ length: count - 1 }, (_, step) => ({
      x: Math.round(from.x + ((point.x - from.x) * (step + 1)) / count),
      y: Math.round(from.y + ((point.y - from.y) * (step + 1)) / count),
    }));
    return [...between, point];
  });
}
