import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import { createPageModel, type PageModel } from '../../lib/page-model.ts';
import type { PageNode } from '../../lib/page-node.ts';
import type { Episode, Observation } from '../../lib/episode.ts';
import type { Change, Sign, Signs } from './kit/types.ts';
import { hasPlaceholder } from './values.ts';

/** What the streams of an episode tell of the time between its steps. */
export interface Story {
  /** How a document changed up to an observation, since the last observation of it before `step`. */
  before(observation: Observation, document: number): Signs;
}

/** Nothing to wait for. */
export const NO_SIGNS: Signs = {
  appeared: [],
  gone: [],
  changed: [],
  title: null,
  path: null,
  isChanging: false,
  enough: 1,
};

/** Attributes that say in what state something is. What fields hold is not among them: scripts change it unseen. */
const STATES = [
  ...['disabled', 'hidden', 'open', 'aria-expanded', 'aria-selected', 'aria-checked', 'aria-busy', 'aria-disabled'],
  ...['aria-hidden', 'aria-pressed', 'aria-current', 'aria-invalid', 'aria-sort', 'aria-valuenow'],
];

/** Kept with the states, to tell elements apart; a change of it means nothing by itself. */
const CLASS = 'class';

/** Tags whose text is not for reading. */
const UNREAD = ['script', 'style', 'noscript', 'template'];

/** More changes than this are not looked for one by one. */
const MAX_CHANGES = 40;
const MAX_SIGNS = 400;
/** Share of the texts of a new page that is enough: not all of them are the same every day. */
const ENOUGH_OF_NEW = 0.8;
/** Share of changes that is enough when there are many. */
const ENOUGH_OF_MANY = 0.9;

/** What a document looked like at an observation. */
interface Look {
  /** How many changes of nodes the streams have told of. */
  readonly changes: number;
  readonly texts: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly title: string | null;
  readonly path: string | null;
}

export function createStory({ streams }: Episode): Story {
  const models = new Map<number, { model: PageModel; applied: number }>();
  let changes = 0;
  const looks = new Map<number, Look>();

  function modelAt(stream: number, events: number): PageModel {
    let entry = models.get(stream);
    if (!entry || entry.applied > events) {
      entry = { model: createPageModel(), applied: 0 };
      models.set(stream, entry);
    }
    for (; entry.applied < events; entry.applied += 1) {
      const event = streams[stream]?.events[entry.applied];
      if (event) entry.model.apply(event);
      if (event && isMutation(event)) changes += 1;
    }
    return entry.model;
  }
  return {
    before(observation, document) {
      const place = observation.streams.find(({ stream }) => streams[stream]?.document === document);
      if (!place) return NO_SIGNS;
      const model = modelAt(place.stream, place.events);
      const before = looks.get(document);
      const now = { ...lookAt(model, observation, document), changes };
      looks.set(document, now);
      return signsBetween(before, now, model);
    },
  };
}

/** rrweb tells of changes of nodes as increments from source 0. */
function isMutation({ type, data }: RrwebEvent): boolean {
  return type === EventType.incremental && (data as { source?: unknown }).source === 0;
}

function lookAt(model: PageModel, observation: Observation, document: number): Omit<Look, 'changes'> {
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

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

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

function signsBetween(before: Look | undefined, now: Look, model: PageModel): Signs {
  const known = before?.texts ?? new Map<string, number>();
  const appeared = [...now.texts].filter(([text, count]) => count > (known.get(text) ?? 0));
  const gone = [...known].filter(([text, count]) => (now.texts.get(text) ?? 0) < count);
  const signs = (entries: [string, number][]): Sign[] =>
    entries.slice(0, MAX_SIGNS).map(([text]) => ({ text, count: now.texts.get(text) ?? 0 }));
  const enough = before ? (appeared.length > 20 ? ENOUGH_OF_MANY : 1) : ENOUGH_OF_NEW;
  return {
    appeared: signs(appeared),
    gone: signs(gone.filter(([text]) => !hasPlaceholder(text))),
    changed: before ? changesBetween(before, now, model) : [],
    title: now.title === null || now.title === before?.title ? null : now.title,
    path: now.path === null || now.path === before?.path ? null : now.path,
    isChanging: before === undefined || now.changes > before.changes,
    enough,
  };
}

function changesBetween(before: Look, now: Look, model: PageModel): Change[] {
  const changes: Change[] = [];
  for (const [id, states] of now.states) {
    const earlier = before.states.get(id);
    if (!earlier) continue;
    for (const name of new Set([...earlier.keys(), ...states.keys()])) {
      if (name === CLASS) continue;
      const value = states.get(name) ?? null;
      if (earlier.get(name) === (value ?? undefined) || changes.length >= MAX_CHANGES) continue;
      const path = pathTo(id, model);
      if (path === undefined) continue;
      const classes = [earlier, states].map((each) => each.get(CLASS) ?? null);
      changes.push({ path, name, value, classes });
    }
  }
  return changes;
}

/** CSS of a node of the model. Undefined inside shadow roots. */
function pathTo(id: number, model: PageModel): string | undefined {
  const parts: string[] = [];
  for (let node = model.node(id); node?.kind === 'element'; node = model.node(node.parent ?? -1)) {
    if (node.isShadow) return undefined;
    const { tag } = node;
    const name = node.attributes.get('id');
    if (name && /^[A-Za-z][\w-]*$/.test(name) && !/\d{3,}/.test(name)) return [`#${name}`, ...parts].join(' > ');
    const siblings = (model.node(node.parent ?? -1)?.children ?? []).flatMap((child) => model.node(child) ?? []);
    const same = siblings.filter((sibling) => sibling.kind === 'element' && sibling.tag === tag && !sibling.isShadow);
    if (!/^[a-z][\w-]*$/.test(tag)) return undefined;
    const place = same.findIndex((sibling) => sibling.id === node?.id) + 1;
    parts.unshift(same.length > 1 ? `${tag}:nth-of-type(${place})` : tag);
  }
  return parts.join(' > ');
}
