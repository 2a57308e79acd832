import type { RrwebEvent } from '../lib/capture.ts';
import { emptyMemory } from '../lib/redaction/memory.ts';
import { redactBatch, type RedactionContext } from '../lib/redaction/redact-batch.ts';
import { snapshot } from '../tests/support/records.ts';
import { elementNode, type SerializedNode, textNode } from '../tests/support/rrweb.ts';
import { type Measurement, promised } from './measurement.ts';
import { median, spread } from './statistics.ts';

const NODES = 9_000;
const RULES = 5_000;
const ROUNDS = 30;
/** Rounds before the engine has compiled what it will. */
const WARM_UP = 10;
const MOST_MS = 60;
/** Phrases that a site lists, some of them with data in them. */
const VOCABULARY = Array.from(
  { length: 4_000 },
  (_, at) => `Move ${at} to the ${at % 4 === 0 ? '{}' : 'archive'} shelf`,
);

/** What redacting one large snapshot takes, and what the first does in a worker that has just been started. */
export async function measureRedactionCost(): Promise<Measurement[]> {
  const events = largeSnapshot();
  const times = Array.from({ length: WARM_UP + ROUNDS }, () => redactionTime(events));
  const warm = times.slice(WARM_UP);
  const listed = Array.from({ length: WARM_UP + ROUNDS }, () => redactionTime(events, VOCABULARY)).slice(WARM_UP);
  return [
    promised('9,000 nodes, 5,000 rules', `${spread(warm, 1)} ms`, `≤ ${MOST_MS} ms`, median(warm) <= MOST_MS),
    promised('  with a vocabulary of 4,000', `${spread(listed, 1)} ms`, `≤ ${MOST_MS} ms`, median(listed) <= MOST_MS),
    promised('  the first of all', `${times[0]?.toFixed(0)} ms`, '≤ 400 ms', (times[0] ?? 0) <= 400),
  ];
}

function redactionTime(events: readonly RrwebEvent[], vocabulary: readonly string[] = []): number {
  const batch = { recorder: 'bench', events: [...events], actions: [], gaps: [], typed: [], isLast: false };
  const context: RedactionContext = {
    level: 'standard',
    urlParameters: [],
    vocabulary,
    withhold: { patterns: [], words: [] },
    sites: [],
    memory: { ...emptyMemory(), known: ['Kwame Osei', 'kwame@example.com', 'Priya Raghunathan'] },
  };
  const started = performance.now();
  redactBatch(batch, context);
  return performance.now() - started;
}

/** A table like that of an office app, with a style sheet like that of a component library. */
function largeSnapshot(): RrwebEvent[] {
  let id = 10;
  const text = (shown: string) => textNode(id++, shown);
  const element = (tag: string, attributes: Record<string, unknown>, ...children: SerializedNode[]) =>
    elementNode(id++, tag, attributes, ...children);
  const row = (number: number): SerializedNode =>
    element(
      'tr',
      { class: 'table-row table-row--hover', 'data-id': String(number) },
      element('td', { class: 'cell' }, text(`Order ${number}`)),
      element('td', { class: 'cell' }, element('a', { href: `/orders/${number}`, class: 'link' }, text('Kwame Osei'))),
      element('td', { class: 'cell cell--amount' }, text(`€ ${number}.50`)),
      element('td', {}, element('span', { class: 'badge badge--open' }, text('Open'))),
      element(
        'td',
        {},
        element('button', { type: 'button', title: `Edit order ${number}`, class: 'btn btn-sm' }, text('Edit')),
      ),
    );
  const rows: SerializedNode[] = [];
  while (id < NODES) rows.push(row(rows.length));
  const css = Array.from(
    { length: RULES },
    (_, at) =>
      `.component-${at} > .title:hover { color: #${100 + (at % 900)}; margin: ${at % 32}px 4px; background: rgb(${at % 255} 10 20 / 40%); font: 14px "Inter", sans-serif; }`,
  );
  return snapshot(0, [
    elementNode(5, 'style', { _cssText: css.join('\n') }),
    element('table', {}, element('tbody', {}, ...rows)),
  ]);
}
