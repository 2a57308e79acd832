import type { Kit } from './types.ts';

type Part = Pick<Kit, 'characterPoints' | 'selectText' | 'selectedText'>;

/** Places in texts, and the selection between them. Sent to the page as source. */
export function textPart(kit: Kit): Part {
  const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

  /** The text node and the offset in it of a place in the text content; at the end of a node or at the start of the next. */
  function locate(element: Element, place: number, isEnd: boolean): { node: Node; offset: number } | null {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = 0;
    let last: { node: Node; offset: number } | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (place < at + length || (isEnd && place === at + length)) return { node, offset: place - at };
      last = { node, offset: length };
      at += length;
    }
    return last;
  }
  /** Where the caret is drawn at that place. */
  function caret(element: Element, place: number, isEnd: boolean): { x: number; y: number } | null {
    const found = locate(element, place, isEnd);
    if (!found) return null;
    const range = document.createRange();
    const length = found.node.nodeValue?.length ?? 0;
    const [from, to] = isEnd && found.offset > 0 ? [found.offset - 1, found.offset] : [found.offset, found.offset + 1];
    range.setStart(found.node, from);
    range.setEnd(found.node, Math.min(to, length));
    const rects = [...range.getClientRects()];
    const rect = isEnd ? rects.at(-1) : rects[0];
    return rect ? { x: isEnd ? rect.right : rect.left, y: rect.y + rect.height / 2 } : null;
  }
  /** The same in a field, which has no text nodes of its own: asked from the browser, point by point. */
  function caretInField(field: HTMLInputElement | HTMLTextAreaElement, place: number): { x: number; y: number } | null {
    const rect = field.getBoundingClientRect();
    let best: { x: number; y: number; off: number } | null = null;
    for (let y = rect.top + 4; y < rect.bottom; y += 6) {
      for (let x = rect.left + 1; x < rect.right; x += 2) {
        const found = document.caretPositionFromPoint(x, y);
        const off = found?.offsetNode === field ? Math.abs(found.offset - place) : Infinity;
        if (off < (best?.off ?? Infinity)) best = { x, y, off };
      }
    }
    return best?.off === 0 ? { x: best.x, y: best.y } : null;
  }
  function element(name: string): Element {
    const kept = kit.element(name);
    if (!kept) throw new Error('There is no such element.');
    return kept;
  }
  function placeOf(within: Element, node: Node, offset: number): number {
    const range = document.createRange();
    range.selectNodeContents(within);
    range.setEnd(node, offset);
    return range.toString().length;
  }
  return {
    characterPoints(fromName, start, toName, end) {
      const [from, to] = [element(fromName), element(toName)];
      // A press on what is selected would drag it.
      document.getSelection()?.removeAllRanges();
      if (isField(from)) {
        from.setSelectionRange(0, 0);
        const [a, b] = [caretInField(from, start), caretInField(from, end)];
        return a && b && { from: a, to: b };
      }
      const isForward = from === to ? start <= end : Boolean(from.compareDocumentPosition(to) & 4);
      const [a, b] = [caret(from, start, !isForward), caret(to, end, isForward)];
      return a && b && { from: a, to: b };
    },
    selectText(fromName, start, toName, end) {
      const [from, to] = [element(fromName), element(toName)];
      if (isField(from)) {
        from.focus();
        from.setSelectionRange(Math.min(start, end), Math.max(start, end), start > end ? 'backward' : 'forward');
        return;
      }
      const isForward = from === to ? start <= end : Boolean(from.compareDocumentPosition(to) & 4);
      const [a, b] = [locate(from, start, !isForward), locate(to, end, isForward)];
      if (a && b) document.getSelection()?.setBaseAndExtent(a.node, a.offset, b.node, b.offset);
    },
    selectedText(fromName, toName) {
      const [from, to] = [element(fromName), element(toName)];
      if (isField(from)) {
        const [low, high] = [from.selectionStart ?? 0, from.selectionEnd ?? 0];
        return from.selectionDirection === 'backward' ? [high, low] : [low, high];
      }
      const selection = document.getSelection();
      if (!selection?.anchorNode || !selection.focusNode) return null;
      if (!from.contains(selection.anchorNode) || !to.contains(selection.focusNode)) return null;
      return [
        placeOf(from, selection.anchorNode, selection.anchorOffset),
        placeOf(to, selection.focusNode, selection.focusOffset),
      ];
    },
  };
}
