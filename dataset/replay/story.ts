import type { Element } from '../../lib/element.ts';
import { type Clocks, createClocks } from './clocks.ts';
import { companyOf } from './company.ts';
import { createPageModel, type PageModel } from '../../lib/page-model.ts';
import type { Episode, Observation } from '../../lib/episode.ts';
import type { Change, Sign, Signs } from './kit/types.ts';
import { attributesTold, CLASS, fold, isMutation, type Look, lookAt, STATES, textsTold } from './look.ts';
import { hasPlaceholder, patternOf, shapeOf } from './values.ts';

/** What the streams of an episode tell of the time between its steps. */
export interface Story {
  /** How a document changed up to an observation, since the last observation of it before `step`. */
  before(observation: Observation, document: number): ToldSigns;
  /** Texts beside an element, as `companyOf` has them. */
  companyOf(target: Element, observation: Observation, document: number): readonly string[];
}

interface ToldSigns extends Signs {
  /** When the streams told last of any change, on the clock of the episode. */
  readonly changedAt: number | null;
  /** True while something counts by itself. What it says is no sign: it may say something else at the next time. */
  readonly isCounting: boolean;
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
  withheldAt: null,
};

/** More changes than this are not looked for one by one. */
const MAX_CHANGES = 40;
const MAX_SIGNS = 400;
/** Share of the texts of a new page that is enough: not all of them are the same every day. */
const ENOUGH_OF_NEW = 0.8;
/** Share of changes that is enough when there are many. */
const ENOUGH_OF_MANY = 0.9;

export function createStory({ streams, steps }: Episode): Story {
  const models = new Map<number, { model: PageModel; clocks: Clocks; applied: number }>();
  let changes = 0;
  const looks = new Map<number, Look>();
  /** Texts that the streams have told of since the last observation, by document. */
  const passing = new Map<number, Set<string>>();
  /** Attributes that they have told of, by node. */
  const touched = new Map<number, Map<number, Set<string>>>();
  /** When they told last of anything. */
  const changed = new Map<number, number>();
  /** When they told last of one that was withheld. */
  const withheld = new Map<number, number>();

  function readTo(stream: number, events: number): { readonly model: PageModel; readonly clocks: Clocks } {
    let entry = models.get(stream);
    if (!entry || entry.applied > events) {
      entry = { model: createPageModel(), clocks: createClocks(steps, fold), applied: 0 };
      models.set(stream, entry);
    }
    for (; entry.applied < events; entry.applied += 1) {
      const event = streams[stream]?.events[entry.applied];
      if (!event) continue;
      entry.clocks.note(event, entry.model);
      entry.model.apply(event);
      if (!isMutation(event)) continue;
      changes += 1;
      const document = streams[stream]?.document ?? -1;
      const told = passing.get(document) ?? new Set();
      for (const text of textsTold(event)) {
        told.add(text);
        if (hasPlaceholder(text)) withheld.set(document, event.timestamp);
      }
      passing.set(document, told);
      changed.set(document, event.timestamp);
      const nodes = touched.get(document) ?? new Map<number, Set<string>>();
      touched.set(document, nodes);
      for (const [id, names] of attributesTold(event)) nodes.set(id, new Set([...(nodes.get(id) ?? []), ...names]));
    }
    return entry;
  }
  const placeOf = ({ streams: places }: Observation, document: number) =>
    places.find(({ stream }) => streams[stream]?.document === document);
  return {
    companyOf(target, observation, document) {
      const place = placeOf(observation, document);
      return place ? companyOf(readTo(place.stream, place.events).model, target) : [];
    },
    before(observation, document) {
      const place = placeOf(observation, document);
      if (!place) return { ...NO_SIGNS, changedAt: null, isCounting: false };
      const { model, clocks } = readTo(place.stream, place.events);
      const counting = clocks.textsAt(observation.at);
      const before = looks.get(document);
      const now = { ...lookAt(model, observation, document), changes };
      looks.set(document, now);
      const passed = [...(passing.get(document) ?? [])].filter(
        (text) => !now.texts.has(text) && !before?.texts.has(text),
      );
      const touchedNow = touched.get(document) ?? new Map();
      const times = { changedAt: changed.get(document) ?? null, withheldAt: withheld.get(document) ?? null };
      for (const each of [passing, touched, changed, withheld]) each.delete(document);
      const signs = signsBetween(before, now, { texts: passed, attributes: touchedNow }, model);
      const isSign = ({ text }: Sign) => !counting.has(text);
      const [appeared, gone] = [signs.appeared.filter(isSign), signs.gone.filter(isSign)];
      return { ...signs, appeared, gone, ...times, isCounting: counting.size > 0 };
    },
  };
}

/** What was otherwise for a moment in between, maybe. A page where it still is so is not done. */
interface Passed {
  /** Texts that have gone again. */
  readonly texts: readonly string[];
  /** Names of attributes, by node. */
  readonly attributes: ReadonlyMap<number, ReadonlySet<string>>;
}

function signsBetween(
  before: Look | undefined,
  now: Look,
  passed: Passed,
  model: PageModel,
): Omit<Signs, 'withheldAt'> {
  const known = before?.texts ?? new Map<string, number>();
  const appeared = [...now.texts].filter(([text, count]) => count > (known.get(text) ?? 0));
  const gone = [...known].filter(([text, count]) => (now.texts.get(text) ?? 0) < count);
  for (const text of passed.texts) gone.push([text, 1]);
  const signs = (entries: [string, number][]): Sign[] =>
    entries.slice(0, MAX_SIGNS).map(([text]) => {
      const sign = { text, count: now.texts.get(text) ?? 0 };
      return hasPlaceholder(text) ? { ...sign, alike: alike(text, now.texts), shape: shapeOf(text) } : sign;
    });
  const enough = before ? (appeared.length > 20 ? ENOUGH_OF_MANY : 1) : ENOUGH_OF_NEW;
  return {
    appeared: signs(appeared),
    gone: signs(gone.filter(([text]) => !hasPlaceholder(text))),
    changed: before ? changesBetween(before, now, passed, model) : [],
    title: now.title === null || now.title === before?.title ? null : now.title,
    path: now.path === null || now.path === before?.path ? null : now.path,
    isChanging: before === undefined || now.changes > before.changes,
    enough,
  };
}

/** How many texts may be what was withheld of this one. */
function alike(wanted: string, texts: Look['texts']): number {
  const pattern = patternOf(wanted);
  return [...texts].reduce((sum, [text, count]) => (pattern.test(text) ? sum + count : sum), 0);
}

function changesBetween(before: Look, now: Look, { attributes }: Passed, model: PageModel): Change[] {
  const changes: Change[] = [];
  for (const [id, states] of now.states) {
    const earlier = before.states.get(id);
    if (!earlier) continue;
    const touched = [...(attributes.get(id) ?? [])].filter((name) => STATES.includes(name));
    for (const name of new Set([...earlier.keys(), ...states.keys(), ...touched])) {
      if (name === CLASS) continue;
      const value = states.get(name) ?? null;
      const isSame = earlier.get(name) === (value ?? undefined) && !touched.includes(name);
      if (isSame || changes.length >= MAX_CHANGES) continue;
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
