import type { LandmarkPlace, Selector } from '../../lib/element.ts';
import { accessibleName, normalise } from './accessible-name.ts';
import { roleOf } from './element-role.ts';
import { cssInside, type Root } from './element-path.ts';
import { isHarmless } from './withhold.ts';

const MAX_LEVELS = 12;
/** Siblings before an element, or before what is around it, in which a heading is looked for. */
const MAX_SIBLINGS = 6;
/** Landmarks of the same role whose names are compared, at most. */
const MAX_RIVALS = 60;
const MAX_TEXT = 80;

/** What may have a name, and what an author gave one. */
const NAMED = '[aria-label],[aria-labelledby],fieldset,table,details';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** An element by the named landmark around it, and by the heading before it. */
export const byLandmark = (element: Element, root: Root): (Selector | null)[] => [
  around(element, root),
  before(element, root),
];

function around(element: Element, root: Root): Selector | null {
  let landmark = element.parentElement;
  for (let level = 0; landmark && level < MAX_LEVELS; level += 1, landmark = landmark.parentElement) {
    if (!landmark.matches(NAMED)) continue;
    const [role, name] = [roleOf(landmark), accessibleName(landmark)];
    if (!usable(name) || role === '') continue;
    const rivals = [...root.querySelectorAll(NAMED)].filter((other) => roleOf(other) === role);
    if (rivals.length > MAX_RIVALS) continue;
    const same = rivals.filter((other) => other === landmark || accessibleName(other) === name);
    return placed({ role, name, up: 0, inside: cssInside(landmark, element) }, same, landmark);
  }
  return null;
}

function before(element: Element, root: Root): Selector | null {
  let inner = element;
  for (let level = 0; inner.parentElement && level < MAX_LEVELS; level += 1, inner = inner.parentElement) {
    const heading = headingBefore(inner);
    const name = heading && normalise(heading.textContent);
    if (!heading || !name || !usable(name)) continue;
    const base = inner.parentElement;
    let up = 0;
    for (let next: Element | null = heading; next && next !== base; next = next.parentElement) up += 1;
    const same = [...root.querySelectorAll(HEADING)].filter((other) => normalise(other.textContent) === name);
    return placed({ role: 'heading', name, up, inside: cssInside(base, element) }, same, heading);
  }
  return null;
}

function headingBefore(element: Element): Element | null {
  let sibling = element.previousElementSibling;
  for (let count = 0; sibling && count < MAX_SIBLINGS; count += 1, sibling = sibling.previousElementSibling) {
    if (sibling.matches(HEADING)) return sibling;
    const within = sibling.querySelectorAll(HEADING);
    if (within.length > 0) return within[within.length - 1] ?? null;
  }
  return null;
}

const usable = (name: string): boolean => name !== '' && name.length <= MAX_TEXT && isHarmless(name);

function placed(place: LandmarkPlace, same: readonly Element[], landmark: Element): Selector | null {
  const nth = same.indexOf(landmark);
  if (nth < 0) return null;
  return { kind: 'landmark', value: JSON.stringify(place), matches: same.length, ...(same.length > 1 && { nth }) };
}
