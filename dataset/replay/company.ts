import type { Element } from '../../lib/element.ts';
import type { PageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';

/** More texts than this are not a row, and so many elements alike are not compared. */
const MAX_TEXTS = 40;
const MAX_ALIKE = 200;

/** Attributes that tell elements with the same words apart. */
const TELLING = ['type', 'name', 'placeholder', 'title', 'alt', 'aria-label', 'role'];

/**
 * Texts that stand beside an element in its row, card or entry, where others in the page are like it: together they say
 * which it is, though none of them may do so alone. None, where another stands in the same company.
 */
export function companyOf(page: PageModel, { nodeId, selectors }: Element): readonly string[] {
  const own = page.node(nodeId ?? -1);
  if (!own || selectors.every(({ nth }) => nth === undefined)) return [];
  const words = page.textOf(own.id);
  const others = page.tagged(own.tag);
  // A name that no other has may be made up at each load: fields of many rows are alike all the same.
  const name = own.attributes.get('name');
  const isOnly = others.every((other) => other === own || other.attributes.get('name') !== name);
  const telling = isOnly ? TELLING.filter((each) => each !== 'name') : TELLING;
  const isAlike = (other: PageNode) =>
    telling.every((each) => other.attributes.get(each) === own.attributes.get(each)) && page.textOf(other.id) === words;
  const alike = new Set(others.flatMap((other) => (isAlike(other) ? other.id : [])));
  if (alike.size < 2 || alike.size > MAX_ALIKE) return [];
  const around = waysUp(alike, page);
  const textsOf = (id: number) => textsBeside(id, rowOf(id, around, page), page);
  const company = textsOf(own.id);
  if (company.length > MAX_TEXTS) return [];
  const isShared = [...alike].some((id) => id !== own.id && holdsAll(textsOf(id), company));
  return isShared ? [] : company;
}

/** How many of the elements each node is around. */
function waysUp(ids: ReadonlySet<number>, page: PageModel): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids)
    for (let node = page.node(id); node; node = page.node(node.parent ?? -1))
      counts.set(node.id, (counts.get(node.id) ?? 0) + 1);
  return counts;
}

/** The largest thing around an element that has none of the others in it. */
function rowOf(id: number, around: ReadonlyMap<number, number>, page: PageModel): number {
  let row = id;
  for (let node = page.node(id); node && around.get(node.id) === 1; node = page.node(node.parent ?? -1)) row = node.id;
  return row;
}

function textsBeside(id: number, row: number, page: PageModel): string[] {
  const isInside = (node: PageNode) => page.closest(node.id, (each) => each.id === id) !== undefined;
  const texts = page.find((node) => node.kind === 'text' && !isInside(node), row);
  return texts.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** As often as they are there. */
function holdsAll(texts: readonly string[], wanted: readonly string[]): boolean {
  const left = [...texts];
  return wanted.every((text) => {
    const place = left.indexOf(text);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}
