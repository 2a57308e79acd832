import { NodeType } from '../lib/redaction/rrweb-types.ts';
import { ownWords, type Provenance, tidy, wordsOf } from './own-words.ts';

interface Node {
  readonly type: number;
  readonly id: number;
  readonly tagName?: string;
  readonly textContent?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly Node[];
}

const SHOWN = ['title', 'aria-label', 'placeholder', 'alt'];
const SILENT = ['style', 'script', 'noscript', 'template', 'textarea'];
const TARGETS = ['a', 'button', 'input', 'select', 'textarea', 'summary', 'option'];

/** Every text that is shown in the snapshots. */
export const shownTexts = (events: readonly unknown[]): Set<string> =>
  new Set(
    events.flatMap((event) =>
      nodesIn(event)
        .flatMap((node) => [...textsOf(node, undefined)])
        .map(([text]) => tidy(text)),
    ),
  );

/** The lines of what fields hold in the snapshots. */
export const heldInFields = (events: readonly unknown[]): Set<string> =>
  new Set(
    events.flatMap((event) =>
      nodesIn(event)
        .filter(({ tagName = '' }) => ['input', 'textarea'].includes(tagName))
        .flatMap((node) => `${String(node.attributes?.['value'] ?? '')}\n${textOf(node)}`.split('\n').map(tidy)),
    ),
  );

/**
 * How many of the words that an application itself shows are there after redaction. Each text counts once, as it came out
 * worst.
 */
export function keptWords(
  before: readonly unknown[],
  after: readonly unknown[],
  provenance: Provenance,
): { all: number; kept: number; lost: string[] } {
  const texts = new Map<string, { own: string[]; lost: string[] }>();
  for (const [at, event] of before.entries()) {
    const redacted = new Map(nodesIn(after[at]).map((node) => [node.id, node]));
    for (const node of nodesIn(event))
      for (const [shown, left] of textsOf(node, redacted.get(node.id))) {
        const text = tidy(shown);
        const own = texts.get(text)?.own ?? ownWords(text, provenance);
        const lost = lostWords(own, left);
        if (lost.length >= (texts.get(text)?.lost.length ?? 0)) texts.set(text, { own, lost });
      }
  }
  const all = [...texts.values()].reduce((sum, { own }) => sum + own.length, 0);
  const gone = [...texts.values()].reduce((sum, { lost }) => sum + lost.length, 0);
  const lost = [...texts].flatMap(([text, one]) => (one.lost.length > 0 ? [text] : []));
  return { all, kept: all - gone, lost };
}

function lostWords(own: readonly string[], left: string): string[] {
  const there = wordsOf(left);
  return own.filter((word) => {
    const at = there.indexOf(word);
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
}

/** The share of action targets that differ, by role and name, before and still do after redaction. */
export function keptNames(before: readonly unknown[], after: readonly unknown[]): number {
  let all = 0;
  let distinct = 0;
  for (const [at, event] of before.entries()) {
    const redacted = new Map(nodesIn(after[at]).map((node) => [node.id, node]));
    const pairs = nodesIn(event)
      .filter(isTarget)
      .map((node) => [nameOf(node), nameOf(redacted.get(node.id))] as const);
    all += new Set(pairs.map(([name]) => name)).size;
    distinct += new Set(pairs.map(([, name]) => name)).size;
  }
  return all === 0 ? 1 : distinct / all;
}

/** The values that are found, raw or in the usual encodings. */
export function leaksIn(redacted: unknown, values: readonly string[]): string[] {
  const written = JSON.stringify(redacted).toLowerCase();
  const open = written.replace(/(?:%[\da-f]{2})+/g, (codes) => decodeURIComponent(codes));
  return values.filter((value) => written.includes(value.toLowerCase()) || open.includes(value.toLowerCase()));
}

function nodesIn(event: unknown): Node[] {
  const all: Node[] = [];
  const visit = (node: Node): void => {
    all.push(node);
    if (SILENT.includes(node.tagName ?? '')) return;
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit((event as { data: { node: Node } }).data.node);
  return all;
}

function* textsOf(node: Node, left: Node | undefined): Generator<[string, string]> {
  if (node.type === NodeType.text && node.textContent !== undefined) yield [node.textContent, left?.textContent ?? ''];
  for (const name of SHOWN) {
    const value = node.attributes?.[name];
    if (typeof value === 'string') yield [value, String(left?.attributes?.[name] ?? '')];
  }
}

const isTarget = ({ tagName = '', attributes = {} }: Node): boolean =>
  TARGETS.includes(tagName) || typeof attributes['role'] === 'string' || attributes['onclick'] !== undefined;

function nameOf(node: Node | undefined): string {
  const label = SHOWN.map((name) => node?.attributes?.[name]).find((value) => typeof value === 'string');
  return `${node?.tagName} ${String(label ?? textOf(node))
    .replace(/\s+/g, ' ')
    .trim()}`;
}

const textOf = (node: Node | undefined): string =>
  (node?.textContent ?? '') + (node?.childNodes ?? []).map(textOf).join('');
