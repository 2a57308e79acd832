import { hitNode } from '../event-hub.ts';
import { isMultiline, isPicker, isTextEntry, isToggle } from '../fields.ts';
import { meantElement } from '../meant-element.ts';
import { modifiersOf } from '../modifiers.ts';
import type { Tools } from './tools.ts';

const MODIFIERS = new Set([
  'Alt',
  'AltGraph',
  'Control',
  'Meta',
  'Shift',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'OS',
]);
const NO_KEYS = new Set(['Dead', 'Process', 'Unidentified']);
const CARET_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);
const LINE_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
const DELETE_KEYS = new Set(['Backspace', 'Delete']);

/** Whether a key press is an action: always, only if the page makes something of it, or never. */
type Worth = 'always' | 'if consumed' | 'never';

/** Shortcuts, and keys that have a function. Never a character that is typed. */
export function trackPress({ listen, signal, observer, later }: Tools): void {
  listen(
    'keydown',
    (event) => {
      const hit = hitNode(event);
      if (!hit || event.repeat || event.isComposing) return;
      const worth = worthOf(event, hit);
      if (worth === 'never') return;
      const aim = observer.aim(event, isTextEntry(hit) ? meantElement(hit) : hit);
      const { key } = event;
      const modifiers = modifiersOf(event);
      later(() => {
        const consumed = event.defaultPrevented;
        if (worth === 'always' || consumed) observer.act(aim, { type: 'press', key, modifiers, consumed });
      });
    },
    signal,
  );
}

function worthOf(event: KeyboardEvent, hit: Element): Worth {
  const { key } = event;
  if (MODIFIERS.has(key) || NO_KEYS.has(key)) return 'never';
  if (key.length === 1) return worthOfCharacter(event, hit);
  if (hit instanceof HTMLSelectElement || isPicker(hit)) return key === 'Tab' || key === 'Escape' ? 'always' : 'never';
  if (isToggle(hit) && key.startsWith('Arrow')) return 'never';
  if (!isTextEntry(hit)) return 'always';
  if (DELETE_KEYS.has(key)) return 'never';
  if (CARET_KEYS.has(key)) return 'if consumed';
  if (LINE_KEYS.has(key)) return isMultiline(hit) ? 'if consumed' : 'always';
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

const activatesBySpace = (hit: Element): boolean =>
  hit.matches('button,summary,[role]:not([role="textbox"],[role="application"])') && !isTextEntry(hit);
