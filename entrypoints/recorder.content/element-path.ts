type Root = Document | ShadowRoot;

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];

/** Ids that frameworks make up: long hex, `:r1:`, `radix-…`, numbers of more than two digits, UUIDs. */
const GENERATED =
  /\d{3,}|[0-9a-f]{8,}|^:|:r[0-9a-z]+:|^(radix|headlessui|mui|ember|ext-gen|yui|gwt|react-)|[A-Za-z]\d[A-Za-z]\d/;

/** A selector by which an element itself is likely to be found tomorrow too. Null: it has none. */
export function anchorOf(element: Element): string | null {
  const attribute = TEST_IDS.find((name) => element.hasAttribute(name));
  if (attribute) return `[${attribute}="${CSS.escape(element.getAttribute(attribute) ?? '')}"]`;
  return element.id && element.id.length < 60 && !GENERATED.test(element.id) ? `#${CSS.escape(element.id)}` : null;
}

/** The way to an element from the nearest ancestor that has an anchor, in CSS. */
export function cssPath(element: Element, root: Root): string {
  const steps: string[] = [];
  for (let next: Element | null = element; next; next = next.parentElement) {
    const anchor = next === element ? null : anchorOf(next);
    if (anchor !== null && root.querySelectorAll(anchor).length === 1) return [anchor, ...steps].join(' > ');
    const { place, siblings } = placeAmongSiblings(next);
    steps.unshift(siblings > 1 ? `${CSS.escape(next.localName)}:nth-of-type(${place})` : CSS.escape(next.localName));
  }
  return steps.join(' > ');
}

/** The way to an element from its root, in XPath. */
export function xpath(element: Element, root: Root): string {
  const steps: string[] = [];
  for (let next: Element | null = element; next; next = next.parentElement) {
    const { place, siblings } = placeAmongSiblings(next);
    // Elements of other namespaces have no plain name in an HTML document's XPath.
    const name =
      next.namespaceURI === 'http://www.w3.org/1999/xhtml' ? next.localName : `*[local-name()="${next.localName}"]`;
    steps.unshift(siblings > 1 ? `${name}[${place}]` : name);
  }
  return `${root instanceof ShadowRoot ? './' : '/'}${steps.join('/')}`;
}

function placeAmongSiblings(element: Element): { place: number; siblings: number } {
  let place = 1;
  for (let other = element.previousElementSibling; other; other = other.previousElementSibling) {
    if (other.localName === element.localName) place += 1;
  }
  let siblings = place;
  for (let other = element.nextElementSibling; other; other = other.nextElementSibling) {
    if (other.localName === element.localName) siblings += 1;
  }
  return { place, siblings };
}
