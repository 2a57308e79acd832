import { hitNode } from '../event-hub.ts';
import { editingHost } from '../meant-element.ts';
import { fieldValue, isCharacter, isEmpty, isLike, isMultiline, isPicker, isTextEntry } from '../fields.ts';
import { DELETE_KEYS, LINE_KEYS } from '../keys.ts';
import { isSecretField, SECRET } from '../secret-fields.ts';
import { followTyping, inkOf, type TypedText } from '../typed-text.ts';
import type { Aim, RawVerb } from '../observing.ts';
import type { Tools } from './tools.ts';
import { CARET_KEYS, selects } from './track-select-text.ts';

type By = Extract<RawVerb, { type: 'fill' }>['by'];

interface Filling {
  readonly aim: Aim;
  readonly by: By;
  /** What it held before. Null: not known. */
  before: string | null;
  readonly text: TypedText;
  field: Element;
}

/** Fields that get a value: one action for all of the typing in a field, with what it held in the end. */
export function trackFill({ listen, signal, observer, gestures, addTyped, later }: Tools): void {
  let filling: Filling | null = null;
  /** A key that may end a fill, and what the field held: what the page makes of it is known by the next event. */
  let ending: { readonly event: KeyboardEvent; readonly held: string } | undefined;

  function commit(held?: string) {
    if (!filling) return;
    const { aim, by, before, field, text } = filling;
    filling = null;
    const typed = isSecretField(field) || text.typed === before ? null : text.typed;
    // A field that the page takes away was filled; so was one that it empties, where nothing else tells what came in.
    const isGone = !field.isConnected || (typed === null && text.isEmptied());
    const value = held ?? (isGone ? text.last : fieldValue(field));
    if (value === before && typed === null) return;
    addTyped(typed);
    const isSame = typed === null || inkOf(typed) === inkOf(value);
    observer.act(aim, { type: 'fill', value, ...(!isSame && { typed }), by });
  }
  function begin(event: Event, field: Element): Filling {
    if (filling && filling.field !== field && !filling.field.isConnected && isLike(filling.field, field)) {
      filling.field = field;
      filling.text.moveTo(field);
    }
    if (filling?.field === field) return filling;
    commit();
    const isBefore = /^(beforeinput|keydown|paste)$/.test(event.type);
    // A picker is moved by a press that came before; typing has no press of its own.
    const aim = isBefore ? observer.aim(event, field) : gestures.aimAt(event, field);
    const text = followTyping(field);
    const { by, aim: pressed } = gestures.current() ?? {};
    const isByKey = by === 'key' && pressed?.element === field && !field.matches('[type="range"]');
    filling = { aim, by: isByKey ? 'typing' : howOf(event), before: isBefore ? text.last : null, text, field };
    return filling;
  }

  listen(
    'beforeinput',
    (event) =>
      whenField(event, (field) => {
        // What is cut out is told as such.
        if (/format|ByCut/.test(event.inputType)) return;
        ended();
        // What a key empties before it comes in goes on; keys look for what was emptied before them themselves.
        if (event.isComposing && filling?.field === field && filling.text.isEmptied()) commit();
        const { text } = begin(event, field);
        text.before();
        if (event.cancelable) later(() => event.defaultPrevented && text.wasTaken(event.data));
      }),
    signal,
  );
  const read = (event: Event) =>
    whenField(event, (field) => {
      const { text, by } = begin(event, field);
      if (event instanceof InputEvent) {
        text.cameIn(event.inputType, event.data);
        // One secret is not told from another.
        if (filling && text.last === SECRET) filling.before = null;
      } else if (by === 'other' || isPicker(field)) text.wasChosen();
      addTyped(text.last);
      // The press that moves a slider or a number, or opens colours, is told by what it makes of them.
      const gesture = gestures.current();
      const isMoving = gestures.isPressed() || field.matches('[type="color"]');
      if (isMoving && gesture?.aim.element === field) gesture.isTold = true;
    });
  /** Typed into, chosen in a picker, or filled in by the browser after somebody asked it to. */
  const isOwn = (field: Element, event: Event) =>
    filling?.field === field ||
    (!isCommand(event) && (gestures.canHaveChanged(field) || navigator.userActivation.isActive));
  listen('input', (event) => whenField(event, (field) => isOwn(field, event) && read(event)), signal);
  // What no input has brought in before is what the page has made of the field.
  listen('change', (event) => whenField(event, (field) => filling?.field === field && read(event)), signal);
  // A page may put in itself what was pasted.
  listen('paste', (event) => whenField(event, (field) => void begin(event, field)), signal);
  listen(['pointerdown', 'cut'], () => commit(), signal);
  listen(
    'focusout',
    ({ relatedTarget }) => {
      const left = filling;
      // A field that goes away under the typing may come again.
      if (relatedTarget) commit();
      else later(() => left?.field.isConnected && filling === left && commit());
    },
    signal,
  );
  listen(
    'keydown',
    (event) => {
      ended();
      if (isEndingKey(event)) endBy(event);
      else typed(event);
    },
    signal,
  );
  listen('keyup', ({ key }) => DELETE_KEYS.test(key) && filling?.text.wasDeleted(), signal);
  later.onSettle(() => commit());

  function ended() {
    const { event, held } = ending ?? {};
    ending = undefined;
    if (event?.defaultPrevented) commit(held);
  }

  /** A page may take a character before it comes to be an input, and an editor may delete by itself. */
  function typed(event: KeyboardEvent) {
    const field = hitNode(event);
    if (!isTextEntry(field) || !(isCharacter(event) || isStep(event) || DELETE_KEYS.test(event.key))) return;
    if (filling?.field === hostOf(field) && filling.text.isEmptied()) commit();
    const { text } = begin(event, hostOf(field));
    if (!isCharacter(event)) return;
    text.before();
    later(() => event.defaultPrevented && text.wasTaken(event.key));
  }

  function endBy(event: KeyboardEvent) {
    if (!filling || event.isComposing) return;
    // Typing goes on after Enter in a text of many lines, and where the caret moves, unless the page does that itself.
    const isLine = event.key === 'Enter' && isMultiline(filling.field) && !event.ctrlKey && !event.metaKey;
    // What is typed over what was selected comes after it.
    if (selects(event) || !(isLine || CARET_KEYS.test(event.key))) return commit();
    if (event.repeat) return;
    ending = { event, held: fieldValue(filling.field) };
    later(() => ending?.event === event && ended());
  }
}

