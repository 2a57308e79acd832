import { fieldValue } from './fields.ts';

/** Beyond this length, in characters, a text of many lines is not read once more for every key. */
const MAX_READ = 2_000;

/** What somebody puts into a field, whatever the page makes of it. */
export interface TypedText {
  /** What the field held after the last input, before the page could make something else of it. */
  readonly last: string;
  /** What was put in, all together. Null: not known any more. */
  readonly typed: string | null;
  /** True once the page has emptied the field. */
  isEmptied(): boolean;
  /** Before something comes in. */
  before(): void;
  /** Something came in, and the browser has put it into the field. */
  cameIn(inputType: string, data: string | null): void;
  /** Something came in that the page keeps from the browser. */
  wasTaken(data: string | null): void;
  /** Backspace or Delete has been handled. A page that emptied the field for it took away what was typed last, or all. */
  wasDeleted(): void;
  /** The field holds something new that was not typed. */
  wasChosen(): void;
  /** Another element has taken the place of the field. */
  moveTo(field: Element): void;
}

export function followTyping(field: Element): TypedText {
  let element = field;
  const isRich = !('selectionStart' in field);
  let last = fieldValue(field);
  let typed: string | null = last;
  let pre = { value: last, start: last.length, end: last.length };
  /** How much of what was typed in an editor comes after the caret: empty lines at the end, until more is known. */
  let tail = isRich ? (/\n*$/.exec(last)?.[0].length ?? 0) : 0;

  /** When the page has changed what was typed, only what is typed at the end, or over everything, can be followed. */
  function follow(inputType: string, data: string | null) {
    const { value, start, end } = pre;
    const text = typed ?? '';
    // In a field that the page has just emptied, typing goes on.
    const isAll = start === 0 && end === value.length && (end > 0 || !typed);
    const isAtEnd = typed !== null && end === value.length && (start === end || start === text.length);
    const place = isAll ? 0 : text.length - tail;
    const after = isAll ? '' : text.slice(place);
    if (!isAll && !isAtEnd) typed = null;
    else if (inputType.startsWith('insert') && data !== null) typed = text.slice(0, place) + data + after;
    else if (inputType !== 'deleteContentBackward') typed = null;
    else typed = text.slice(0, start < end ? start : Math.max(0, place - 1)) + after;
  }
  function cameIn(inputType: string, data: string | null) {
    const isAsTyped = typed === last && pre.value === last;
    last = fieldValue(element);
    if (isAsTyped) {
      typed = last;
      if (isRich) tail = Math.max(0, last.length - commonStart(pre.value, last) - (data?.length ?? 0));
    } else if (typed !== null) follow(inputType, data);
  }
  const isEmptied = () => last !== '' && fieldValue(element) === '';
  return {
    get last() {
      return last;
    },
    get typed() {
      return typed;
    },
    isEmptied,
    before() {
      const isLong = last.length > MAX_READ && !(element instanceof HTMLInputElement);
      const value = isLong ? last : fieldValue(element);
      const { selectionStart: start, selectionEnd: end } = element as HTMLInputElement;
      pre = { value, start: start ?? value.length, end: end ?? value.length };
    },
    cameIn,
    wasTaken(data) {
      // An editor may put in itself what it keeps from the browser, as the browser would have.
      const isPutIn = isRich && inkOf(fieldValue(element)).length === inkOf(pre.value + data).length;
      if (isPutIn) cameIn('insertText', data);
      else if (typed !== null) follow('insertText', data);
    },
    wasDeleted() {
      if (!isEmptied()) return;
      if (typed === last) typed = '';
      else follow('deleteContentBackward', null);
      last = '';
    },
    wasChosen: () => void (typed = last = fieldValue(element)),
    moveTo: (other) => void (element = other),
  };
}

/** Editors of rich text set white space as they like. */
export const inkOf = (text: string): string => text.replace(/\s/g, '');

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
