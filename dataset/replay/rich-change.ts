import type { LinePlace, RichText } from './kit/rich-text.ts';
import { changeBetween } from './text-change.ts';

/** What makes one rich text of another: what is selected, or where the caret is, and what is typed there. */
export interface RichChange {
  readonly start: LinePlace;
  readonly end: LinePlace;
  readonly added: string;
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
  // A line that was begun at the end, and left empty.
  const isBegun = right === '' && tail.length === 0 && after.endsWith('\n') && !before.text.endsWith('\n');
  return wanted.slice(from.length, wanted.length - right.length) + (isBegun ? '\n' : '');
}

/**
 * What was typed at the caret in the midst of a text, where the record takes it to have come at the end: a page that puts
 * in itself what is typed does not say where. Undefined: it was not so.
 */
export function typedAmong(before: RichText, typed: string, after: string): string | undefined {
  if (typedIntoLines(before, typed) !== undefined) return undefined;
  const here = typedIntoLines(before, after);
  return here === undefined ? undefined : (addedAfter(before.text, typed) ?? here);
}

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

/** The smallest change from one text to the other. */
export function changeOfLines(before: RichText, after: string): RichChange {
  const [old, rows] = [rowsOf(before.lines), rowsOf(plain(after).split('\n'))];
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
function asTyped(rows: readonly Row[], { hasParagraphs }: RichText): string {
  return rows.reduce((text, row, place) => {
    const before = rows[place - 1];
    if (!before) return row.text;
    // Browsers set paragraphs apart by an empty line, and an empty one between them by three more.
    const breaks = row.line - before.line;
    return `${text}${'\n'.repeat(hasParagraphs ? Math.ceil(breaks / 3) : breaks)}${row.text}`;
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
