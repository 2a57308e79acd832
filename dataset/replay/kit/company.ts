import type { Kit } from './types.ts';

/** Tells elements that are alike apart by what stands beside them. Sent to the page as source. */
export function companyPart(kit: Kit): Pick<Kit, 'inCompany'> {
  /** The largest thing around an element that has none of the others in it. */
  function rowOf(element: Element, others: readonly Element[]): Element {
    let row = element;
    for (let next = kit.parentOf(row); next; next = kit.parentOf(row)) {
      const outer = next;
      if (others.some((other) => kit.contains(outer, other))) break;
      row = outer;
    }
    return row;
  }
  function textsIn(row: Element): string[] {
    const texts: string[] = [];
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(kit.fold(walker.currentNode.nodeValue ?? ''));
    return texts;
  }
  function shareOf(row: Element, company: readonly string[]): number {
    const texts = textsIn(row);
    const met = company.filter((text) => {
      const place = texts.indexOf(text);
      if (place >= 0) texts.splice(place, 1);
      return place >= 0;
    });
    return met.length / company.length;
  }
  return {
    inCompany(elements, company) {
      // What was withheld may be anything.
      const known = company.filter((text) => !text.includes('⟦'));
      if (known.length === 0 || elements.length < 2) return null;
      const ranked = elements
        .map((element) => {
          const row = rowOf(
            element,
            elements.filter((other) => other !== element),
          );
          return { element, share: shareOf(row, known) };
        })
        .sort((a, b) => b.share - a.share);
      const [first, second] = ranked;
      if (!first || !second || first.share === second.share) return null;
      return { element: first.element, share: first.share === 1 ? 1 : first.share - second.share };
    },
  };
}
