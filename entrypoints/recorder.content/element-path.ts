import { quoted } from '../../lib/css-string.ts';
import { isStableClass, isStableId } from './stable-names.ts';

export type Root = Document | ShadowRoot;

export const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];

/** Attributes by which an author tells elements of one kind apart, and that no translation changes. */
const TELLING = ['name', 'formcontrolname', 'col-id', 'row-id', 'itemprop', 'slot', 'part', 'type', 'role'];

/** Attributes of which the page, not its author, decides the value. */
const VOLATILE = /^data-(v-|state|status|active|selected|open|focus|hover|highlight|side|align|index|count|value$)/;

/** Longest value of an attribute that makes a selector, in characters. */
const MAX_VALUE = 60;
/** Elements that a selector is told apart from, at most. */
const MAX_RIVALS = 400;
/** Anchors that are looked for in the whole document, at most. */
const MAX_TRIES = 12;

/** Elements of which there is often only one in a page, or in a part of it. */
const SECTION =
  /^(main|nav|header|footer|aside|form|table|thead|tbody|tfoot|dialog|fieldset|article|section|menu|svg|canvas)$/;

export const tagOf = (element: Element): string => CSS.escape(element.localName);

/** A selector by which an element itself is likely to be found tomorrow too. Null: it has none. */
export function anchorOf(element: Element): string | null {
  const attribute = TEST_IDS.find((name) => element.hasAttribute(name));
  if (attribute) return `[${attribute}=${quoted(element.getAttribute(attribute) ?? '')}]`;
  return isStableId(element.id) ? `#${CSS.escape(element.id)}` : null;
}

