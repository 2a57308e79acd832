import { rootOf } from './dom-tree.ts';
import { isInside } from './paths.ts';
import { isTextField } from './secret-fields.ts';

/** A place in a text: an element, and how many characters of its text, or of a field's value, come before. */
interface Place {
  readonly element: Element;
  readonly offset: number;
}

/** What is selected on a page, from where the selection was begun to where it ended. */
export interface SelectedText {
  readonly start: Place;
  readonly end: Place;
}

/** How far from its text a selection may be begun, in CSS pixels: in the margin of its lines. */
const MARGIN = 40;

/** What is selected where somebody is at work. Null: nothing. */
export function selectedText(element: Element): SelectedText | null {
  if (isTextField(element)) return selectedIn(element);
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selectionAt(element) ?? {};
  if (!anchorNode || !focusNode || isCollapsed) return null;
  const start = placeOf(anchorNode, anchorOffset ?? 0);
  const end = placeOf(focusNode, focusOffset ?? 0);
  return start && end && { start, end };
}

/** True where a selection was begun on its text, as by somebody who meant to select it. */
export function isBegunOnText(element: Element, pointer: MouseEvent): boolean {
  if (isTextField(element)) return true;
  const { anchorNode } = selectionAt(element) ?? {};
  if (!(anchorNode instanceof Text)) return false;
  const range = document.createRange();
  // All of it: where a line is broken, one place in the text is at the end of a line and at the beginning of the next.
  range.selectNodeContents(anchorNode);
  return isInside(range.getBoundingClientRect(), pointer, MARGIN);
}

/** Shadow roots have selections of their own. */
function selectionAt(element: Element): Selection | null {
  const root: (Document | ShadowRoot) & { getSelection?: () => Selection | null } = rootOf(element);
  return root.getSelection?.() ?? document.getSelection();
}

function selectedIn(field: HTMLInputElement | HTMLTextAreaElement): SelectedText | null {
  const { selectionStart: from, selectionEnd: to, selectionDirection } = field;
  if (from === null || to === null || from === to) return null;
  const [start, end] = selectionDirection === 'backward' ? [to, from] : [from, to];
  return { start: { element: field, offset: start }, end: { element: field, offset: end } };
}

/** Counted in the block around it: the rest of the page may change. */
function placeOf(node: Node, offset: number): Place | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  if (!element) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return { element, offset: before.toString().length };
}
