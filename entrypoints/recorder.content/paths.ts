import type { Box, Point } from '../../lib/units.ts';

/** Points nearer to the line through their neighbours, in CSS pixels, say nothing. */
const TOLERANCE = 0.5;

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

/** A path with at most so many points, chosen as Douglas and Peucker do: those that are farthest off come first. */
export function simplify(path: readonly Point[], most: number): Point[] {
  const last = path.length - 1;
  const kept = [0, last];
  const spans = last > 1 ? [farthest(path, 0, last)] : [];
  while (kept.length < most) {
    spans.sort((a, b) => a.distance - b.distance);
    const span = spans.pop();
    if (!span || span.distance <= TOLERANCE) break;
    kept.push(span.at);
    for (const [from, to] of [[span.from, span.at] as const, [span.at, span.to] as const])
      if (to - from > 1) spans.push(farthest(path, from, to));
  }
  return path.filter((_, index) => kept.includes(index));
}

/** The point between two of a path that is farthest from the line between them. */
function farthest(path: readonly Point[], from: number, to: number) {
  const [start, end] = [path[from], path[to]];
  const span = { from, to, at: from, distance: 0 };
  for (let at = from + 1; at < to && start && end; at += 1) {
    const point = path[at];
    const distance = point ? distanceTo(point, start, end) : 0;
    if (distance > span.distance) Object.assign(span, { at, distance });
  }
  return span;
}

/** How far a point is from the line between two others, which ends at them. */
function distanceTo({ x, y }: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - start.x - nearest * dx, y - start.y - nearest * dy);
}
