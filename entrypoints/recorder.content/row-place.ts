import type { RowPlace, Selector } from '../../lib/element.ts';
import { quoted } from '../../lib/css-string.ts';
import { normalise } from './accessible-name.ts';
import { cssInside, cssOfPeers, type Root, tagOf } from './element-path.ts';
import { isHarmless } from './withhold.ts';

/** Rows that are told apart, and ancestors that may be one, at most. */
const MAX_ROWS = 1000;
const MAX_LEVELS = 10;
/** Elements in what is a row only because there is another beside it, at most: more would be a column of the page. */
const MAX_INSIDE = 60;
/** Texts of a row that are tried, and how long they may be, in characters. */
const MAX_TEXTS = 12;
const MAX_TEXT = 80;
const MAX_NODES = 200;
/** Rows that hold a text as a part of another, at most, to be looked into. */
const MAX_SAYING = 12;
/** Heads of a table that are read, at most. */
const MAX_HEADS = 100;
/** Selectors of one element, at most. */
const MAX_PLACES = 2;

/** What is a row by itself, whatever is beside it. */
const ROW = 'tr,li,article,[role="row"],[role="listitem"],[role="treeitem"],[role="option"],[role="article"]';
/** What has siblings, and is never a row. */
const NO_ROW = 'td,th,option,col,[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"],svg *';
const TABLE = 'table,[role="table"],[role="grid"],[role="treegrid"]';
const HEAD = 'th,[role="columnheader"]';
const NO_TEXT = 'script,style,noscript,template,textarea,option,[contenteditable]';

/** What is likely to be another tomorrow, or to be withheld: taken last. */
const CHANGING = /@|\d{6}|\d:\d\d|\bago\b/;

/** An element by what the row, list item or card around it says and no other does. */
export function byRow(element: Element, root: Root): Selector[] {
  let level = 0;
  for (let row: Element | null = element; row && row !== document.body && level < MAX_LEVELS; row = row.parentElement) {
    level += 1;
    const isRow = row.matches(ROW);
    if (!isRow && (row.matches(NO_ROW) || !hasPeer(row) || row.getElementsByTagName('*').length > MAX_INSIDE)) continue;
    const places = placesIn(row, isRow, element, root);
    if (places.length > 0) return places;
  }
  return [];
}

const hasPeer = ({ localName, previousElementSibling, nextElementSibling }: Element): boolean =>
  previousElementSibling?.localName === localName || nextElementSibling?.localName === localName;

function placesIn(row: Element, isRow: boolean, element: Element, root: Root): Selector[] {
  const role = row.getAttribute('role');
  const kind = role && isRow ? `[role=${quoted(role)}]` : tagOf(row);
  const [among, rows] = isRow && allOf(kind, root).length <= MAX_ROWS ? [kind, allOf(kind, root)] : peersOf(row, root);
  if (rows.length < 2 || rows.length > MAX_ROWS || !rows.includes(row)) return [];
  const texts = rows.map((other) => other.textContent);
  const [base, column] = cellOf(row, element);
  const inside = cssInside(base, element);
  const tried = textsWorthTrying(row, element);
  const saying = (text: string) => rows.filter((_, index) => texts[index]?.includes(text));
  const isInner = (others: readonly Element[]) => others.includes(row) && others.every((other) => other.contains(row));
  // Mostly a text is nowhere else, not even as a part of another; what is a whole text there costs more to find out.
  const isItsOwn = (text: string) => {
    const others = saying(text);
    return others.length <= MAX_SAYING && isInner(others.filter((other) => textsOf(other).includes(text)));
  };
  const clear = tried.filter((text) => isInner(saying(text)) && textsOf(row).includes(text));
  return (clear.length > 0 ? clear : tried.filter(isItsOwn)).slice(0, MAX_PLACES).map((text) => {
    const place: RowPlace = { among, row: text, column, inside };
    return { kind: 'row', value: JSON.stringify(place), matches: 1 };
  });
}

const allOf = (css: string, root: Root): Element[] => [...root.querySelectorAll(css)];

function peersOf(row: Element, root: Root): [among: string, rows: Element[]] {
  const among = cssOfPeers(row, root);
  return [among, allOf(among, root)];
}

/** Texts of a row: those that are likely to stay first, those of the element itself last. */
function textsWorthTrying(row: Element, element: Element): string[] {
  const texts = textsOf(row, (parent) => !parent.closest(NO_TEXT) && (row === element || !element.contains(parent)));
  const own = row === element ? [] : textsOf(element, (parent) => !parent.closest(NO_TEXT));
  const usable = (text: string) => text.length > 1 && text.length <= MAX_TEXT && isHarmless(text);
  const [changing, lasting] = [true, false].map((wanted) => texts.filter((text) => CHANGING.test(text) === wanted));
  return [...new Set([...(lasting ?? []), ...(changing ?? []), ...own])].filter(usable).slice(0, MAX_TEXTS);
}

function textsOf(element: Element, isWanted: (parent: Element) => boolean = () => true): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && texts.length < MAX_NODES; node = walker.nextNode()) {
    if (node.parentElement && isWanted(node.parentElement)) texts.push(normalise(node.nodeValue ?? ''));
  }
  return texts;
}

/** The cell of a row that an element is in, with the head of its column. The row itself, where there is no such thing. */
function cellOf(row: Element, element: Element): [base: Element, column: string | null] {
  const cell = [...row.children].find((child) => child.contains(element));
  const heads = [...(row.closest(TABLE)?.querySelectorAll(HEAD) ?? [])].slice(0, MAX_HEADS);
  const head = cell && heads.find((other) => other.parentElement !== row && columnOf(other) === columnOf(cell));
  const name = normalise(head?.textContent ?? '');
  const isTelling = name !== '' && name.length <= MAX_TEXT && isHarmless(name);
  const isOnly = heads.filter((other) => normalise(other.textContent) === name).length === 1;
  return cell && isTelling && isOnly ? [cell, name] : [row, null];
}

const columnOf = (cell: Element): number =>
  Number(cell.getAttribute('aria-colindex') ?? 1 + [...(cell.parentElement?.children ?? [])].indexOf(cell));
