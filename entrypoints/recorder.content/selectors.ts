import type { Selector } from '../../lib/element.ts';
import { quoted } from '../../lib/css-string.ts';
import { accessibleName, normalise, quickName } from './accessible-name.ts';
import { rootOf } from './dom-tree.ts';
import { anchoredCss, plainSelectors, type Root, shortCss, tagOf, TEST_IDS, xpath } from './element-path.ts';
import { roleOf } from './element-role.ts';
import { isFillable } from './fields.ts';
import { byLandmark } from './landmark-place.ts';
import { byRow } from './row-place.ts';
import { isStableId } from './stable-names.ts';
import { isHarmless } from './withhold.ts';

/** Elements whose role and name, or text, are compared, at most. */
const MAX_COMPARED = 1500;
/** Names that are computed by the rules of accessibility, at most: the others are compared by what is cheap. */
const MAX_NAMES = 40;
/** A selector that finds more elements than this says nothing. */
const MAX_MATCHES = 30;
/** Longest text that makes a selector, in characters. */
const MAX_TEXT = 80;

/** What is named by more than its text and its own attributes: itself, or by what is in it. */
const NAMED_OTHERWISE = '[aria-labelledby],select,textarea,input:not([type="submit"],[type="button"],[type="reset"])';
const TELLING_PARTS = 'select,input,textarea,img,[aria-label],[aria-hidden]';

const WORDED = ['placeholder', 'aria-label', 'title', 'alt', 'for'];

/**
 * Ways to find an element again, each with the number of elements it finds now. First those that find nothing else, in
 * the order in which they last; then those that find others too; last the way from the top of the document.
 */
export function selectorsOf(element: Element, role: string, name: string): Selector[] {
  const root = rootOf(element);
  const attributes = attributesOf(element, root);
  const selectors = [
    ...keysOf(element, root, attributes),
    byRole(element, role, name, root),
    byLabel(element, root),
    ...WORDED.map((attribute) => counted('attribute', withAttribute(element, attribute), element, root)),
    counted('attribute', byAddress(element), element, root),
    byText(element, root),
    ...byRow(element, root),
    ...byLandmark(element, root),
    ...attributes.filter(isWeak),
    ...pathsTo(element, root),
  ];
  return bestFirst(selectors);
}

/** The same without what is costly or made of texts: for what is only looked for together with something else. */
export function quickSelectorsOf(element: Element): Selector[] {
  const root = rootOf(element);
  const title = counted('attribute', withAttribute(element, 'title'), element, root);
  return bestFirst([...keysOf(element, root, attributesOf(element, root)), title, ...pathsTo(element, root)]);
}

/** Each once, and none that says what a secret field held, however it is escaped. */
function bestFirst(selectors: readonly (Selector | null)[]): Selector[] {
  const said = new Map<string, Selector>();
  for (const selector of selectors) {
    if (!selector || said.has(selector.value)) continue;
    const { value } = selector;
    if (isHarmless(value) && isHarmless(value.replaceAll('\\', ''))) said.set(value, selector);
  }
  return [...said.values()].sort((a, b) => rank(a) - rank(b));
}

const rank = ({ kind, matches }: Selector): number => (kind === 'xpath' ? 2 : matches === 1 ? 0 : 1);

/** CSS selectors of the shadow hosts around an element, outermost first. */
export function shadowPathOf(element: Element): string[] {
  const hosts = [];
  for (let root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host)) {
    const outer = rootOf(root.host);
    hosts.unshift(shortCss(root.host, outer) ?? anchoredCss(root.host, outer));
  }
  return hosts;
}

/** By what is there to tell elements apart: test id, id, and attributes that no translation changes. */
function keysOf(element: Element, root: Root, attributes: readonly Selector[]): (Selector | null)[] {
  const testId = TEST_IDS.find((name) => element.hasAttribute(name));
  return [
    counted('testid', testId ? `[${testId}=${quoted(element.getAttribute(testId) ?? '')}]` : null, element, root),
    counted('id', isStableId(element.id) ? `#${CSS.escape(element.id)}` : null, element, root),
    ...attributes.filter((selector) => !isWeak(selector)),
  ];
}

