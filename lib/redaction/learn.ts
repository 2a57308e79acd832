import type { RawAction } from '../action.ts';
import { EventType, type RrwebEvent } from '../capture.ts';
import { isGuardedField, namesSecret } from './guarded-fields.ts';
import type { Lessons } from './lessons.ts';
import { changedKind, elementKind, type NodeKind, textKind } from './node-kind.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './read.ts';
import { NodeType, Source } from './rrweb-types.ts';

/** What is learnt from the events of one document: which nodes hold values, and the values. */
export interface Learner {
  readonly nodes: Map<number, NodeKind>;
  readonly lessons: Lessons;
  /** Tells the fields of one document from those of others. */
  readonly recorder: string;
}

/** Learns from an event before anything is redacted. Throws when it is not as rrweb describes it. */
export function learnFromEvent({ type, data }: RrwebEvent, learner: Learner): void {
  if (type === EventType.fullSnapshot) {
    learner.nodes.clear();
    learnNode(fieldsOf(fieldsOf(data)['node']), undefined, 'keep', learner);
  }
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

/** Learns what was filled in. */
export function learnFromAction({ action, target }: RawAction, { lessons, nodes, recorder }: Learner): void {
  if (action.type !== 'fill') return;
  if (action.typed !== undefined) lessons.keep(action.typed);
  if (isGuardedTarget(target, nodes)) {
    if (target?.nodeId != null) nodes.set(target.nodeId, 'guarded');
    lessons.guard(action.value);
    if (action.typed !== undefined) lessons.guard(action.typed);
  }
  if (target?.nodeId == null) lessons.keep(action.value);
  else lessons.commit(fieldOf(recorder, target.nodeId), action.value);
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

function hold(id: number, value: string, { lessons, recorder }: Learner): void {
  lessons.hold(fieldOf(recorder, id), value);
}

/** A value in a snapshot is there to stay; one in a change may be on its way. */
type Manner = 'keep' | 'hold';

function learnNode(node: Fields, parent: NodeKind | undefined, manner: Manner, learner: Learner): void {
  const id = numberOf(node['id']);
  const learn = (value: string, kind: NodeKind | undefined) => {
    if (kind === 'guarded') learner.lessons.guard(value);
    if (manner === 'keep') learner.lessons.keep(value);
    else hold(id, value, learner);
  };
  if (node['type'] === NodeType.text) {
    const kind = textKind(parent);
    note(id, kind, learner);
    if (kind === 'editable' || kind === 'guarded') learn(stringOf(node['textContent']), kind);
    return;
  }
  let kind: NodeKind | undefined;
  if (node['type'] === NodeType.element) {
    const attributes = fieldsOf(node['attributes']);
    kind = elementKind(stringOf(node['tagName']).toLowerCase(), attributes, parent);
    note(id, kind, learner);
    if (isEntered(kind) && attributes['value'] !== undefined) learn(String(attributes['value']), kind);
  }
  if (node['childNodes'] === undefined) return;
  for (const child of listOf(node['childNodes'])) learnNode(fieldsOf(child), kind, manner, learner);
}

function note(id: number, kind: NodeKind | undefined, { nodes }: Learner): void {
  if (kind) nodes.set(id, kind);
  else nodes.delete(id);
}

function learnMutation(data: Fields, learner: Learner): void {
  const { nodes } = learner;
  for (const added of listOf(data['adds'])) {
    const { parentId, node } = fieldsOf(added);
    learnNode(fieldsOf(node), nodes.get(numberOf(parentId)), 'hold', learner);
  }
  for (const changed of listOf(data['attributes'])) {
    const { id, attributes } = fieldsOf(changed);
    const changes = fieldsOf(attributes);
    const kind = changedKind(nodes.get(numberOf(id)), changes);
    note(numberOf(id), kind, learner);
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
