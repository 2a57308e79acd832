import type { FieldState } from './field-state.ts';
import type { Kit } from './types.ts';

type Part = Pick<
  Kit,
  | 'field'
  | 'focus'
  | 'hasFocus'
  | 'select'
  | 'setValue'
  | 'isChecked'
  | 'press'
  | 'awaitClick'
  | 'isClicked'
  | 'scrolled'
  | 'scrollTo'
>;

/** What fields and boxes hold. Sent to the page as source. */
export function fieldsPart(kit: Kit): Part {
  /** Names of elements that a click has reached since it was awaited. */
  const clicked = new Set<string>();

  function element(name: string): HTMLElement {
    const kept = kit.element(name);
    if (!kept) throw new Error('There is no such element.');
    return kept as HTMLElement;
  }
  const isRich = (field: HTMLElement) => field.isContentEditable;
  function kindOf(field: HTMLElement): FieldState['kind'] {
    if (field instanceof HTMLInputElement) return 'input';
    if (field instanceof HTMLTextAreaElement) return 'textarea';
    if (field instanceof HTMLSelectElement) return 'select';
    // A part of a date that can be edited hears keys, and the page makes its text of them.
    return isRich(field) && field.role !== 'spinbutton' ? 'rich' : 'none';
  }
  function selectionOf(field: HTMLElement): FieldState['selection'] {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
    return field.selectionStart === null || field.selectionEnd === null
      ? null
      : [field.selectionStart, field.selectionEnd];
  }
  const scroller = (name: string | null): Element =>
    (name === null ? document.scrollingElement : kit.element(name)) ?? document.documentElement;
  function scrolls(box: Element): boolean {
    if (box === document.scrollingElement) return true;
    const { overflowX, overflowY } = getComputedStyle(box);
    const isScroller = /auto|scroll/.test(`${overflowX} ${overflowY}`) || box instanceof HTMLTextAreaElement;
    return isScroller && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth);
  }
  function wheelPlace(box: Element, left: number, top: number, right: number, bottom: number) {
    for (const across of [0.5, 0.3, 0.7, 0.1, 0.9, 0.02]) {
      for (const down of [0.5, 0.3, 0.7, 0.1, 0.9]) {
        const place = { x: left + (right - left) * across, y: top + (bottom - top) * down };
        let next = kit.elementAt(place.x, place.y);
        while (next && next !== box && !scrolls(next)) next = kit.parentOf(next);
        if (next === box || (next === null && box === document.scrollingElement)) return place;
      }
    }
    return null;
  }
  return {
    field(name) {
      const field = element(name);
      const kind = kindOf(field);
      const value = kind === 'rich' || kind === 'none' ? field.innerText : (field as HTMLInputElement).value;
      const type = field instanceof HTMLInputElement ? field.type : '';
      return { value, isFocused: kit.hasFocus(name), kind, type, selection: selectionOf(field) };
    },
    focus(name) {
      element(name).focus();
      return kit.hasFocus(name);
    },
    hasFocus(name) {
      const focused = kit.focused();
      return focused !== null && kit.contains(element(name), focused);
    },
    select(name, start, end) {
      const field = element(name);
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      if (field.selectionStart === null) field.select();
      else field.setSelectionRange(Math.min(start, end), Math.max(start, end), start > end ? 'backward' : 'forward');
    },
    setValue(name, value) {
      const field = element(name);
      if (isRich(field)) field.innerText = value;
      else {
        // Frameworks put a setter of their own before the browser's.
        const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
      }
      field.dispatchEvent(
        new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
      );
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    isChecked(name) {
      const toggle = element(name);
      if (toggle instanceof HTMLInputElement && /^(checkbox|radio)$/.test(toggle.type)) return toggle.checked;
      const state = toggle.getAttribute('aria-checked') ?? toggle.getAttribute('aria-pressed');
      return state === null ? null : state === 'true';
    },
    press: (name) => element(name).click(),
    awaitClick(name) {
      clicked.delete(name);
      element(name).addEventListener('click', () => clicked.add(name), { capture: true, once: true });
    },
    isClicked: (name) => clicked.has(name),
    scrolled(name) {
      const box = scroller(name);
      const rect = name === null ? new DOMRect(0, 0, innerWidth, innerHeight) : box.getBoundingClientRect();
      const [left, top] = [Math.max(0, rect.left), Math.max(0, rect.top)];
      const [right, bottom] = [Math.min(innerWidth, rect.right), Math.min(innerHeight, rect.bottom)];
      return {
        x: box.scrollLeft,
        y: box.scrollTop,
        maxX: box.scrollWidth - box.clientWidth,
        maxY: box.scrollHeight - box.clientHeight,
        width: box.clientWidth,
        height: box.clientHeight,
        wheelAt: wheelPlace(box, left, top, right, bottom),
      };
    },
    scrollTo: (name, x, y) => scroller(name).scrollTo({ left: x, top: y, behavior: 'instant' }),
  };
}