function whenField(event: Event, work: (field: Element) => void): void {
  const hit = hitNode(event);
  if (isTextEntry(hit) || isPicker(hit)) work(hostOf(hit));
}

const hostOf = (field: Element): Element =>
  field instanceof HTMLElement && field.isContentEditable ? editingHost(field) : field;

/** Keys that count a number up or down. */
const isStep = (event: KeyboardEvent): boolean =>
  LINE_KEYS.test(event.key) && !!hitNode(event)?.matches('[type="number"]');

function isEndingKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (DELETE_KEYS.test(key)) return isEmpty(hitNode(event));
  if (CARET_KEYS.test(key)) return !isStep(event);
  return /^(Enter|Tab|Escape)$/.test(key) || ((ctrlKey || metaKey) && !altKey && key.length === 1);
}

/** What an event puts in or takes away, or its type where it does not say. */
const wayOf = (event: Event): string => (event as Partial<InputEvent>).inputType ?? event.type;

/** What a script does by `execCommand`: of what a person puts in, browsers tell beforehand. And what is cut out. */
const isCommand = (event: Event): boolean => /^(insert(?!Re|From)|delete(?!ByD)|format|history)/.test(wayOf(event));

function howOf(event: Event): By {
  const way = wayOf(event);
  if (/paste$/i.test(way)) return 'paste';
  if (/Drop/.test(way)) return 'drop';
  return /^(insert(?!Re|From)|delete|history|keydown)/.test(way) ? 'typing' : 'other';
}
