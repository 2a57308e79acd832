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
  type Texts = readonly string[];
  const times = (text: string, texts: Texts) => texts.filter((each) => each === text).length;
  /** How much of the company is in a row, where a text counts the less the more rows have it. */
  function shareOf(row: Texts, company: Texts, rows: readonly Texts[]): number {
    let [met, all] = [0, 0];
    for (const [place, text] of company.entries()) {
      const wanted = times(text, company.slice(0, place + 1));
      const having = rows.filter((texts) => times(text, texts) >= wanted);
      const weight = Math.log(rows.length / Math.max(1, having.length));
      all += weight;
      if (having.includes(row)) met += weight;
    }
    return all > 0 ? met / all : 0;
  }
  return {
    inCompany(elements, company) {
      // What was withheld may be anything.
      const known = company.filter((text) => !text.includes('⟦'));
      if (known.length === 0 || elements.length < 2) return null;
      const othersOf = (element: Element) => elements.filter((other) => other !== element);
      const rows = elements.map((element) => textsIn(rowOf(element, othersOf(element))));
      const ranked = elements
        .map((element, place) => ({ element, share: shareOf(rows[place] ?? [], known, rows) }))
        .sort((a, b) => b.share - a.share);
      const [first, second] = ranked;
      if (!first || !second || first.share === second.share) return null;
      // Some of a row may be otherwise today: it is still the one where it has most of it, and no other half as much.
      const isIt = first.share === 1 || (first.share >= 0.5 && second.share <= first.share / 2);
      return { element: first.element, share: isIt ? 1 : first.share - second.share };
    },
  };
}
