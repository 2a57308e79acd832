import type { LandmarkPlace, RowPlace } from '../../../lib/element.ts';
import type { Wanted } from './sought.ts';
import type { Kit } from './types.ts';

type Root = Document | ShadowRoot;

/** What a recorded selector finds now. Sent to the page as source. */
export function candidatesPart(kit: Kit): Pick<Kit, 'candidates' | 'strangeBeside'> {
  const tagsOfRole: Record<string, string> = {
    button: 'button,input,summary',
    link: 'a[href],area[href]',
    textbox: 'input,textarea,[contenteditable]',
    searchbox: 'input',
    spinbutton: 'input',
    slider: 'input',
    checkbox: 'input',
    radio: 'input',
    combobox: 'select,input',
    listbox: 'select,datalist',
    option: 'option',
    heading: 'h1,h2,h3,h4,h5,h6',
    dialog: 'dialog',
    form: 'form',
    region: 'section',
    group: 'fieldset,details,optgroup',
    table: 'table',
    row: 'tr',
    navigation: 'nav',
  };

  /** CSS in which a part was withheld matches any element that has the attribute. */
  const open = (css: string) =>
    css
      .replace(/\[([\w-]+)[~|^$*]?="[^"]*⟦[^⟦⟧]*⟧[^"]*"\]/gu, '[$1]')
      .replace(/#[^\s>+~.:[]*⟦[^⟦⟧]*⟧[^\s>+~.:[]*/gu, '[id]')
      .replace(/\.[^\s>+~.:[]*⟦[^⟦⟧]*⟧[^\s>+~.:[]*/gu, '[class]');
  function all(root: ParentNode, css: string): Element[] {
    try {
      return [...root.querySelectorAll(open(css))];
    } catch {
      return [];
    }
  }
  const text = (element: Element) => kit.fold(element.textContent ?? '');
  function unquoted(value: string): string {
    const quoted = value.startsWith('text=') ? value.slice('text='.length) : value;
    try {
      const parsed: unknown = quoted.startsWith('"') ? JSON.parse(quoted) : quoted;
      return typeof parsed === 'string' ? parsed : value;
    } catch {
      return quoted;
    }
  }
  /** Elements that say it. Where none does as it is written: what was typed in small letters may be shown in capitals. */
  function saying(elements: readonly Element[], wanted: string, textOf: (element: Element) => string): Element[] {
    const said = elements.map((element) => ({ element, text: textOf(element) }));
    const exact = said.filter((each) => kit.matches(wanted, each.text));
    const small = wanted.toLowerCase();
    const found = exact.length > 0 ? exact : said.filter((each) => kit.matches(small, each.text.toLowerCase()));
    return found.map(({ element }) => element);
  }
  function withRole(root: Root, role: string, name: string): Element[] {
    const css = tagsOfRole[role];
    const within = css ? `[role~="${CSS.escape(role)}"],${css}` : '*';
    const some = all(root, within).slice(0, 3000);
    return saying(
      some.filter((element) => kit.roleOf(element) === role),
      name,
      kit.nameOf,
    );
  }
  /** What is named as the element was, where the way to it leads nowhere: pages may give new names at each load. */
  function namedAlike(start: Element, { tag, role, name }: Wanted): Element[] {
    const alike = all(start, CSS.escape(tag)).filter(
      (element) => kit.roleOf(element) === role && kit.matches(name, kit.nameOf(element)),
    );
    return name === '' && alike.length > 1 ? [] : alike;
  }
  function inside(start: Element | null | undefined, css: string, wanted: Wanted): Element[] {
    if (!start) return [];
    if (css === '') return [start];
    const found = all(start, css);
    if (found.length === 0) return namedAlike(start, wanted);
    // Where a part was withheld, the first is not more likely than the others.
    return css.includes('⟦') ? found : found.slice(0, 1);
  }
  function says(row: Element, wanted: string): boolean {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (kit.matches(wanted, kit.fold(walker.currentNode.nodeValue ?? ''))) return true;
    return false;
  }
  function cell(row: Element, column: string): Element | undefined {
    const table = row.closest('table,[role="grid"],[role="table"],[role="treegrid"]');
    const head = table && all(table, 'th,[role="columnheader"]').find((each) => kit.matches(column, text(each)));
    const place = head ? [...(head.parentElement?.children ?? [])].indexOf(head) : -1;
    return row.children[place];
  }
  /** Rows that say it: where nothing is left of what they were among, the innermost of their tag that may be one. */
  function rowsSaying(root: Root, { among, row: said, inside: way }: RowPlace, wanted: Wanted): Element[] {
    const rows = all(root, among);
    if (rows.length > 0) return rows.filter((row) => says(row, said));
    const tag = /([a-z][\w-]*)[^\s>]*$/.exec(among)?.[1];
    const may = (row: Element) => says(row, said) && (way !== '' || isAsHigh(row, wanted));
    const found = tag ? all(root, tag).filter(may) : [];
    return found.filter((row) => !found.some((other) => other !== row && row.contains(other)));
  }
  /** A row that is the element itself is about as high as it was: what says the same may be a part of it. */
  function isAsHigh(row: Element, { box }: Wanted): boolean {
    const { height } = row.getBoundingClientRect();
    return height <= box.height * 2 && height >= box.height / 2;
  }
  function inRow(root: Root, value: string, wanted: Wanted): Element[] {
    const place = JSON.parse(value) as RowPlace;
    return rowsSaying(root, place, wanted).flatMap((row) =>
      inside(place.column === null ? row : cell(row, place.column), place.inside, wanted),
    );
  }
  function inLandmark(root: Root, value: string, wanted: Wanted): Element[] {
    const place = JSON.parse(value) as LandmarkPlace;
    return withRole(root, place.role, place.name).flatMap((landmark) => {
      let start: Element | null = landmark;
      for (let up = 0; up < place.up && start; up += 1) start = kit.parentOf(start);
      return inside(start, place.inside, wanted);
    });
  }
  function byXPath(root: Root, value: string): Element[] {
    const found = document.evaluate(value, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    return Array.from({ length: found.snapshotLength }, (_, place) => found.snapshotItem(place)).filter(
      (node) => node instanceof Element,
    );
  }
  function byLabel(root: Root, value: string): Element[] {
    return saying(all(root, 'label'), value, text).flatMap((label) => (label as HTMLLabelElement).control ?? []);
  }
  return {
    strangeBeside(element, target, roots) {
      let strange: string | null = null;
      for (const { kind, value, matches, nth } of target.selectors) {
        if (kind !== 'row' || matches !== 1 || nth !== undefined) continue;
        const place = JSON.parse(value) as RowPlace;
        const rows = roots.flatMap((root) => rowsSaying(root, place, target));
        if (rows.some((row) => kit.contains(row, element))) return null;
        if (rows.length > 0) strange ??= place.row;
      }
      return strange;
    },
    candidates({ kind, value }, of, root) {
      try {
        switch (kind) {
          case 'role': {
            const [, role = '', name = '""'] = /^(\S+) (".*")$/s.exec(value) ?? [];
            return withRole(root, role, kit.fold(unquoted(name)));
          }
          case 'label':
            return byLabel(root, kit.fold(unquoted(value)));
          case 'text':
            return saying(all(root, CSS.escape(of.tag)), kit.fold(unquoted(value)), text);
          case 'row':
            return inRow(root, value, of);
          case 'landmark':
            return inLandmark(root, value, of);
          case 'xpath':
            return byXPath(root, value);
          default:
            return all(root, value);
        }
      } catch {
        // What cannot be read finds nothing; another candidate may.
        return [];
      }
    },
  };
}
