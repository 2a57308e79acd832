import { hitNode } from '../event-hub.ts';
import { isEmpty, isMultiline, isPicker, isTextEntry, isToggle } from '../fields.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import type { Aim, Observation, RawVerb } from '../observing.ts';
import type { Tools } from './tools.ts';

/** How keys begin that do nothing by themselves: modifiers, and those unidentified or taken by an input method. */
export const SILENT_KEYS = /^(Alt|Control|Meta|Shift|Fn|Dead|Process|Unid)|Lock$/;
const CARET_KEYS = /^(Arrow(Left|Right)|Home|End)$/;
const LINE_KEYS = /^(Arrow|Page)(Up|Down)$/;
const DELETE_KEYS = /^(Backspace|Delete)$/;

/** Whether a key press is an action: always, only if the page keeps it from the browser or changes by it, or never. */
type Worth = 'always' | 'if consumed' | 'if answered' | 'never';

type Press = Extract<RawVerb, { type: 'press' }>;

/** A key that was pressed, and may be held down. */
interface Held {
  readonly aim: Aim;
  readonly press: Omit<Press, 'consumed'>;
  /** Null: not known yet, or no action. */
  consumed: boolean | null;
  repeated: Observation | null;
  times: number;
}

/** Shortcuts, and keys that have a function. Never a character that is typed. */
export function trackPress({ listen, signal, observer, later }: Tools): void {
  let held: Held | null = null;

  /** What a key does while it is held down is told as one press more, with how often it came. */
  function release() {
    const done = held;
    held = null;
    if (done?.repeated && done.consumed !== null)
      observer.act({ ...done.aim, ...done.repeated }, { ...done.press, consumed: done.consumed, times: done.times });
  }
  function repeat(event: KeyboardEvent) {
    if (held?.press.key !== event.key) return;
    held.repeated ??= observer.observe(event);
    held.times += 1;
  }
  listen(
    'keydown',
    (event) => {
      const hit = hitNode(event);
      if (event.repeat) repeat(event);
      if (!hit || event.repeat || event.isComposing) return;
      release();
      const worth = worthOf(event, hit);
      if (worth === 'never') return;
      const aim = observer.aim(event, isTextEntry(hit) ? meantElement(hit) : hit);
      const press = { type: 'press', key: event.key, modifiers: modifiersOf(event) } as const;
      const current: Held = { aim, press, consumed: null, repeated: null, times: 0 };
      held = current;
      later(() => {
        const consumed = event.defaultPrevented;
        const isAnswered = worth === 'if answered' && observer.place().events > aim.position.events;
        if (worth !== 'always' && !consumed && !isAnswered) return;
        current.consumed = consumed;
        observer.act(aim, { ...press, consumed });
      });
    },
    signal,
  );
  for (const type of ['keyup', 'pointerdown'] as const) listen(type, release, signal);
  later.onSettle(release);
}

function worthOf(event: KeyboardEvent, hit: Element): Worth {
  const { key } = event;
  if (SILENT_KEYS.test(key)) return 'never';
  if (key.length === 1) return worthOfCharacter(event, hit);
  if (hit instanceof HTMLSelectElement || isPicker(hit)) return key === 'Tab' || key === 'Escape' ? 'always' : 'never';
  if (isToggle(hit) && key.startsWith('Arrow')) return 'never';
  if (!isTextEntry(hit)) return 'always';
  // Where nothing is to be deleted in the field, it may be the token before it.
  if (DELETE_KEYS.test(key)) return isEmpty(hit) ? 'if answered' : 'never';
  if (CARET_KEYS.test(key)) return 'if consumed';
  // They move the caret, or count a number up and down, which its value tells.
  if (LINE_KEYS.test(key)) return isMultiline(hit) || hit.matches('[type="number"]') ? 'if consumed' : 'always';
  return key === 'Enter' && isMultiline(hit) && !event.ctrlKey && !event.metaKey ? 'if consumed' : 'always';
}

function worthOfCharacter(event: KeyboardEvent, hit: Element): Worth {
  const isShortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  // With Alt alone some keyboards type: a character that reaches text is none of ours.
  if (isShortcut && !event.ctrlKey && !event.metaKey && isTextEntry(hit)) return 'if consumed';
  if (isShortcut) return isClipboardKey(event) ? 'if consumed' : 'always';
  return event.key === ' ' && activatesBySpace(hit) ? 'always' : 'never';
}

/** Copy, cut and paste have events of their own. */
const isClipboardKey = (event: KeyboardEvent): boolean =>
  !event.altKey && !event.shiftKey && 'cxv'.includes(event.key.toLowerCase());

/** True where the space bar presses, chooses or checks, instead of typing. */
export const activatesBySpace = (hit: Element): boolean =>
  hit.matches('button,summary,[role]:not([role="textbox"],[role="application"])') && !isTextEntry(hit);
