import type { RrwebEvent } from '../../lib/capture.ts';
import type { Box, Point } from '../../lib/units.ts';
import type { Player } from '../picture-page.ts';

/** What the page of `showhow show` is given. */
export interface ShowData {
  readonly scenes: readonly { readonly events: readonly RrwebEvent[] }[];
  /** One for each step, and one for the end. */
  readonly moments: readonly Moment[];
}

/** The page as it was before a step, or at the end. */
export interface Moment {
  /** Null: no page is known. */
  readonly place: { readonly scene: number; readonly time: number; readonly owners: readonly number[] } | null;
  readonly target: Target | null;
}

/** What a step was done to, by ids of the scene. */
export interface Target {
  readonly nodeId: number | null;
  /** The document that it is in. */
  readonly rootId: number | null;
  readonly box: Box;
  readonly point: Point | null;
  /** Where the pointer went, relative to the viewport of the frame. */
  readonly path: readonly Point[];
}

/** What the parts of the page share. They are sent as source, so that they can name nothing outside themselves. */
export interface Viewer {
  readonly data: ShowData;
  /** Shows the page of a moment. False: none is known. */
  show(moment: Moment): boolean;
  /** Plays on to a later moment; at once, where that is in another scene. Returns what stops it. */
  run(moment: Moment, done: () => void): () => void;
  player(): Player | undefined;
  /** Marks the target and what is withheld in what is shown. */
  mark(moment: Moment): void;
  unmark(): void;
}
