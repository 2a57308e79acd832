import type { RawAction } from '../action.ts';
import { EventType, type RrwebEvent } from '../capture.ts';
import type { CodeBoxes } from './code-boxes.ts';
import { fieldsLabelledSecret, treeOfAdded } from './field-labels.ts';
import { secretsBehindLabels } from './labelled-secrets.ts';
import { isGuardedField, namesSecret } from './guarded-fields.ts';
import type { Lessons } from './lessons.ts';
import { changedKind, elementKind, type NodeKind, textKind } from './node-kind.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { elementRegion, type Region, textRegion } from './region.ts';
import type { Regions } from './regions.ts';
import { NodeType, Source } from './rrweb-types.ts';

/** What is learnt from the events of one document: which nodes hold values, the values, and what the page's parts speak of. */
export interface Learner {
  readonly nodes: Map<number, NodeKind>;
  readonly regions: Regions;
  readonly lessons: Lessons;
  readonly boxes: CodeBoxes;
  /** Tells the fields of one document from those of others. */
  readonly recorder: string;
}

/** Learns from an event before anything is redacted. Throws when it is not as rrweb describes it. */
export function learnFromEvent({ type, data }: RrwebEvent, learner: Learner): void {
  if (type === EventType.fullSnapshot) learnSnapshot(fieldsOf(fieldsOf(data)['node']), learner);
  if (type !== EventType.incremental) return;
  const increment = fieldsOf(data);
  if (increment['source'] === Source.mutation) learnMutation(increment, learner);
  if (increment['source'] === Source.input) {
    const id = numberOf(increment['id']);
    const kind = learner.nodes.get(id);
    const text = stringOf(increment['text']);
    if (kind === 'guarded') learner.lessons.guard(text);
    if (kind === undefined || isEntered(kind)) hold(id, text, learner);
  }
}

/** What was for a secret, or hidden, is so still when the page is looked at again. */
function learnSnapshot(document: Fields, learner: Learner): void {
  const { nodes, regions } = learner;
  const secret = [...nodes].filter(([, kind]) => kind === 'guarded' || kind === 'hidden');
  nodes.clear();
  regions.clear();
  learner.boxes.clear();
  learnNode(document, undefined, undefined, 'keep', learner);
  guardAll(
    secret.map(([id]) => id),
    learner,
  );
  guardLabelled(document, learner);
}

/** What labels and other texts give away as a secret: fields, and what the page shows. */
function guardLabelled(tree: Fields, learner: Learner): void {
  const { fields, texts } = secretsBehindLabels(tree, learner.nodes);
  guardAll([...fieldsLabelledSecret(tree), ...fields.flat().flatMap(({ id, nodes }) => [id, ...nodes])], learner);
  for (const boxes of fields) learner.lessons.guard(learner.boxes.found(boxes));
  for (const [id, text] of texts) {
    if (learner.nodes.has(id)) continue;
    learner.nodes.set(id, 'guarded');
    learner.lessons.guard(text);
  }
}

function guardAll(ids: Iterable<number>, learner: Learner): void {
  for (const id of ids) {
    const kind = learner.nodes.get(id);
    if (kind === 'field' || kind === 'editable') guard(id, learner);
  }
}

/** Learns what was filled in. */
export function learnFromAction({ action, target }: RawAction, { boxes, lessons, nodes, recorder }: Learner): void {
  if (action.type !== 'fill') return;
  if (action.typed !== undefined) lessons.keep(action.typed);
  if (isGuardedTarget(target, nodes)) {
    if (target?.nodeId != null) nodes.set(target.nodeId, 'guarded');
    lessons.guard(action.value);
    if (action.typed !== undefined) lessons.guard(action.typed);
  }
  if (target?.nodeId == null) lessons.keep(action.value);
  else {
    lessons.guard(boxes.hold(target.nodeId, action.value));
    lessons.commit(fieldOf(recorder, target.nodeId), action.value);
  }
}

/** True where what was filled in is kept at no level. */
export function isGuardedTarget(target: RawAction['target'], nodes: ReadonlyMap<number, NodeKind>): boolean {
  if (!target) return false;
  if (target.states.includes('password') || namesSecret(target.name)) return true;
  if (target.nodeId !== null && nodes.get(target.nodeId) === 'guarded') return true;
  return isGuardedField(target.attributes);
}

