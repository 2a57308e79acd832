/**
 * What a document shows, as one tree of plain values: structure, attributes, texts, values of fields, and some of the
 * computed style. `rootOf(element)` names the shadow root, a closed one too. Used on the live page and on the rebuilt one.
 */
function dumpOf(document, rootOf) {
  /** Texts of these are code, or are told in another way. */
  const UNSEEN = ['SCRIPT', 'STYLE', 'LINK', 'META', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'BASE'];
  const ATTRIBUTES =
    /^(id|class|title|role|lang|dir|hidden|open|disabled|colspan|type|name|aria-.*|viewBox|fill|width|height|cx|cy|r)$/;
  const STYLES = ['display', 'color', 'backgroundColor', 'fontWeight', 'position', 'visibility', 'fontSize'];

  const attributesOf = (element) =>
    Object.fromEntries(
      [...element.attributes]
        .filter(({ name }) => ATTRIBUTES.test(name))
        .map(({ name, value }) => [name, value])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  const stateOf = (element) => {
    if (element.localName === 'input')
      return element.matches('[type=checkbox], [type=radio]') ? { checked: element.checked } : { value: element.value };
    if (element.localName === 'textarea' || element.localName === 'select') return { value: element.value };
    return {};
  };
  const styleOf = (element) => {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    return STYLES.map((name) => style?.[name] ?? '').join(' | ');
  };
  const childrenOf = (parent) => {
    const children = [];
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + node.data;
        else children.push(node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE && !UNSEEN.includes(node.tagName.toUpperCase()))
        children.push(elementOf(node));
    }
    return children
      .map((child) => (typeof child === 'string' ? child.replace(/\s+/g, ' ').trim() : child))
      .filter((child) => child !== '');
  };
  const elementOf = (element) => {
    const root = rootOf(element);
    const inner = element.localName === 'iframe' ? element.contentDocument : null;
    return {
      tag: element.localName,
      ...attributesOf(element),
      ...stateOf(element),
      // A canvas is marked as unseen where it is rebuilt.
      ...(element.localName === 'canvas' ? {} : { style: styleOf(element) }),
      ...(element.localName === 'textarea' ? {} : { children: childrenOf(element) }),
      ...(root ? { shadow: childrenOf(root) } : {}),
      ...(inner?.documentElement ? { frame: elementOf(inner.documentElement) } : {}),
    };
  };
  return elementOf(document.documentElement);
}
