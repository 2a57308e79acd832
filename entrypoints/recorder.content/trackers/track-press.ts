import { hitNode } from '../event-hub.ts';
import { isCharacter, isEmpty, isMultiline, isPicker, isTextEntry, isToggle } from '../fields.ts';
import { DELETE_KEYS, LINE_KEYS, SILENT_KEYS } from '../keys.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import type { Aim, Observation, Observer } from '../observing.ts';
import type { Tools } from './tools.ts';

const CARET_KEYS = /^(Arrow(Left|Right)|Home|End)$/;

/**
 * Whether a key press is an action: always, only if the page keeps it from the browser or changes by it, only where
 * something else than typing follows, or never.
 */
type Worth = 'always' | 'if consumed' | 'if answered' | 'if needed' | 'never';

/** A key that was pressed, and may be held down. */
interface Held {
  readonly aim: Aim;
  readonly key: string;
  /** Undefined: not known yet, or no action. */
  tell?: (aim: Aim, times?: number) => void;
  repeated?: Observation;
  times: number;
}

/** Shortcuts, and keys that have a function. Never a character that is typed. */
export function trackPress({ listen, signal, observer, later }: Tools): void {
  let held: Held | null = null;
  /** Presses that moved the caret since the last typing: a page may put something in where it is. */
  const moves: Parameters<Observer['act']>[] = [];

  /** What a key does while it is held down is told as one press more, with how often it came. */
  function release() {
    const done = held;
    held = null;
    if (done?.repeated) done.tell?.({ ...done.aim, ...done.repeated }, done.times);
  }
  function repeat(event: KeyboardEvent) {
    if (held?.key !== event.key) return;
    held.repeated ??= observer.observe(event);
    held.times += 1;
  }
  const takeMoves = () => moves.splice(0);
  function tellMoves() {
    for (const move of takeMoves()) observer.act(...move);
  }
  function settle() {
    release();
    tellMoves();
  }
  listen(
    'keydown',
    (event) => {
      const hit = hitNode(event);
      if (event.repeat) repeat(event);
      if (!hit || event.repeat || event.isComposing) return;
      release();
      if (isCharacter(event)) takeMoves();
      const worth = worthOf(event, hit);
      if (worth === 'never') return;
      if (worth === 'always') tellMoves();
      const { key } = event;
      const aim = observer.aim(event, isTextEntry(hit) ? meantElement(hit) : hit);
      const current: Held = { aim, key, times: 0 };
      held = current;
      later(() => {
        const consumed = event.defaultPrevented;
        const isAnswered = worth === 'if answered' && observer.place().events > aim.position.events;
        const isMove = worth === 'if needed' && !consumed;
        if (worth !== 'always' && !consumed && !isAnswered && !isMove) return;
        current.tell = (at, times) => {
          const press = {
            type: 'press',
            key,
            modifiers: modifiersOf(event),
            consumed,
            ...(times && { times }),
          } as const;
          moves.push([at, press]);
          if (!isMove) tellMoves();
        };
        current.tell(aim);
      });
    },
    signal,
  );
  listen('keyup', release, signal);
  listen('pointerdown', settle, signal);
  listen('beforeinput', takeMoves, signal);
  later.onSettle(settle);
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
  // What is selected by them is told as such.
  const ofCaret = event.shiftKey ? 'if consumed' : 'if needed';
  if (CARET_KEYS.test(key) || (LINE_KEYS.test(key) && isMultiline(hit))) return ofCaret;
  // They count a number up and down, which its value tells.
  if (LINE_KEYS.test(key)) return hit.matches('[type="number"]') ? 'if consumed' : 'always';
  return key === 'Enter' && isMultiline(hit) && !event.ctrlKey && !event.metaKey ? 'if consumed' : 'always';
}

function worthOfCharacter(event: KeyboardEvent, hit: Element): Worth {
  const isShortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  // With Alt alone some keyboards type: a character that reaches text is none of ours.
  if (isShortcut && !event.ctrlKey && !event.metaKey && isTextEntry(hit)) return 'if consumed';
  if (isShortcut) return 'always';
  return event.key === ' ' && activatesBySpace(hit) ? 'always' : 'never';
}

/** True where the space bar presses, chooses or checks, instead of typing. */
export const activatesBySpace = (hit: Element): boolean =>
  hit.matches('button,summary,[role]:not([role="textbox"],[role="application"])') && !isTextEntry(hit);
