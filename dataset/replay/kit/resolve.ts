import type { Element as DescribedElement, Selector } from '../../../lib/element.ts';
import type { Resolved } from './resolved.ts';
import type { Kit } from './types.ts';

/** Finds the element of a step by the votes of all its selectors. Sent to the page as source. */
export function resolvePart(kit: Kit): Pick<Kit, 'resolve' | 'element'> {
  /** How much a selector of each kind is trusted where it was unique. Places on the page change more than names. */
  const weights: Record<Selector['kind'], number> = {
    ...{ testid: 10, id: 7, label: 8, role: 8, row: 9, landmark: 6, attribute: 5, text: 7, css: 3, xpath: 1.5 },
  };
  const telling = new Set(['type', 'name', 'placeholder', 'title', 'alt', 'href', 'for', 'aria-label', 'id']);
  /** Frameworks count what they make: an id with a number may be another element’s today. */
  const isCounted = ({ kind, value }: Selector) => kind === 'id' && /\d/.test(value);
  const mostFound = 60;
  /** What the company of an element counts: more than all that says only where it was. */
  const companyWeight = 11;

  interface Standing {
    votes: number;
    readonly alone: Set<Selector['kind']>;
    best: { kind: Selector['kind']; value: string; place: number; weight: number };
  }

  /** What was withheld of a selector may stand for anything: it finds what is like the element. */
  const trustOf = ({ kind, value }: Selector) => weights[kind] * (/⟦[^⟦⟧]*⟧/u.test(value) ? 0.4 : 1);

  function votesOf(selector: Selector, found: readonly Element[], mayBeHidden: boolean): [Element, number][] {
    const isUnique = selector.matches <= 1 && selector.nth === undefined;
    const weight = trustOf(selector) * (isUnique ? 1 : 0.35) * (isCounted(selector) ? 0.35 : 1);
    if (found.length === 1) return found.map((element) => [element, weight]);
    const nth = selector.nth === undefined || found.length !== selector.matches ? undefined : found[selector.nth];
    if (nth) return found.map((element) => [element, element === nth ? weight : weight * 0.2]);
    const seen = mayBeHidden ? found : found.filter((element) => kit.isVisible(element));
    if (seen.length === 1) return seen.map((element) => [element, weight * 0.9]);
    return found.map((element) => [element, (weight / found.length) * 0.8]);
  }
  function agreement(element: Element, target: DescribedElement): number {
    let points = element.localName === target.tag ? 1 : -2;
    if (target.role !== '') points += kit.roleOf(element) === target.role ? 1 : -0.5;
    if (target.name !== '') points += kit.matches(target.name, kit.nameOf(element)) ? 3 : -1;
    for (const [name, value] of Object.entries(target.attributes)) {
      if (telling.has(name)) points += kit.matches(value, element.getAttribute(name) ?? '') ? 0.4 : -0.4;
    }
    return points;
  }
  /** From 0 to 1: how much it is where it was, and as large. Decides between what is otherwise the same. */
  function likeness(element: Element, { box }: DescribedElement): number {
    const now = element.getBoundingClientRect();
    const size = Math.abs(now.width - box.width) + Math.abs(now.height - box.height);
    const distance = Math.hypot(now.x - box.x, now.y - box.y);
    return 0.4 / (1 + size / 40) + 0.6 / (1 + distance / 120);
  }
  return {
    element(name) {
      const kept = kit.kept[name];
      if (!kept) return null;
      if (!kept.element.isConnected) kept.element = kit.resolve(kept.target, true)?.element ?? kept.element;
      return kept.element;
    },
    resolve(target, mayBeHidden) {
      const root = kit.rootFor(target.shadowPath);
      const roots = root ? [root] : kit.roots();
      const standings = new Map<Element, Standing>();
      for (const [place, selector] of target.selectors.entries()) {
        const found = roots.flatMap((each) => kit.candidates(selector, target, each)).slice(0, mostFound);
        const all = votesOf(selector, found, mayBeHidden);
        const most = Math.max(...all.map(([, votes]) => votes));
        const isAlone = all.filter(([, votes]) => votes === most).length === 1;
        for (const [element, votes] of all) {
          const standing = standings.get(element) ?? {
            votes: 0,
            alone: new Set<Selector['kind']>(),
            best: { kind: selector.kind, value: selector.value, place, weight: 0 },
          };
          standing.votes += votes;
          if (isAlone && votes === most) standing.alone.add(selector.kind);
          if (votes > standing.best.weight)
            standing.best = { kind: selector.kind, value: selector.value, place, weight: votes };
          standings.set(element, standing);
        }
      }
      const alike = [...standings.keys()].filter(
        (element) =>
          element.localName === target.tag && (target.name === '' || kit.matches(target.name, kit.nameOf(element))),
      );
      const known = target.company && kit.inCompany(alike, target.company);
      const standing = known && standings.get(known.element);
      if (standing) standing.votes += companyWeight * known.share;
      const ranked = [...standings]
        .map(([element, standing]) => {
          const isVisible = kit.isVisible(element);
          const points = standing.votes + agreement(element, target) + likeness(element, target);
          return { element, standing, isVisible, points: isVisible || mayBeHidden ? points : points - 2 };
        })
        .sort((a, b) => b.points - a.points);
      const [first, second] = ranked;
      if (!first) return null;
      const { alone, best } = first.standing;
      const { kind, value, place } = best;
      const isAhead = first.points - (second?.points ?? 0) >= 0.8;
      const isNamed = target.name === '' || kit.matches(target.name, kit.nameOf(first.element));
      const isConfident = isAhead && first.points >= 4.5 && (isNamed || best.weight >= 5);
      const strange = kit.strangeBeside(first.element, target, roots);
      const resolved: Resolved = { kind, value, place, alone: [...alone], isConfident, strange };
      return { element: first.element, resolved, isVisible: first.isVisible };
    },
  };
}
