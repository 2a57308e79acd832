import type { Box, Point } from '../../lib/units.ts';

/** Points nearer to the line through their neighbours, in CSS pixels, say nothing. */
const TOLERANCE = 0.5;
/** How much farther they may be where too many are left. */
const COARSER = 1.2;

/** How far right and down the pointer was at the other event from where it was at the one, in CSS pixels. */
export const wayBetween = (one: MouseEvent, other: MouseEvent): Point => ({
  x: other.clientX - one.clientX,
  y: other.clientY - one.clientY,
});

/** The same as the crow flies. */
export function distanceBetween(one: MouseEvent, other: MouseEvent): number {
  const { x, y } = wayBetween(one, other);
  return Math.hypot(x, y);
}

/** True where a pointer is in a box, or no farther beside it, in CSS pixels. */
export const isInside = ({ x, y, width, height }: Box, { clientX, clientY }: MouseEvent, margin = 0): boolean =>
  clientX >= x - margin && clientX <= x + width + margin && clientY >= y - margin && clientY <= y + height + margin;

/**
 * A path with at most so many points, as Douglas and Peucker simplify it: as near to all of them as that allows. The first
 * move stays: pages that wait for one may carry nothing along by it.
 */
export function simplify(path: readonly Point[], most: number): Point[] {
  for (let tolerance = TOLERANCE; ; tolerance *= COARSER) {
    const kept = [...path.slice(0, 1), ...within(tolerance, path.slice(1))];
    if (kept.length <= most) return kept;
  }
}

/** The points of a path without those that are no farther from the line through the others than this. */
function within(tolerance: number, path: readonly Point[]): Point[] {
  const [start, end] = [path[0], path.at(-1)];
  if (!start || !end || path.length < 3) return [...path];
  const distances = path.map((point) => distanceTo(point, start, end));
  const farthest = Math.max(...distances);
  if (farthest <= tolerance) return [start, end];
  const at = distances.indexOf(farthest);
  return [...within(tolerance, path.slice(0, at + 1)).slice(0, -1), ...within(tolerance, path.slice(at))];
}

/** How far a point is from the line between two others, which ends at them. */
function distanceTo({ x, y }: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - start.x - nearest * dx, y - start.y - nearest * dy);
}
