import type { Channel } from '../record.ts';
import { normalise } from './normalise.ts';
import type { Pass } from './pass.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { spansIn, textOfSpan } from './redact-text.ts';
import { NodeType } from './rrweb-types.ts';

/** A piece of a text node that belongs to a value which other nodes go on with. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly text: string;
}

/** Elements in whose middle a line of text goes on. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);

type Text = readonly [id: number, text: string];

/**
 * Finds values that a page has spread over several text nodes below `node`: marked letters, names in two elements, one
 * character in each.
 * @returns the cuts by the node's id, in order; places in its normalised text.
 */
export function splitTexts(node: unknown, channel: Channel, pass: Pass): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>();
  for (const line of linesIn(fieldsOf(node), pass)) if (line.length > 1) cutLine(line, channel, pass, cuts);
  return cuts;
}

function cutLine(line: readonly Text[], channel: Channel, pass: Pass, cuts: Map<number, Cut[]>): void {
  const whole = line.map(([, text]) => text).join('');
  for (const span of spansIn(whole, channel, pass)) {
    let start = 0;
    const parts = line.flatMap(([id, text]) => {
      const from = Math.max(span.from - start, 0);
      const to = Math.min(span.to - start, text.length);
      start += text.length;
      return from < to ? [{ id, from, to }] : [];
    });
    if (parts.length < 2) continue;
    pass.tally.count(channel, span.rule);
    const placeholder = textOfSpan(whole, span, pass);
    for (const [at, { id, from, to }] of parts.entries())
      cuts.set(id, [...(cuts.get(id) ?? []), { from, to, text: at === 0 ? placeholder : '' }]);
  }
}

/** The texts of each line, as far as elements tell where one ends. */
function linesIn(node: Fields, pass: Pass): Text[][] {
  const lines: Text[][] = [[]];
  const visit = (one: Fields): void => {
    if (one['type'] === NodeType.text) {
      const id = numberOf(one['id']);
      if (!pass.nodes.has(id)) lines.at(-1)?.push([id, normalise(stringOf(one['textContent']))]);
      return;
    }
    if (one['childNodes'] === undefined) return;
    const isInline = one['type'] === NodeType.element && INLINE.has(stringOf(one['tagName']));
    if (!isInline) lines.push([]);
    for (const child of listOf(one['childNodes'])) visit(fieldsOf(child));
    if (!isInline) lines.push([]);
  };
  visit(node);
  return lines;
}
