/** A place in the lines of an editor. */
export interface LinePlace {
  readonly line: number;
  /** Characters before it. */
  readonly column: number;
}

/** What an editor of rich text holds. */
export interface RichText {
  /** As the browser tells it. */
  readonly text: string;
  /** Every block has a line of its own, also an empty one; between blocks may be empty lines that nobody sees. */
  readonly lines: readonly string[];
  /** Where the selection begins and ends. Null: it is elsewhere. */
  readonly start: LinePlace | null;
  readonly end: LinePlace | null;
  /** True where there is more in it than text. */
  readonly isFormatted: boolean;
  /** How many line breaks an empty line is told by: three for a paragraph, two for another block, else one. */
  readonly breaks: number;
}
