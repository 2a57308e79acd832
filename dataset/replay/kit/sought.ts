import type { Element } from '../../../lib/element.ts';

/** An element that is looked for. */
export interface Sought extends Element {
  /** Texts beside it that others like it do not have together. */
  readonly company?: readonly string[];
}

/** What an element is, wherever it is. */
export type Wanted = Pick<Element, 'tag' | 'role' | 'name' | 'box'>;
