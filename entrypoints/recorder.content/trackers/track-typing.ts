import { hitNode } from '../event-hub.ts';
import { isCharacter, isPicker, isTextEntry, isToggle } from '../fields.ts';
import { SILENT_KEYS } from '../keys.ts';
import type { Aim } from '../observing.ts';
import type { Tools } from './tools.ts';
import { activatesBySpace } from './track-press.ts';

interface Typing {
  readonly aim: Aim;
  text: string;
  /** True once the page has made something of it. */
  isTaken: boolean;
}

/** Text that is typed where there is no field: into a canvas, a list, a widget of the page's own. */
export function trackTyping({ listen, signal, observer, addTyped, later }: Tools): void {
  let typing: Typing | null = null;

  function tell({ aim, text, isTaken }: Typing) {
    if (!isTaken) return;
    addTyped(text);
    observer.act(aim, { type: 'fill', value: '', typed: text, by: 'typing' });
  }
  function commit() {
    const done = typing;
    typing = null;
    // Whether the page has taken the last character is known then.
    if (done) later(() => tell(done));
  }
  listen(
    'keydown',
    (event) => {
      const hit = hitNode(event);
      if (SILENT_KEYS.test(event.key)) return;
      if (!hit || !isCharacter(event) || !isTypedInto(hit, event.key)) return commit();
      if (typing?.aim.element !== hit) {
        commit();
        typing = { aim: observer.aim(event, hit), text: '', isTaken: false };
      }
      const current = typing;
      current.text += event.key;
      if (current.isTaken) return;
      const before = observer.place().events;
      later(() => (current.isTaken ||= event.defaultPrevented || isWidget(hit) || observer.place().events > before));
    },
    signal,
  );
  listen(['pointerdown', 'focusout'], commit, signal);
  later.onSettle(() => {
    const done = typing;
    typing = null;
    if (done) tell(done);
  });
}

function isTypedInto(hit: Element, key: string): boolean {
  const isField = isTextEntry(hit) || isToggle(hit) || isPicker(hit) || hit instanceof HTMLSelectElement;
  return !isField && !(key === ' ' && activatesBySpace(hit));
}

/** What can have the focus and is no button hears keys. */
const isWidget = (hit: Element): boolean =>
  hit.matches('[tabindex],canvas') && !hit.matches('a,button,summary,[role="button"],[role="link"],[role="tab"]');
