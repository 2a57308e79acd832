import { EventType, type RrwebEvent } from '../capture.ts';
import type { Pass } from './pass.ts';
import { type Fields, fieldsOf, listOf, numberOf, scalarsOf, stringOf } from './read.ts';
import { redactCss, redactDeclared } from './redact-css.ts';
import { at, redactAttributes, redactNode, redactNodeText } from './redact-node.ts';
import { isTellingName } from './redact-name.ts';
import { redactValue } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';
import { Source } from './rrweb-types.ts';
import { splitAddedTexts, splitTexts } from './split-texts.ts';

/** rrweb's types of events that say only that a document has loaded. */
const LOAD_EVENTS = [0, 1];
/** rrweb's type of event for what is not rrweb's own: players pass it over. */
const CUSTOM_EVENT = 5;
/** Stands for a property of CSS that cannot be kept. */
const WITHHELD_PROPERTY = '--withheld';

/**
 * What stands in the stream for an event that is withheld. It keeps the place: actions count the events before them, and a
 * stream with a hole would be taken for one that lost a batch.
 */
export function withheldEvent({ timestamp }: RrwebEvent): RrwebEvent {
  return { type: CUSTOM_EVENT, data: { tag: 'withheld', payload: {} }, timestamp };
}

const isWithheld = (type: number, { tag, payload }: Fields): boolean =>
  type === CUSTOM_EVENT && tag === 'withheld' && Object.keys(fieldsOf(payload)).length === 0;

/** An event of rrweb. Only what is known is kept: types, sources and fields. Throws when it is not as rrweb describes it. */
export function redactEvent(event: RrwebEvent, pass: Pass): RrwebEvent {
  const { type, timestamp } = event;
  if (LOAD_EVENTS.includes(type)) return { type, data: {}, timestamp };
  const data = fieldsOf(event.data);
  if (type === EventType.meta) {
    return {
      type,
      data: { href: redactUrl(stringOf(data['href']), pass), ...scalarsOf(data, ['width', 'height']) },
      timestamp,
    };
  }
  if (type === EventType.fullSnapshot) {
    const cuts = splitTexts(data['node'], 'snapshot', pass);
    const node = redactNode(data['node'], 'snapshot', { ...pass, cuts, inRegion: new Map() });
    const initialOffset = scalarsOf(fieldsOf(data['initialOffset']), ['left', 'top']);
    return { type, data: { node, initialOffset }, timestamp };
  }
  const safe = type === EventType.incremental ? redactIncrement(data, pass) : undefined;
  if (safe) return { type, data: { source: data['source'], ...safe }, timestamp };
  if (isWithheld(type, data)) return withheldEvent(event);
  pass.tally.count('other', 'unknown_event');
  return withheldEvent(event);
}

function redactIncrement(data: Fields, pass: Pass): Fields | undefined {
  switch (data['source']) {
    case Source.mutation:
      return redactMutation(data, pass);
    case Source.mouseMove:
    case Source.touchMove:
    case Source.drag:
      return {
        positions: listOf(data['positions']).map((at) => scalarsOf(fieldsOf(at), ['x', 'y', 'id', 'timeOffset'])),
      };
    case Source.mouseInteraction:
      return scalarsOf(data, ['type', 'id', 'x', 'y', 'pointerType']);
    case Source.scroll:
      return scalarsOf(data, ['id', 'x', 'y']);
    case Source.viewportResize:
      return scalarsOf(data, ['width', 'height']);
    case Source.input:
      return redactInput(data, pass);
    case Source.mediaInteraction:
      return scalarsOf(data, ['type', 'id', 'currentTime', 'volume', 'muted', 'loop', 'playbackRate']);
    case Source.styleSheetRule:
      return redactStyleSheetChange(data, pass);
    case Source.styleDeclaration:
      return redactDeclaration(data, pass);
    case Source.adoptedStyleSheet:
      return redactAdopted(data, pass);
    default:
      return undefined;
  }
}