const attributesOf = (element: Element, root: Root): Selector[] =>
  plainSelectors(element).flatMap((selector) => counted('attribute', selector, element, root) ?? []);

/** What tells of which sort an element is may be the same of another tomorrow. */
const isWeak = ({ value }: Selector): boolean => /^[^[]+\[(type|role|slot|part)=/.test(value);

const pathsTo = (element: Element, root: Root): (Selector | null)[] => [
  counted('css', shortCss(element, root), element, root),
  counted('css', anchoredCss(element, root), element, root),
  xpathOf(element, root),
];

function xpathOf(element: Element, root: Root): Selector | null {
  const value = xpath(element, root);
  return value === null ? null : { kind: 'xpath', value, matches: 1 };
}

function withAttribute(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  if (name === 'for' && !isStableId(value ?? '')) return null;
  return value && value.length <= MAX_TEXT * 2 ? `${tagOf(element)}[${name}=${quoted(value)}]` : null;
}

/** By where a link leads, as far as that is likely to stay: without query, tokens and numbers of records. */
function byAddress(element: Element): string | null {
  const address = element.getAttribute('href');
  if (!address || address.length > MAX_TEXT * 2 || /^(javascript|data|blob):|^#?$/i.test(address)) return null;
  const lasting = address.replace(/\?.*$/, '').replace(/(?<=\/)[^/]*(\d{6}|[0-9a-f]{12})[^/]*(\/.*)?$/i, '');
  return lasting.length > 1 ? `${tagOf(element)}[href${lasting === address ? '' : '^'}=${quoted(lasting)}]` : null;
}

function counted(kind: Selector['kind'], value: string | null, element: Element, root: Root): Selector | null {
  return value === null ? null : among(kind, value, [...root.querySelectorAll(value)], element);
}

function among(kind: Selector['kind'], value: string, found: readonly Element[], element: Element): Selector | null {
  const nth = found.indexOf(element);
  if (nth < 0 || found.length > MAX_MATCHES) return null;
  return found.length > 1 ? { kind, value, matches: found.length, nth } : { kind, value, matches: 1 };
}

function byLabel(element: Element, root: Root): Selector | null {
  const label = (element as Partial<HTMLInputElement>).labels?.[0];
  const text = normalise(label?.textContent ?? '');
  if (!label || text === '' || text.length > MAX_TEXT) return null;
  const labels = [...root.querySelectorAll('label')].slice(0, MAX_COMPARED);
  const found = labels.filter((other) => normalise(other.textContent) === text).flatMap((other) => other.control ?? []);
  return among('label', text, [...new Set(found)], element);
}

function byRole(element: Element, role: string, name: string, root: Root): Selector | null {
  if (!role || !name || name.length > MAX_TEXT) return null;
  const candidates = root.querySelectorAll(`[role="${CSS.escape(role)}"],${ROLE_TAGS[role] ?? tagOf(element)}`);
  if (candidates.length > MAX_COMPARED) return null;
  let names = MAX_NAMES;
  const isSame = (other: Element) => {
    if (other === element) return true;
    const isPlain = other.childElementCount === 0 || !other.querySelector(TELLING_PARTS);
    if (isPlain && !other.matches(NAMED_OTHERWISE)) return quickName(other) === name && roleOf(other) === role;
    names -= 1;
    return names >= 0 && roleOf(other) === role && accessibleName(other) === name;
  };
  const found = [...candidates].filter(isSame);
  return names < 0 ? null : among('role', `${role} ${JSON.stringify(name)}`, found, element);
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
  const candidates = root.querySelectorAll(tagOf(element));
  if (candidates.length > MAX_COMPARED) return null;
  return among(
    'text',
    text,
    [...candidates].filter((other) => normalise(other.textContent) === text),
    element,
  );
}