const isEntered = (kind: NodeKind | undefined): boolean => kind === 'field' || kind === 'guarded';

const fieldOf = (recorder: string, id: number): string => `${recorder} ${id}`;

function hold(id: number, value: string, { boxes, lessons, recorder }: Learner): void {
  lessons.guard(boxes.hold(id, value));
  lessons.hold(fieldOf(recorder, id), value);
}

/** A field turns out to be for a secret: what it holds was one before. */
function guard(id: number, { nodes, lessons, recorder }: Learner): void {
  nodes.set(id, 'guarded');
  lessons.guardHeld(fieldOf(recorder, id));
}

/** A value in a snapshot is there to stay; one in a change may be on its way. */
type Manner = 'keep' | 'hold';

/** Learns from a node in an element of that kind and region. */
function learnNode(
  node: Fields,
  kindAround: NodeKind | undefined,
  regionAround: Region | undefined,
  manner: Manner,
  learner: Learner,
): void {
  const id = numberOf(node['id']);
  if (node['type'] === NodeType.text) {
    const kind = textKind(kindAround);
    note(id, kind, textRegion(regionAround), learner);
    if (kind === 'editable' || kind === 'guarded') learnValue(id, stringOf(node['textContent']), kind, manner, learner);
    return;
  }
  let kind: NodeKind | undefined;
  let region: Region | undefined;
  if (node['type'] === NodeType.element) {
    const attributes = fieldsOf(node['attributes']);
    const tag = stringOf(node['tagName']).toLowerCase();
    kind = elementKind(tag, attributes, kindAround);
    region = elementRegion(tag, attributes, regionAround);
    note(id, kind, region, learner);
    if (isEntered(kind) && attributes['value'] !== undefined)
      learnValue(id, String(attributes['value']), kind, manner, learner);
  }
  if (node['childNodes'] === undefined) return;
  for (const child of listOf(node['childNodes'])) learnNode(fieldsOf(child), kind, region, manner, learner);
}

function learnValue(id: number, value: string, kind: NodeKind | undefined, manner: Manner, learner: Learner): void {
  if (kind === 'guarded') learner.lessons.guard(value);
  if (manner === 'keep') learner.lessons.keep(value, fieldOf(learner.recorder, id));
  else hold(id, value, learner);
}

function note(id: number, kind: NodeKind | undefined, region: Region | undefined, { nodes, regions }: Learner): void {
  if (kind) nodes.set(id, kind);
  else nodes.delete(id);
  regions.set(id, region);
}

function learnMutation(data: Fields, learner: Learner): void {
  const { nodes, regions } = learner;
  const adds = listOf(data['adds']);
  for (const added of adds) {
    const { parentId, node } = fieldsOf(added);
    const id = numberOf(parentId);
    learner.boxes.adopt(numberOf(fieldsOf(node)['id']), id);
    learnNode(fieldsOf(node), nodes.get(id), regions.get(id), 'hold', learner);
  }
  if (adds.length > 1) guardLabelled(treeOfAdded(adds), learner);
  for (const changed of listOf(data['attributes'])) {
    const { id, attributes } = fieldsOf(changed);
    const changes = fieldsOf(attributes);
    const before = nodes.get(numberOf(id));
    const kind = changedKind(before, changes);
    if (kind === 'guarded' && before !== kind) guard(numberOf(id), learner);
    note(numberOf(id), kind, regions.get(numberOf(id)), learner);
    if (!isEntered(kind) || typeof changes['value'] !== 'string') continue;
    if (kind === 'guarded') learner.lessons.guard(changes['value']);
    hold(numberOf(id), changes['value'], learner);
  }
  for (const changed of listOf(data['texts'])) {
    const { id, value } = fieldsOf(changed);
    const kind = nodes.get(numberOf(id));
    if (value === null || (kind !== 'editable' && kind !== 'guarded')) continue;
    if (kind === 'guarded') learner.lessons.guard(stringOf(value));
    hold(numberOf(id), stringOf(value), learner);
  }
}