function redactMutation(data: Fields, pass: Pass): Fields {
  const texts = listOf(data['texts']).map((change) => {
    const { id: told, value } = fieldsOf(change);
    const id = numberOf(told);
    // A comment, or something else that rrweb leaves out: it goes at all levels.
    if (id < 0) return { id, value: '' };
    const text = (changed: string) => redactNodeText(changed, pass.nodes.get(id), 'mutation', at(id, pass));
    return { id, value: value === null ? null : text(stringOf(value)) };
  });
  const attributes = listOf(data['attributes']).map((change) => {
    const { id, attributes: changed } = fieldsOf(change);
    const kind = pass.nodes.get(numberOf(id));
    return { id, attributes: redactAttributes(fieldsOf(changed), kind, 'mutation', at(numberOf(id), pass)) };
  });
  const removes = listOf(data['removes']).map((change) => scalarsOf(fieldsOf(change), ['parentId', 'id', 'isShadow']));
  const added = listOf(data['adds']).map(fieldsOf);
  const within = {
    ...pass,
    inRegion: new Map(),
    cuts: splitAddedTexts(added, 'mutation', pass),
    added: byParent(added),
  };
  const adds = added.flatMap(({ parentId, previousId, nextId, node }) => {
    const safe = redactNode(node, 'mutation', within);
    const places = { parentId: numberOf(parentId), nextId: nextId === null ? null : numberOf(nextId) };
    const previous = previousId === undefined ? {} : { previousId: previousId === null ? null : numberOf(previousId) };
    return safe ? [{ ...places, ...previous, node: safe }] : [];
  });
  return { texts, attributes, removes, adds, ...(data['isAttachIframe'] === true ? { isAttachIframe: true } : {}) };
}

function byParent(added: readonly Fields[]): ReadonlyMap<number, Fields[]> {
  const children = new Map<number, Fields[]>();
  for (const addition of added) {
    const parent = numberOf(addition['parentId']);
    const siblings = children.get(parent);
    if (siblings) siblings.push(addition);
    else children.set(parent, [addition]);
  }
  return children;
}

function redactInput(data: Fields, pass: Pass): Fields {
  const text = stringOf(data['text']);
  const kept = scalarsOf(data, ['id', 'isChecked', 'userTriggered']);
  const kind = pass.nodes.get(numberOf(data['id']));
  if (kind === 'toggle') return { ...kept, text: 'on' };
  if (kind === 'file' || kind === 'hidden') return { ...kept, text: '' };
  return { ...kept, text: redactValue(text, 'input', pass, kind === 'guarded').text };
}

function redactRules(rules: unknown, pass: Pass): Fields[] {
  return listOf(rules).map((added) => {
    const { rule, index } = fieldsOf(added);
    return { rule: redactCss(stringOf(rule), pass), ...(index === undefined ? {} : { index: indexOf(index) }) };
  });
}

const indexOf = (index: unknown): number | number[] => (Array.isArray(index) ? index.map(numberOf) : numberOf(index));

function redactStyleSheetChange(data: Fields, pass: Pass): Fields {
  const safe: Record<string, unknown> = scalarsOf(data, ['id', 'styleId']);
  if (data['removes'] !== undefined)
    safe['removes'] = listOf(data['removes']).map((removed) => ({ index: indexOf(fieldsOf(removed)['index']) }));
  if (data['adds'] !== undefined) safe['adds'] = redactRules(data['adds'], pass);
  for (const name of ['replace', 'replaceSync']) {
    if (data[name] !== undefined) safe[name] = redactCss(stringOf(data[name]), pass);
  }
  return safe;
}

function redactDeclaration(data: Fields, pass: Pass): Fields {
  const safe: Record<string, unknown> = {
    ...scalarsOf(data, ['id', 'styleId']),
    index: listOf(data['index']).map(numberOf),
  };
  if (data['set'] !== undefined) {
    const { property, value, priority } = fieldsOf(data['set']);
    const text = value === null ? null : redactDeclared(property, stringOf(value), pass);
    safe['set'] = {
      property: propertyOf(property, pass),
      value: text,
      priority: priority === 'important' ? 'important' : undefined,
    };
  }
  if (data['remove'] !== undefined)
    safe['remove'] = { property: propertyOf(fieldsOf(data['remove'])['property'], pass) };
  return safe;
}

function propertyOf(value: unknown, pass: Pass): string {
  const property = stringOf(value);
  if (property === WITHHELD_PROPERTY) return property;
  const isPlain = /^-{0,2}[a-z][\w-]{0,60}$/i.test(property) && !isTellingName(property, 'style', pass);
  return isPlain ? property : WITHHELD_PROPERTY;
}

function redactAdopted(data: Fields, pass: Pass): Fields {
  const safe = { ...scalarsOf(data, ['id']), styleIds: listOf(data['styleIds']).map(numberOf) };
  if (data['styles'] === undefined) return safe;
  const styles = listOf(data['styles']).map((style) => {
    const { styleId, rules } = fieldsOf(style);
    return { styleId: numberOf(styleId), rules: redactRules(rules, pass) };
  });
  return { ...safe, styles };
}
