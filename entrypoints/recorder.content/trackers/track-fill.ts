import { hitNode } from '../event-hub.ts';
import { editingHost } from '../meant-element.ts';
import { fieldValue, isFillable } from '../fields.ts';
import { isSecretField } from '../secret-fields.ts';
import type { Aim, RawVerb } from '../observing.ts';
import type { Tools } from './tools.ts';

type By = Extract<RawVerb, { type: 'fill' }>['by'];

interface Filling {
  readonly aim: Aim;
  readonly by: By;
  /** What it held before. Null: not known. */
  readonly before: string | null;
  value: string;
}

/** Fields that get a value: one action for all of the typing in a field, with what it held in the end. */
export function trackFill({ listen, signal, observer, gestures, addTyped, later }: Tools): void {
  let filling: Filling | null = null;
  /** What was told last of a field: its `change` says it again. */
  const told = new WeakMap<Element, string>();

  function commit() {
    if (!filling) return;
    const { aim, by, before, value } = filling;
    filling = null;
    if (value === before) return;
    told.set(aim.element, value);
    observer.act(aim, { type: 'fill', value, by });
  }
  function begin(event: Event, field: Element): Filling {
    if (filling?.aim.element === field) return filling;
    commit();
    const value = fieldValue(field);
    const before = event.type === 'beforeinput' ? value : null;
    filling = { aim: gestureOrNew(event, field), by: howOf(event), before, value };
    return filling;
  }
  /** A picker is moved by a press that came before; typing has no press of its own. */
  const gestureOrNew = (event: Event, field: Element) =>
    event.type === 'beforeinput' ? observer.aim(event, field) : gestures.aimAt(event, field);

  listen('beforeinput', (event) => void whenField(event, (field) => begin(event, field)), signal);
  const read = (event: Event) =>
    whenField(event, (field) => {
      const current = begin(event, field);
      current.value = fieldValue(field);
      if (!isSecretField(field)) addTyped(current.value);
    });
  /** Typed into, chosen in a picker, or filled in by the browser after somebody asked it to. */
  const isOwn = (field: Element) =>
    filling?.aim.element === field || gestures.canHaveChanged(field) || navigator.userActivation.isActive;
  listen('input', (event) => whenField(event, (field) => isOwn(field) && read(event)), signal);
  const isNews = (field: Element) => filling?.aim.element === field || told.get(field) !== fieldValue(field);
  listen('change', (event) => whenField(event, (field) => isOwn(field) && isNews(field) && read(event)), signal);
  listen('pointerdown', commit, signal);
  listen('focusout', commit, signal);
  listen('keydown', (event) => isEndingKey(event) && endBy(event), signal);
  later.onSettle(commit);

  /** What the field holds before the page handles the key: many pages empty it then. */
  function endBy(event: KeyboardEvent) {
    if (!filling || event.isComposing) return;
    filling.value = fieldValue(filling.aim.element);
    const ended = filling;
    // Enter in a text of many lines is typing, unless the page makes something else of it.
    if (event.key === 'Enter' && isLineBreak(ended.aim.element, event))
      later(() => event.defaultPrevented && filling === ended && commit());
    else commit();
  }
}

function whenField(event: Event, work: (field: Element) => void): void {
  const hit = hitNode(event);
  if (!hit || !isFillable(hit)) return;
  work(hit instanceof HTMLElement && hit.isContentEditable ? editingHost(hit) : hit);
}

const isEndingKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Enter' || key === 'Tab' || key === 'Escape' || ((ctrlKey || metaKey) && key.length === 1);

const isLineBreak = (field: Element, event: KeyboardEvent): boolean =>
  !(field instanceof HTMLInputElement) && !event.ctrlKey && !event.metaKey;

function howOf(event: Event): By {
  const type = event instanceof InputEvent ? event.inputType : '';
  if (type === 'insertFromPaste') return 'paste';
  if (type === 'insertFromDrop') return 'drop';
  return /^(insert(Text|Composition|LineBreak|Paragraph)|delete|format|history)/.test(type) ? 'typing' : 'other';
}
