import type { Point } from './units.ts';

/** Points of a path, at most. */
export const MAX_PATH_POINTS = 16;

/** A path of a few points out of many: the first, the last, and some evenly between. */
export function pathOf(passed: readonly Point[]): Point[] {
  const turns = passed.filter(({ x, y }, index) => x !== passed[index - 1]?.x || y !== passed[index - 1]?.y);
  const last = turns.length - 1;
  return turns.filter((_, index) => {
    if (last < MAX_PATH_POINTS) return true;
    const place = (index * (MAX_PATH_POINTS - 1)) / last;
    return index === last || Math.floor(place) !== Math.floor(((index - 1) * (MAX_PATH_POINTS - 1)) / last);
  });
}
