import type { Element as DescribedElement, ElementState, Hit } from '../../lib/element.ts';
import { accessibleName } from './accessible-name.ts';
import { rootOf } from './dom-tree.ts';
import { cssInside } from './element-path.ts';
import { roleOf } from './element-role.ts';
import { isSecretField } from './secret-fields.ts';
import { quickSelectorsOf, selectorsOf, shadowPathOf } from './selectors.ts';

type Described = DescribedElement;
type State = (typeof ElementState)['options'][number];

/** Attributes that say what an element is for, and hold nothing that was typed. */
const SAFE_ATTRIBUTES = (
  'type name id placeholder title alt href role aria-label autocomplete inputmode for ' +
  'data-testid data-test-id data-test data-cy data-qa multiple accept contenteditable'
).split(' ');

/** Longest attribute that is kept, in characters. */
const MAX_ATTRIBUTE = 200;

/** Where a pointer is, in CSS pixels of the frame's viewport. */
export interface PointerAt {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * Describes an element as it is at this moment. Bounded: no work grows with the page without a limit.
 * @param hit the node under the pointer, where that may be another than the element meant.
 */
export function describeElement(
  element: Element,
  pointer: PointerAt | null,
  nodeIdOf: (node: Node | null) => number | null,
  hit: Element = element,
): Described {
  const role = roleOf(element);
  const name = accessibleName(element);
  const box = boxOf(element);
  return {
    nodeId: nodeIdOf(element),
    tag: element.localName,
    role,
    name,
    attributes: safeAttributes(element),
    states: statesOf(element),
    selectors: selectorsOf(element, role, name),
    shadowPath: shadowPathOf(element),
    ...(hit !== element && { hit: describeHit(hit, element, nodeIdOf(hit)) }),
    box,
    point: pointer && { x: pointer.clientX - box.x, y: pointer.clientY - box.y },
  };
}

function describeHit(hit: Element, element: Element, nodeId: number | null): Hit {
  const seen = { nodeId, tag: hit.localName, box: boxOf(hit) };
  if (element.contains(hit)) return { ...seen, css: cssInside(element, hit) };
  const isElsewhere = rootOf(hit) !== rootOf(element);
  const shadowPath = isElsewhere ? shadowPathOf(hit) : [];
  return { ...seen, css: null, selectors: quickSelectorsOf(hit), ...(isElsewhere && { shadowPath }) };
}

function boxOf(element: Element): Described['box'] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

function safeAttributes(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of SAFE_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) attributes[name] = value.slice(0, MAX_ATTRIBUTE);
  }
  return attributes;
}

function statesOf(element: Element): State[] {
  const aria = (name: string) => element.getAttribute(`aria-${name}`) === 'true';
  const has = (selector: string) => element.matches(selector);
  const states: Record<State, boolean> = {
    checked: has(':checked:not(option)') || aria('checked'),
    disabled: has(':disabled') || aria('disabled'),
    expanded: aria('expanded') || has('details[open] > summary'),
    selected: has('option:checked') || aria('selected'),
    required: has(':required') || aria('required'),
    readonly: has('[readonly]') || aria('readonly'),
    pressed: aria('pressed'),
    password: isSecretField(element),
  };
  return (Object.keys(states) as State[]).filter((state) => states[state]);
}
