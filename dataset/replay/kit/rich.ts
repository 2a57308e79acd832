import type { LinePlace } from './rich-text.ts';
import type { Kit } from './types.ts';

type Part = Pick<Kit, 'richText' | 'selectLines'>;

/** What an editor holds, line by line, as it can be compared with what it held elsewhere. Sent to the page as source. */
export function richPart(kit: Kit): Part {
  const SPACE = /[ \t\n\r]/;
  /** What editors put in to have a place for the caret. */
  const UNSEEN = /[\u200b\ufeff]/;

  interface Spot {
    readonly node: Node;
    readonly offset: number;
  }
  interface Line {
    text: string;
    /** The places before and after each character. */
    readonly spots: { readonly before: Spot; readonly after: Spot }[];
  }
  interface Boundary {
    readonly node: Node;
    readonly offset: number;
    place: LinePlace | null;
  }
  function linesOf(field: Element, boundaries: readonly Boundary[]): Line[] {
    const lines: Line[] = [];
    const begin = () => lines.push({ text: '', spots: [] });
    function last(): Line {
      return lines[lines.length - 1] as Line;
    }
    function pass(node: Node, offset: number): void {
      for (const boundary of boundaries)
        if (boundary.node === node && boundary.offset === offset)
          boundary.place ??= { line: lines.length - 1, column: last().text.length };
    }
    function readText(node: Text): void {
      const style = node.parentElement && getComputedStyle(node.parentElement);
      const isKept = style !== null && /pre|break-spaces/.test(style.whiteSpace);
      for (let offset = 0; offset < node.data.length; offset += 1) {
        pass(node, offset);
        const character = node.data.charAt(offset);
        const isSpace = SPACE.test(character);
        if (UNSEEN.test(character)) continue;
        if (character === '\n' && isKept) begin();
        else if (!isSpace || isKept || !/^$|[ \t]$/.test(last().text)) {
          last().text += isSpace || character === '\u00a0' ? ' ' : character;
          last().spots.push({ before: { node, offset }, after: { node, offset: offset + 1 } });
        }
      }
      pass(node, node.data.length);
    }
    function read(node: Node): void {
      if (node instanceof Text) return readText(node);
      if (!(node instanceof Element)) return;
      const { display } = getComputedStyle(node);
      if (display === 'none') return;
      const isCell = display === 'table-cell';
      const earlier = isCell && node !== field ? node.previousElementSibling : null;
      if (earlier && getComputedStyle(earlier).display === 'table-cell') {
        // As browsers tell it.
        last().text += '\t';
        const before = { node: earlier, offset: earlier.childNodes.length };
        last().spots.push({ before, after: { node, offset: 0 } });
      }
      // An empty block has a line of its own, for the caret.
      const isBlock = node === field || !(isCell || /^(inline|contents|ruby)/.test(display));
      if (isBlock || node.localName === 'br') begin();
      for (const [index, child] of [...node.childNodes].entries()) {
        pass(node, index);
        read(child);
      }
      pass(node, node.childNodes.length);
      if (isBlock && node !== field) begin();
    }
    read(field);
    return lines;
  }
  function breaksIn(field: HTMLElement): number {
    if (field.querySelector('p')) return 3;
    const isFlat =
      field.querySelector('div,li') === null && [...field.querySelectorAll('br')].some((br) => br.nextSibling);
    // Where there is one line only, the browser makes blocks of the next.
    return isFlat || field.contentEditable === 'plaintext-only' ? 1 : 2;
  }
  function selectionIn(field: Element): Range | null {
    const root = field.getRootNode() as Document & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    return range && field.contains(range.startContainer) && field.contains(range.endContainer) ? range : null;
  }
  function element(name: string): Element {
    const kept = kit.element(name);
    if (!kept) throw new Error('There is no such element.');
    return kept;
  }
  return {
    richText(name) {
      const field = element(name) as HTMLElement;
      const range = selectionIn(field);
      const start: Boundary | null = range && { node: range.startContainer, offset: range.startOffset, place: null };
      const end: Boundary | null = range && { node: range.endContainer, offset: range.endOffset, place: null };
      const lines = linesOf(
        field,
        [start, end].flatMap((boundary) => boundary ?? []),
      );
      return {
        text: field.innerText,
        lines: lines.map(({ text }) => text),
        start: start?.place ?? null,
        end: end?.place ?? null,
        isFormatted: field.querySelector(':not(p,div,br,span),[style]') !== null,
        breaks: breaksIn(field),
      };
    },
    selectLines(name, start, end) {
      const field = element(name);
      const lines = linesOf(field, []);
      const range = document.createRange();
      range.selectNodeContents(field);
      const spotAt = ({ line, column }: LinePlace) => {
        const spots = lines[line]?.spots ?? [];
        return spots[column - 1]?.after ?? spots[column]?.before;
      };
      const [from, to] = [spotAt(start), spotAt(end)];
      if (from) range.setStart(from.node, from.offset);
      if (to) range.setEnd(to.node, to.offset);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    },
  };
}
