import { z } from 'zod';
import { MAX_PATH_POINTS } from './path-points.ts';
import { Point } from './units.ts';

/** Whether the policy has the way of the pointer recorded. */
export const WantsPointerPath = z
  .boolean()
  .describe(
    'Whether the way of the pointer to each press is recorded: at most 16 points, without times. Off with `false`.',
  );

/** The way of the pointer to a press. */
export const PointerPath = z
  .array(Point)
  .max(MAX_PATH_POINTS)
  .describe('Where the pointer passed on its way to the press, relative to the viewport of the frame. Without times.');
export type PointerPath = z.infer<typeof PointerPath>;
