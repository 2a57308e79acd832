import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Observation } from '../../lib/episode.ts';
import type { PageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';

/** Attributes that say in what state something is. What fields hold is not among them: scripts change it unseen. */
export const STATES = [
  ...['disabled', 'hidden', 'open', 'aria-expanded', 'aria-selected', 'aria-checked', 'aria-busy', 'aria-disabled'],
  ...['aria-hidden', 'aria-pressed', 'aria-current', 'aria-invalid', 'aria-sort', 'aria-valuenow'],
];

/** Kept with the states, to tell elements apart; a change of it means nothing by itself. */
export const CLASS = 'class';

/** Tags whose text is not for reading. */
const UNREAD = ['script', 'style', 'noscript', 'template'];

/** What a document looked like at an observation. */
export interface Look {
  /** How many changes of nodes the streams have told of. */
  readonly changes: number;
  readonly texts: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly title: string | null;
  readonly path: string | null;
}

export function lookAt(model: PageModel, observation: Observation, document: number): Omit<Look, 'changes'> {
  const texts = new Map<string, number>();
  const states = new Map<number, ReadonlyMap<string, string>>();
  let title: string | null = null;
  for (const node of model.find((each) => each.kind === 'text' || each.kind === 'element')) {
    const parent = model.node(node.parent ?? -1);
    if (node.kind === 'element') states.set(node.id, statesOf(node));
    else if (!UNREAD.includes(parent?.tag ?? '')) {
      const text = fold(node.text);
      if (text !== '') texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    if (node.kind === 'text' && parent?.tag === 'title' && title === null) title = fold(node.text);
  }
  const page = observation.document === document ? observation.page : null;
  return { texts, states, title: page?.title ?? title, path: page && pathOf(page.url) };
}

/** Nothing is left where it was only a sign between words: beside what was withheld it may be the end of a text. */
export const fold = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.,;:!?]+$/, '');

function pathOf(url: string): string | null {
  return URL.canParse(url) ? decodedPath(new URL(url).pathname) : null;
}

/** Placeholders in URLs may be escaped. */
function decodedPath(path: string): string {
  return /%E2%9F%A6/i.test(path) ? decodeURIComponent(path) : path;
}

function statesOf(node: PageNode): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const name of STATES) {
    const value = node.attributes.get(name);
    if (value !== undefined) states.set(name, value);
  }
  const classes = node.attributes.get('class');
  if (classes !== undefined) states.set(CLASS, classes);
  return states;
}

/** rrweb tells of changes of nodes as increments from source 0. */
export function isMutation({ type, data }: RrwebEvent): boolean {
  return type === EventType.incremental && (data as { source?: unknown }).source === 0;
}

/** Texts that a mutation brought. */
export function textsTold({ data }: RrwebEvent): string[] {
  const { texts = [], adds = [] } = data as {
    readonly texts?: readonly { readonly value: string | null }[];
    readonly adds?: readonly { readonly node: { readonly type: number; readonly textContent?: string } }[];
  };
  const added = adds.flatMap(({ node }) => (node.type === TEXT_NODE ? (node.textContent ?? '') : []));
  return [...texts.map(({ value }) => value ?? ''), ...added].map(fold).filter((text) => text !== '');
}

/** Attributes that a mutation set or took away, by node. */
export function attributesTold({ data }: RrwebEvent): [id: number, names: string[]][] {
  const { attributes = [] } = data as {
    readonly attributes?: readonly { readonly id: number; readonly attributes: object }[];
  };
  return attributes.map(({ id, attributes: told }) => [id, Object.keys(told)]);
}

/** rrweb’s type of a text node. */
const TEXT_NODE = 3;
