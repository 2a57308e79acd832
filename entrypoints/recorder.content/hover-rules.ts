import { ancestry, rootOf } from './dom-tree.ts';

/** What hides an element, by property. */
const HIDDEN: ReadonlyMap<string, RegExp> = new Map([
  ['display', /^none$/],
  ['visibility', /^(hidden|collapse)$/],
  ['opacity', /^0(\.0+)?%?$/],
  ['height', /^0(px)?$/],
  ['max-height', /^0(px)?$/],
  ['left', /^-\d{3}/],
  ['top', /^-\d{3}/],
  ['transform', /scale[XY]?\(0[,)]/],
]);

/** Rules that are read of one style sheet, at most. */
const MAX_RULES = 20_000;
/** Between two selectors as browsers write them, and not in parentheses, which may hold further ones. */
const COMMA = /, (?!(?:[^()]|\([^()]*\))*\))/;
/** How far around an element it is looked for what is hidden. */
const MAX_LEVELS = 12;

interface Rule {
  readonly property: string;
  readonly selector: string;
}

/** A rule that shows something while the pointer is over something around it, or before it. */
interface HoverRule extends Rule {
  /** What the pointer has to be over. */
  readonly trigger: string;
}

/** What is hidden by the style sheets unless the pointer is over something else. */
export interface Uncovered {
  readonly element: Element;
  readonly trigger: string;
}

interface Rules {
  readonly hiding: Rule[];
  readonly hovered: HoverRule[];
  count: number;
}

const known = new WeakMap<CSSStyleSheet, Rules>();

/** An element and what is around it, as far as it is only seen while the pointer is over something else. */
export function uncovered(element: Element): Uncovered[] {
  const { hiding, hovered } = rulesFor(element);
  const around = [...ancestry(element)].slice(0, MAX_LEVELS);
  return hovered.flatMap(({ property, selector, trigger }) => {
    const shown = around.find((each) => each.matches(selector));
    const isHidden = (rule: Rule) => rule.property === property && shown?.matches(rule.selector) === true;
    return shown && hiding.some(isHidden) ? [{ element: shown, trigger }] : [];
  });
}

/** True when the pointer uncovers it over an element. */
export function isUncoveredBy({ element, trigger }: Uncovered, over: Element): boolean {
  if (element.contains(over)) return false;
  for (const around of ancestry(over))
    if (around.matches(trigger)) return (around.parentElement ?? around).contains(element);
  return false;
}

/** What around an element, itself included, the style sheets hide, and another rule shows now. */
export function hiddenByDefault(element: Element): Element | undefined {
  const { hiding } = rulesFor(element);
  const around = [...ancestry(element)].slice(0, MAX_LEVELS);
  return around.find((each) =>
    hiding.some(
      ({ property, selector }) =>
        each.matches(selector) && !HIDDEN.get(property)?.test(getComputedStyle(each).getPropertyValue(property)),
    ),
  );
}

/** True when the style sheets hid an element as long as it had these classes, and not those that it has now. */
export function wasHidden(element: Element, classes: string): boolean {
  const before = classes.split(/\s+/);
  const gone = before.filter((name) => name && !element.classList.contains(name)).map((name) => `.${name}`);
  const come = [...element.classList].filter((name) => !before.includes(name)).map((name) => `:not(.${name})`);
  return rulesFor(element).hiding.some(({ selector }) => [...gone, ...come].some((end) => selector.endsWith(end)));
}

/** Reads the style sheets around an element ahead, when there is time. */
export const readRules = (element: Element): void => void rulesFor(element);

function rulesFor(element: Element): Pick<Rules, 'hiding' | 'hovered'> {
  const root = rootOf(element);
  const rules = [...root.styleSheets, ...root.adoptedStyleSheets].map(rulesOf);
  return { hiding: rules.flatMap(({ hiding }) => hiding), hovered: rules.flatMap(({ hovered }) => hovered) };
}

function rulesOf(sheet: CSSStyleSheet): Rules {
  const list = isInForce(sheet.media) ? listOf(sheet) : [];
  let rules = known.get(sheet);
  if (!rules || rules.count > list.length) rules = { count: 0, hiding: [], hovered: [] };
  known.set(sheet, rules);
  const from = rules.count;
  rules.count = list.length;
  for (let index = from; index < Math.min(list.length, MAX_RULES); index += 1) {
    const rule = list[index];
    if (rule) read(rule, '', rules);
  }
  return rules;
}

function listOf(sheet: CSSStyleSheet): ArrayLike<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    // Style sheets of other origins cannot be read.
    return [];
  }
}

function read(rule: CSSRule, around: string, into: Rules): void {
  if (rule instanceof CSSMediaRule && !isInForce(rule.media)) return;
  let inside = around;
  if (rule instanceof CSSStyleRule) {
    const selector = around ? rule.selectorText.replaceAll('&', `:is(${around})`) : rule.selectorText;
    inside = selector;
    for (const property of rule.style) {
      const hides = HIDDEN.get(property);
      if (hides) add(property, selector, hides.test(rule.style.getPropertyValue(property)), into);
    }
  }
  if ('cssRules' in rule) for (const inner of rule.cssRules as CSSRuleList) read(inner, inside, into);
}

function add(property: string, selectors: string, isHiding: boolean, { hiding, hovered }: Rules): void {
  for (const selector of selectors.split(COMMA)) {
    const at = selector.indexOf(':hover');
    if (isHiding && at < 0) hiding.push({ property, selector });
    // Where the pointer is over the thing itself, it has been seen already.
    if (isHiding || at < 0 || selector.includes(':not(:hover') || !/[\s>+~]/.test(selector.slice(at))) continue;
    const [trigger, bare] = [selector.slice(0, at), selector].map((text) => text.replaceAll(':hover', ''));
    hovered.push({ property, selector: bare || '*', trigger: trigger || '*' });
  }
}

const isInForce = ({ mediaText }: MediaList): boolean => mediaText === '' || matchMedia(mediaText).matches;
