import type { Selector } from '../../lib/element.ts';
import { accessibleName, normalise, quickName } from './accessible-name.ts';
import { rootOf } from './dom-tree.ts';
import { anchorOf, cssPath, xpath } from './element-path.ts';
import { isFillable } from './fields.ts';

type Root = Document | ShadowRoot;

/** Elements looked at, at most, to count those with a role and name. */
const MAX_CANDIDATES = 300;
/** Longest text that makes a selector, in characters. */
const MAX_TEXT = 80;

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];
const TELLING = ['name', 'placeholder', 'aria-label', 'title', 'alt', 'href', 'for'];

/** Ways to find an element again, best first, each with the number of elements it finds now. */
export function selectorsOf(element: Element, role: string, name: string): Selector[] {
  const root = rootOf(element);
  const css = (kind: Selector['kind'], value: string | null) =>
    value === null ? null : counted(kind, value, root, element);
  const selectors = [
    css('testid', testId(element)),
    css('id', stableId(element)),
    byLabel(element, root),
    byRole(element, role, name, root),
    ...TELLING.map((attribute) => css('attribute', withAttribute(element, attribute))),
    byText(element, root),
    css('css', cssPath(element, root)),
    { kind: 'xpath' as const, value: xpath(element, root), matches: 1 },
  ];
  return selectors.filter((selector) => selector !== null);
}

/** CSS selectors of the shadow hosts around an element, outermost first. */
export function shadowPathOf(element: Element): string[] {
  const hosts = [];
  for (let root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host)) {
    hosts.unshift(anchorOf(root.host) ?? cssPath(root.host, rootOf(root.host)));
  }
  return hosts;
}

function testId(element: Element): string | null {
  const attribute = TEST_IDS.find((name) => element.hasAttribute(name));
  return attribute ? withAttribute(element, attribute, '') : null;
}

function stableId(element: Element): string | null {
  return anchorOf(element)?.startsWith('#') ? `#${CSS.escape(element.id)}` : null;
}

function withAttribute(element: Element, name: string, tag = element.localName): string | null {
  const value = element.getAttribute(name);
  if (!value || value.length > MAX_TEXT * 2) return null;
  return `${tag}[${name}="${CSS.escape(value)}"]`;
}

function counted(kind: Selector['kind'], value: string, root: Root, element: Element): Selector {
  return { kind, value, ...count([...root.querySelectorAll(value)], element) };
}

function count(found: readonly Element[], element: Element): Pick<Selector, 'matches' | 'nth'> {
  const nth = found.indexOf(element);
  return found.length > 1 && nth >= 0 ? { matches: found.length, nth } : { matches: found.length };
}

function byLabel(element: Element, root: Root): Selector | null {
  const label = (element as Partial<HTMLInputElement>).labels?.[0];
  const text = normalise(label?.textContent ?? '');
  if (!label || text === '' || text.length > MAX_TEXT) return null;
  const labels = [...root.querySelectorAll('label')].slice(0, MAX_CANDIDATES);
  const found = labels.filter((other) => normalise(other.textContent) === text).flatMap((other) => other.control ?? []);
  return { kind: 'label', value: text, ...count(found, element) };
}

function byRole(element: Element, role: string, name: string, root: Root): Selector | null {
  if (!role || !name || name.length > MAX_TEXT) return null;
  const value = `${role} ${JSON.stringify(name)}`;
  const candidates = root.querySelectorAll(`[role="${CSS.escape(role)}"],${ROLE_TAGS[role] ?? element.localName}`);
  if (candidates.length > MAX_CANDIDATES) return { kind: 'role', value, matches: 0 };
  const found = [...candidates].filter((other) => other === element || sameName(other, name));
  return { kind: 'role', value, ...count(found, element) };
}

/** Names are computed only where the cheap ones do not decide: computing hundreds would take too long. */
function sameName(other: Element, name: string): boolean {
  if (other.hasAttribute('aria-labelledby') || (other as Partial<HTMLInputElement>).labels?.length)
    return accessibleName(other) === name;
  return quickName(other) === name;
}

const ROLE_TAGS: Record<string, string> = {
  button: 'button,input[type="button"],input[type="submit"],input[type="reset"],input[type="image"],summary',
  link: 'a[href],area[href]',
  textbox: 'input,textarea',
  searchbox: 'input[type="search"]',
  checkbox: 'input[type="checkbox"]',
  radio: 'input[type="radio"]',
  combobox: 'select,input[list]',
  heading: 'h1,h2,h3,h4,h5,h6',
};

function byText(element: Element, root: Root): Selector | null {
  if (element.childElementCount > 3) return null;
  const text = normalise(element.textContent);
  if (text === '' || text.length > MAX_TEXT || isFillable(element) || element instanceof HTMLSelectElement) return null;
  const candidates = root.querySelectorAll(element.localName);
  if (candidates.length > MAX_CANDIDATES) return null;
  const found = [...candidates].filter((other) => normalise(other.textContent) === text);
  return { kind: 'text', value: `text=${JSON.stringify(text)}`, ...count(found, element) };
}
