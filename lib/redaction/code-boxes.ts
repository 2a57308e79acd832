/** A field, or an editable element, that holds a part of a code. Plain JSON: it is remembered between batches. */
export interface CodeBox {
  readonly id: number;
  /** Nodes in it, whose text is what it holds. */
  readonly nodes: readonly number[];
  readonly holds: string;
}

/** Characters of the longest part: a card has four fields of four digits. */
const MAX_PART = 4;

/** Shorter codes would be found everywhere. */
const MIN_CODE = 4;

/** Boxes that pages have people type codes into, a character or four in each. */
export interface CodeBoxes {
  /** Boxes of one code, in the order of the page. Returns the code that they hold. */
  found(boxes: readonly CodeBox[]): string;
  /** A node was put into another, perhaps into a box. */
  adopt(node: number, parent: number): void;
  /** A node has this text or value now. Returns the code of which it is a part, empty when it is of none. */
  hold(node: number, text: string): string;
  clear(): void;
  /** What to begin with the next time. */
  remembered(): readonly (readonly CodeBox[])[];
}

export function createCodeBoxes(before: readonly (readonly CodeBox[])[]): CodeBoxes {
  let codes = before;
  const change = (node: number, changed: (box: CodeBox) => CodeBox): readonly CodeBox[] => {
    const isOf = ({ id, nodes }: CodeBox) => id === node || nodes.includes(node);
    codes = codes.map((boxes) => (boxes.some(isOf) ? boxes.map((box) => (isOf(box) ? changed(box) : box)) : boxes));
    return codes.find((boxes) => boxes.some(isOf)) ?? [];
  };
  return {
    found(boxes) {
      const ids = new Set(boxes.map(({ id }) => id));
      if (boxes.length > 1) codes = [...codes.filter((known) => !known.some(({ id }) => ids.has(id))), boxes];
      return codeIn(boxes);
    },
    adopt(node, parent) {
      change(parent, (box) => ({ ...box, nodes: [...box.nodes, node] }));
    },
    hold: (node, text) => codeIn(change(node, (box) => ({ ...box, holds: text.trim() }))),
    clear: () => void (codes = []),
    remembered: () => codes,
  };
}

/** What is longer than a part is no part: a whole value, or what stands for one. */
function codeIn(boxes: readonly CodeBox[]): string {
  const parts = boxes.map(({ holds }) => holds).filter(({ length }) => length <= MAX_PART);
  const code = parts.join('');
  return code.length < MIN_CODE ? '' : code;
}
