/** A text in the form of rrweb's snapshots. */
export interface TextNode {
  readonly type: 3;
  readonly id: number;
  readonly textContent: string;
}

/** An element in the form of rrweb's snapshots. */
export interface ElementNode {
  readonly type: 2;
  readonly id: number;
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly childNodes: (ElementNode | TextNode)[];
}

/** Attributes that tell the redaction what an element is. */
const TELLING = ['role', 'type', 'contenteditable', 'scope', 'autocomplete'];

interface Counter {
  value: number;
}

export function textNode(textContent: string, nextId: Counter): TextNode {
  return { type: 3, id: (nextId.value += 1), textContent };
}

/** An element without what is in it. Of a button that is an input, the label. */
export function elementNode(element: Element, nextId: Counter): ElementNode {
  const attributes: Record<string, string> = {};
  for (const name of TELLING) {
    const value = element.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  if (element instanceof HTMLInputElement && ['button', 'submit', 'reset'].includes(element.type)) {
    attributes['type'] = element.type;
    attributes['value'] = element.value;
  }
  return { type: 2, id: (nextId.value += 1), tagName: element.localName, attributes, childNodes: [] };
}
