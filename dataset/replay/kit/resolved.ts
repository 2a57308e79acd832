import type { Selector } from '../../../lib/element.ts';

/** By what an element was found. */
export interface Resolved {
  readonly kind: Selector['kind'];
  readonly value: string;
  readonly place: number;
  /** Kinds of the selectors that lead there without the others. */
  readonly alone: readonly Selector['kind'][];
  readonly isConfident: boolean;
  /** What its row said, where another row says it now. */
  readonly strange: string | null;
}
