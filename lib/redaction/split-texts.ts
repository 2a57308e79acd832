import type { Channel } from '../record.ts';
import { normalise } from './normalise.ts';
import type { Pass } from './pass.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { spansIn } from './look-at.ts';
import { gapsIn, isOfApp, textOfSpan } from './redact-text.ts';
import { NodeType } from './rrweb-types.ts';
import { disjoint } from './span.ts';

/** A piece of a text node that belongs to something which other nodes go on with: a value, or a phrase of the site. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands there instead; of a phrase, the same. */
  readonly text: string;
}

/** Elements in whose middle a line of text goes on. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike ' +
    'strong sub sup time tspan tt u var wbr'
  ).split(' '),
);

/** Shorter pieces of a value tell nothing by themselves, in characters. */
const MIN_PIECE = 4;
/** Shorter values are not looked for in characters that stand in a row: the keys of a pad would tell which they are. */
const MIN_SPELT = 6;

type Text = readonly [id: number, text: string];

/**
 * Finds values that a page has spread over several text nodes below `node`: marked letters, names in two elements, one
 * character in each. And the phrases of the site in which something is marked.
 * @returns the cuts by the node's id, in order; places in its normalised text.
 */
export function splitTexts(node: unknown, channel: Channel, pass: Pass): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>();
  for (const line of linesIn(fieldsOf(node), pass)) cutLine(line, channel, pass, cuts);
  for (const row of spellingsIn(fieldsOf(node), pass)) cutSpelling(row, channel, pass, cuts);
  return cuts;
}

/** The same in what a page has added: rrweb tells it node by node. */
export function splitAddedTexts(adds: readonly Fields[], channel: Channel, pass: Pass): Map<number, Cut[]> {
  const below = new Map<unknown, Fields[]>();
  for (const { parentId, nextId, node } of adds) {
    const siblings = below.get(parentId) ?? [];
    below.set(parentId, siblings);
    const next = nextId === null ? -1 : siblings.findIndex(({ id }) => id === nextId);
    siblings.splice(next < 0 ? siblings.length : next, 0, fieldsOf(node));
  }
  const ids = new Set(adds.map(({ node }) => fieldsOf(node)['id']));
  const roots = [...below.keys()].filter((parent) => !ids.has(parent));
  const whole = (node: Fields): Fields => {
    const added = below.get(node['id']);
    if (!added) return node;
    return { ...node, childNodes: [...listOf(node['childNodes'] ?? []), ...added.map(whole)] };
  };
  return splitTexts({ childNodes: roots.map((id) => whole({ id, childNodes: [] })) }, channel, pass);
}

function cutLine(line: readonly Text[], channel: Channel, pass: Pass, cuts: Map<number, Cut[]>): void {
  const whole = line.map(([, text]) => text).join('');
  const spans = spansIn(whole, channel, pass);
  const gaps = gapsIn(
    { form: whole, spans },
    line.every(([id]) => isOfApp(pass.regions.get(id))),
    pass,
  );
  for (const span of spans) {
    if (gaps && !gaps.some(({ from, to }) => from <= span.from && span.to <= to)) continue;
    const parts = partsOf(line, span);
    if (parts.length < 2) continue;
    pass.tally.count(channel, span.rule);
    const placeholder = textOfSpan(whole, span, pass);
    for (const [at, { id, from, to, text }] of parts.entries()) {
      cut(id, { from, to, text: at === 0 ? placeholder : '' });
      if (pass.level === 'open' && to - from >= MIN_PIECE) pass.placeholders.share(text.slice(from, to), placeholder);
    }
  }
  if (!gaps) return;
  const starts = [0, ...gaps.map(({ to }) => to)];
  for (const [at, from] of starts.entries())
    for (const { id, text, ...part } of partsOf(line, { from, to: gaps[at]?.from ?? whole.length }))
      cut(id, { ...part, text: text.slice(part.from, part.to) });

  function cut(id: number, piece: Cut): void {
    cuts.set(
      id,
      [...(cuts.get(id) ?? []), piece].sort((a, b) => a.from - b.from),
    );
  }
}

/** What was entered, or is secret, and stands in cells or lines of one character each. */
function cutSpelling(row: readonly Text[], channel: Channel, pass: Pass, cuts: Map<number, Cut[]>): void {
  const whole = row.map(([, text]) => text).join('');
  for (const span of disjoint(pass.values.find(whole))) {
    const parts = partsOf(row, span);
    const isTold = parts.some(({ id }) => cuts.has(id));
    if (isTold || parts.length < MIN_SPELT || !/\p{L}/u.test(whole.slice(span.from, span.to))) continue;
    pass.tally.count(channel, span.rule);
    const placeholder = textOfSpan(whole, span, pass);
    for (const [at, { id, from, to }] of parts.entries())
      cuts.set(id, [{ from, to, text: at === 0 ? placeholder : '' }]);
  }
}

/** The parts of a piece of a line by the node that they are in. */
function partsOf(line: readonly Text[], { from, to }: { readonly from: number; readonly to: number }) {
  let start = 0;
  return line.flatMap(([id, text]) => {
    const part = { id, text, from: Math.max(from - start, 0), to: Math.min(to - start, text.length) };
    start += text.length;
    return part.from < part.to ? [part] : [];
  });
}

/** The texts of each line that has several, as far as elements tell where one ends. */
function linesIn(node: Fields, pass: Pass): Text[][] {
  const lines: Text[][] = [];
  let line: Fields[] = [];
  const endLine = (): void => {
    if (line.length > 1)
      lines.push(line.map((text) => [numberOf(text['id']), normalise(stringOf(text['textContent']))]));
    if (line.length > 0) line = [];
  };
  const visit = (one: Fields): void => {
    if (one['type'] === NodeType.text) {
      if (!pass.nodes.has(numberOf(one['id']))) line.push(one);
      return;
    }
    if (one['childNodes'] === undefined) return;
    const isInline = one['type'] === NodeType.element && INLINE.has(stringOf(one['tagName']));
    if (!isInline) endLine();
    for (const child of listOf(one['childNodes'])) visit(fieldsOf(child));
    if (!isInline) endLine();
  };
  visit(node);
  endLine();
  return lines;
}

/** Rows of texts of one character each, whatever elements they are in. */
function spellingsIn(node: Fields, pass: Pass): Text[][] {
  const rows: Text[][] = [[]];
  const visit = (one: Fields): void => {
    for (const child of listOf(one['childNodes'] ?? []).map(fieldsOf)) {
      if (child['type'] !== NodeType.text) visit(child);
      else if (!pass.nodes.has(numberOf(child['id']))) {
        const text = normalise(stringOf(child['textContent']));
        const { length } = [...text.trim()];
        if (length === 1) rows.at(-1)?.push([numberOf(child['id']), text]);
        else if (length > 1) rows.push([]);
      }
    }
  };
  visit(node);
  return rows.filter((row) => row.length >= MIN_SPELT);
}
