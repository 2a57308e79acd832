import type { Kind } from './kinds.ts';

/** Something that a detector found in a normalised text. */
export interface Detection {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

/** What most texts hold, as a glance at them tells. */
export const NONE: readonly Detection[] = [];
