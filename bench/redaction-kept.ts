import { NodeType } from '../lib/redaction/rrweb-types.ts';
import { CASES, PEOPLE } from './redaction-data.ts';

interface Node {
  readonly type: number;
  readonly id: number;
  readonly tagName?: string;
  readonly textContent?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly Node[];
}

const WORDS = /[\p{L}\p{M}]{2,}/gu;
const SHOWN = ['title', 'aria-label', 'placeholder', 'alt'];
const SILENT = ['style', 'script', 'noscript', 'template', 'textarea', 'svg'];
const TARGETS = ['a', 'button', 'input', 'select', 'textarea', 'summary', 'option'];

/** Words of the data, that no application has. */
const PLANTED_WORDS = new Set(
  [
    ...PEOPLE.flatMap(({ name, mail, city }) => [name, mail, city]),
    ...CASES.flatMap(({ title, text }) => [title, text]),
  ]
    .flatMap((text) => text.match(WORDS) ?? [])
    .map((word) => word.toLowerCase()),
);

/** How many of the words that an application shows are there after redaction; each text of it counts once. */
export function keptWords(
  before: readonly unknown[],
  after: readonly unknown[],
): { all: number; kept: number; lost: string[] } {
  const texts = new Map<string, string>();
  for (const [at, event] of before.entries()) {
    const redacted = new Map(nodesIn(after[at]).map((node) => [node.id, node]));
    for (const node of nodesIn(event))
      for (const [shown, left] of textsOf(node, redacted.get(node.id))) texts.set(shown, left);
  }
  const result = { all: 0, kept: 0, lost: [] as string[] };
  for (const [shown, left] of texts) {
    const words = shown.match(WORDS) ?? [];
    if (words.some((word) => PLANTED_WORDS.has(word.toLowerCase()))) continue;
    const kept = words.filter((word) => left.includes(word)).length;
    result.all += words.length;
    result.kept += kept;
    if (kept < words.length) result.lost.push(shown.trim());
  }
  return result;
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
