import type { FieldState } from './kit/field-state.ts';

/** What makes one text of another: the part between what both have in common at their ends. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly added: string;
}

/** The smallest change from one text to the other. */
export function changeBetween(before: string, after: string): TextChange {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  return { start, end: before.length - tail, added: after.slice(start, after.length - tail) };
}

/** What has to be typed where the selection is to get from one text to the other. Undefined: that is not enough. */
export function typedInto(before: string, [start, end]: readonly [number, number], after: string): string | undefined {
  const [head, tail] = [before.slice(0, start), before.slice(end)];
  const fits = after.startsWith(head) && after.endsWith(tail) && after.length >= head.length + tail.length;
  return fits ? after.slice(head.length, after.length - tail.length) : undefined;
}

const folded = (text: string) =>
  text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n/g, '\n');

/** True for the same value; in text that is no field's, however lines are set apart, and ended. */
export function isSameValue(now: string, wanted: string, { kind }: Pick<FieldState, 'kind'>): boolean {
  if (now === wanted || folded(now) === folded(wanted)) return true;
  const oneBreak = (text: string) => folded(text).replace(/\n+/g, '\n').trim();
  return (kind === 'rich' || kind === 'none') && oneBreak(now) === oneBreak(wanted);
}

/** The same but for separators and capitals. */
export function isAlike(now: string, wanted: string): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return plain(now) === plain(wanted);
}
