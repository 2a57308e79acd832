import type { LinePlace, RichText } from './kit/rich-text.ts';
import { changeBetween } from './text-change.ts';

/** What makes one rich text of another: what is selected, or where the caret is, and what is typed there. */
export interface RichChange {
  readonly start: LinePlace;
  readonly end: LinePlace;
  readonly added: string;
}

interface EmptyLines {
  readonly row: number;
  readonly count: number;
}

/** Where a line is in a text without empty ones. */
interface Row {
  readonly text: string;
  readonly line: number;
}

/** What has to be typed where the selection is to get from one text to the other. Undefined: that is not enough. */
export function typedIntoLines(before: RichText, after: string): string | undefined {
  const { lines, start, end } = before;
  if (!start || !end) return undefined;
  const [head, tail] = [rowsOf(lines.slice(0, start.line)), rowsOf(lines.slice(end.line + 1))];
  const rows = rowsOf(plain(after).split('\n'));
  const isKept = (kept: readonly Row[], from: number) =>
    kept.every(({ text }, place) => text.trimEnd() === rows[from + place]?.text.trimEnd());
  const tailAt = rows.length - tail.length;
  if (tailAt < head.length || !isKept(head, 0) || !isKept(tail, tailAt)) return undefined;
  const left = (lines[start.line] ?? '').slice(0, start.column);
  const right = (lines[end.line] ?? '').slice(end.column).trimEnd();
  const wanted = asTyped(rows.slice(head.length, tailAt), before);
  const from = wanted.startsWith(left) ? left : left.trimEnd();
  if (!wanted.startsWith(from) || !wanted.endsWith(right) || wanted.length < from.length + right.length)
    return undefined;
  const piece = wanted.slice(from.length, wanted.length - right.length);
  // A cell that is empty no longer has what is behind it on its line.
  const typed = right === '' && hasCells(before) ? piece.replace(/\t+$/, '') : piece;
  if (hasCells(before) && typed.includes(CELL)) return undefined;
  const empty = typed === '' ? emptyLinesOf(before, after) : undefined;
  if (empty) {
    const isHere = empty.row === head.length + (left !== '' && right === '' ? 1 : 0);
    return isHere ? '\n'.repeat(empty.count) : undefined;
  }
  // A line that was begun at the end, and left empty.
  const isBegun = right === '' && tail.length === 0 && after.endsWith('\n') && !before.text.endsWith('\n');
  return typed + (isBegun ? '\n' : '');
}

/** Empty lines that are new where nothing else is: before a row, or after the last. */
export function emptyLinesOf({ text, breaks: perLine }: RichText, after: string): EmptyLines | undefined {
  const [now, then] = [rowsOf(plain(text).split('\n')), rowsOf(plain(after).split('\n'))];
  const isSame = now.length === then.length && now.every((row, place) => row.text.trim() === then[place]?.text.trim());
  if (!isSame) return undefined;
  const breaks = breaksOf(after).map((count, place) => count - (breaksOf(text)[place] ?? 0));
  const row = breaks.findIndex((more) => more > 0);
  return row < 0 ? undefined : { row, count: Math.ceil((breaks[row] ?? 0) / perLine) };
}

/** How many line breaks are before each row, and at the end. */
function breaksOf(text: string): number[] {
  const lines = plain(text).split('\n');
  const places = [-1, ...rowsOf(lines).map(({ line }) => line), lines.length - 1];
  return places.slice(1).map((place, index) => place - (places[index] ?? 0));
}

/**
 * What was typed at the caret in the midst of a text, where the record takes it to have come at the end: a page that puts
 * in itself what is typed does not say where. Undefined: it was not so.
 */
export function typedAmong(before: RichText, typed: string, after: string): string | undefined {
  const here = typedIntoLines(before, after);
  if (here === undefined) return undefined;
  const added = addedAfter(before.text, typed);
  // What was selected is gone once something is typed over it.
  if (added !== undefined && isSelected(before)) return here;
  return typedIntoLines(before, typed) === undefined ? (added ?? here) : undefined;
}

const isSelected = ({ start, end }: RichText) => start?.line !== end?.line || start?.column !== end?.column;

/** What comes in one text after all of the other, wherever their lines break. */
function addedAfter(before: string, typed: string): string | undefined {
  const whole = plain(typed);
  let at = 0;
  for (const character of plain(before).replace(/\s/g, '')) {
    while (/\s/.test(whole.charAt(at))) at += 1;
    if (!whole.startsWith(character, at)) return undefined;
    at += character.length;
  }
  return whole.slice(at);
}

/** True for a change that nobody can type: it goes beyond a cell of a table. */
export function isBeyondCell(before: RichText, { start, end, added }: RichChange): boolean {
  const lines = before.lines.slice(start.line, end.line + 1);
  const over = lines.map((text, place) => {
    const isLast = place === lines.length - 1;
    return text.slice(place === 0 ? start.column : 0, isLast ? end.column : undefined);
  });
  return hasCells(before) && [...over, added].some((text) => text.includes(CELL));
}

/** What is between the cells of a row. */
const CELL = '\t';
const hasCells = ({ lines }: RichText) => lines.some((text) => text.includes(CELL));

/** The smallest change from one text to the other. */
export function changeOfLines(before: RichText, after: string): RichChange {
  const [old, rows] = [rowsOf(before.lines), rowsOf(plain(after).split('\n'))];
  const empty = emptyLinesOf(before, after);
  if (empty) {
    const row = old[empty.row - 1];
    const place = { line: (row ?? old[0])?.line ?? 0, column: row?.text.length ?? 0 };
    return { start: place, end: place, added: '\n'.repeat(empty.count) };
  }
  const textOf = (some: readonly Row[]) => some.map(({ text }) => text).join('\n');
  const { start, end, added } = changeBetween(textOf(old), textOf(rows));
  return { start: placeIn(old, start), end: placeIn(old, end), added };
}

/** Without what only editors see, and with spaces of one kind. */
const plain = (text: string) =>
  text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n/g, '\n');

/** Lines that hold something. How others set them apart is not to be compared. */
const rowsOf = (lines: readonly string[]): Row[] =>
  lines.flatMap((text, line) => (text.trim() === '' ? [] : [{ text, line }]));

/** The rows with line breaks as somebody types them. */
function asTyped(rows: readonly Row[], { breaks }: RichText): string {
  return rows.reduce((text, row, place) => {
    const before = rows[place - 1];
    if (!before) return row.text;
    // Browsers set paragraphs apart by an empty line as well, which is fewer than an empty paragraph takes.
    return `${text}${'\n'.repeat(Math.ceil((row.line - before.line) / breaks))}${row.text}`;
  }, '');
}

function placeIn(rows: readonly Row[], at: number): LinePlace {
  let left = at;
  for (const { text, line } of rows) {
    if (left <= text.length) return { line, column: left };
    left -= text.length + 1;
  }
  const last = rows.at(-1);
  return { line: last?.line ?? 0, column: last?.text.length ?? 0 };
}
