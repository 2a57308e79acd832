import type { Element as Described, LandmarkPlace, RowPlace, Selector } from '../../lib/element.ts';

/** What the page holds for it: `tests/support/presented.ts`, and shadow roots that a page keeps to itself. */
interface InPage {
  readonly presented: typeof import('./presented.ts');
  readonly roots?: ReadonlyMap<Element, ShadowRoot>;
}

/**
 * What a selector finds now, by the letter of the episode format. Runs in the page, so it names nothing outside of it.
 * @returns the elements, in document order; none where the selector cannot be read.
 */
export function findAgain(
  { kind, value }: Selector,
  { tag, shadowPath }: Pick<Described, 'tag' | 'shadowPath'>,
): Element[] {
  const { presented, roots } = globalThis as unknown as InPage;
  const fold = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  let root: Document | ShadowRoot = document;
  for (const css of shadowPath) {
    const [host, ...others]: Element[] = [...root.querySelectorAll(css)];
    const inner: ShadowRoot | null | undefined = host && (host.shadowRoot ?? roots?.get(host));
    if (!inner || others.length > 0) return [];
    root = inner;
  }
  const all = (css: string, from: ParentNode = root) => [...from.querySelectorAll(css)];
  const inside = (base: Element | null | undefined, css: string) => (!base ? [] : css === '' ? [base] : all(css, base));
  const named = (role: string, name: string) =>
    all('*').filter((element) => presented.roleOf(element) === role && presented.accessibleName(element) === name);
  const says = (row: Element, wanted: string) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (fold(walker.currentNode.nodeValue) === wanted) return true;
    return false;
  };
  const column = (cell: Element) =>
    Number(cell.getAttribute('aria-colindex') ?? 1 + [...(cell.parentElement?.children ?? [])].indexOf(cell));
  switch (kind) {
    case 'role': {
      const [, role = '', name = '""'] = /^(\S+) (".*")$/s.exec(value) ?? [];
      return named(role, JSON.parse(name) as string);
    }
    case 'label':
      return all('label').flatMap(
        (label) => (fold(label.textContent) === value && (label as HTMLLabelElement).control) || [],
      );
    case 'text':
      return all(CSS.escape(tag)).filter((element) => fold(element.textContent) === value);
    case 'row': {
      const place = JSON.parse(value) as RowPlace;
      const saying = all(place.among).filter((row) => says(row, place.row));
      const rows = saying.filter((row) => !saying.some((other) => other !== row && row.contains(other)));
      return rows.flatMap((row) => {
        if (place.column === null) return inside(row, place.inside);
        const table = row.closest('table,[role="table"],[role="grid"],[role="treegrid"]');
        const heads = table ? all('th,[role="columnheader"]', table) : [];
        const head = heads.find((other) => fold(other.textContent) === place.column);
        const cell = head && [...row.children].find((child) => column(child) === column(head));
        return inside(cell, place.inside);
      });
    }
    case 'landmark': {
      const place = JSON.parse(value) as LandmarkPlace;
      return named(place.role, place.name).flatMap((landmark) => {
        let base: Element | null = landmark;
        for (let up = 0; up < place.up; up += 1) base = base?.parentElement ?? null;
        return inside(base, place.inside);
      });
    }
    case 'xpath': {
      const found = document.evaluate(value, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
      return Array.from({ length: found.snapshotLength }, (_, place) => found.snapshotItem(place) as Element);
    }
    default:
      return all(value);
  }
}