/** Selectors of an element by attributes that neither a style nor a translation changes, the most telling first. */
export function plainSelectors(element: Element): string[] {
  const tag = tagOf(element);
  const selectors = element
    .getAttributeNames()
    .filter((name) => name.startsWith('data-') && !TEST_IDS.includes(name) && !VOLATILE.test(name))
    .concat(TELLING)
    .flatMap((name) => {
      const value = element.getAttribute(name);
      return value && value.length <= MAX_VALUE && !/[{[]/.test(value)
        ? [`${tag}[${CSS.escape(name)}=${quoted(value)}]`]
        : [];
    });
  // Radio buttons of one group share their name.
  const value = element.getAttribute('value');
  const isChoice = element instanceof HTMLInputElement && /^(checkbox|radio|submit|button)$/.test(element.type);
  if (isChoice && value && element.name)
    selectors.unshift(`${tag}[name=${quoted(element.name)}][value=${quoted(value.slice(0, MAX_VALUE))}]`);
  return selectors;
}

/** The shortest CSS by what is stable about an element and what is around it, classes included. Null: that is not enough. */
export function shortCss(element: Element, root: Root): string | null {
  let path = anchorOf(element) ?? classSelector(element) ?? plainSelectors(element)[0] ?? tagOf(element);
  let rivals = [...root.querySelectorAll(path)].filter((other) => other !== element);
  if (rivals.length > MAX_RIVALS) return null;
  for (const ancestor of ancestors(element)) {
    if (rivals.length === 0) break;
    const step =
      anchorOf(ancestor) ?? classSelector(ancestor) ?? (SECTION.test(ancestor.localName) ? tagOf(ancestor) : null);
    const rest = step === null ? rivals : rivals.filter((other) => other.matches(`${step} ${path}`));
    if (rest.length < rivals.length) path = `${step} ${path}`;
    rivals = rest;
  }
  return rivals.length === 0 ? path : null;
}

/** The way to an element from the nearest ancestor that can be found again, by structure and without classes. */
export function anchoredCss(element: Element, root: Root): string {
  const { anchor, top } = anchorAround(element, root);
  const below = stepsTo(element, top);
  if (anchor !== null) return `${anchor} > ${below}`;
  const way = `${tagOf(top)}${below && ` > ${below}`}`;
  if (root.querySelectorAll(way).length === 1) return way;
  // What is inserted into a page comes mostly above it: the place in the body is counted from its end.
  const [place, siblings] = placeAmong(top, 'nextElementSibling', 'previousElementSibling');
  const last = siblings > 1 ? `:nth-last-of-type(${place})` : '';
  return `${root instanceof Document ? 'body > ' : ''}${tagOf(top)}${last}${below && ` > ${below}`}`;
}

/** CSS of all that stands at the same depth below the same anchor as an element, whatever its place there. */
export function cssOfPeers(element: Element, root: Root): string {
  const { anchor, top } = anchorAround(element, root);
  const steps = stepsTo(element, top).replace(/:nth-of-type\(\d+\)/g, '');
  const start = anchor ?? `${root instanceof Document ? 'body > ' : ''}${tagOf(top)}`;
  return steps === '' ? start : `${start} > ${steps}`;
}

/** The nearest ancestor with an anchor of its own; else the last one below the body, or the root. */
function anchorAround(element: Element, root: Root): { anchor: string | null; top: Element } {
  let tries = MAX_TRIES;
  let top = element;
  for (const ancestor of ancestors(element)) {
    if (ancestor === document.body || ancestor === document.documentElement) break;
    for (const anchor of anchorsOf(ancestor)) {
      tries -= 1;
      if (tries >= 0 && root.querySelectorAll(anchor).length === 1) return { anchor, top: ancestor };
    }
    top = ancestor;
  }
  return { anchor: null, top };
}

/** The way from an element down to another in it, to be resolved there. Empty: it is the same. */
export function cssInside(base: Element, element: Element): string {
  if (base === element) return '';
  const plain = plainSelectors(element).find((selector) => base.querySelectorAll(selector).length === 1);
  return `:scope ${plain ?? `> ${stepsTo(element, base)}`}`;
}

/** The way to an element from its document, in XPath. Null inside shadow roots, where there is no XPath. */
export function xpath(element: Element, root: Root): string | null {
  if (root instanceof ShadowRoot) return null;
  const steps = [element, ...ancestors(element)].map((next) => {
    const [place, siblings] = placeAmong(next);
    // Elements of other namespaces have no plain name in an HTML document's XPath.
    const name = next instanceof HTMLElement ? next.localName : `*[local-name()="${next.localName}"]`;
    return siblings > 1 ? `${name}[${place}]` : name;
  });
  return `/${steps.reverse().join('/')}`;
}

/** Selectors by which an ancestor may be the only one. */
function* anchorsOf(element: Element): Generator<string> {
  const anchor = anchorOf(element);
  if (anchor !== null) yield anchor;
  yield* plainSelectors(element).slice(0, 2);
  if (SECTION.test(element.localName)) yield tagOf(element);
}

function classSelector(element: Element): string | null {
  const names = [...element.classList].filter(isStableClass).slice(0, 3);
  return names.length > 0 ? `${tagOf(element)}.${names.join('.')}` : null;
}

function* ancestors(element: Element): Generator<Element> {
  for (let next = element.parentElement; next; next = next.parentElement) yield next;
}

function stepsTo(element: Element, top: Element): string {
  const steps: string[] = [];
  for (let next: Element | null = element; next && next !== top; next = next.parentElement) {
    const [place, siblings] = placeAmong(next);
    steps.unshift(siblings > 1 ? `${tagOf(next)}:nth-of-type(${place})` : tagOf(next));
  }
  return steps.join(' > ');
}

type Way = 'previousElementSibling' | 'nextElementSibling';

/** Which of the siblings of its tag an element is, from 1, and how many there are. */
function placeAmong(
  element: Element,
  before: Way = 'previousElementSibling',
  after: Way = 'nextElementSibling',
): [place: number, siblings: number] {
  let place = 1;
  for (let other = element[before]; other; other = other[before]) if (other.localName === element.localName) place += 1;
  let siblings = place;
  for (let other = element[after]; other; other = other[after])
    if (other.localName === element.localName) siblings += 1;
  return [place, siblings];
}
