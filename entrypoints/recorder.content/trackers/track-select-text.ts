import { hitNode } from '../event-hub.ts';
import { focusedElement } from '../page-state.ts';
import type { Observation } from '../observing.ts';
import { distanceBetween } from '../paths.ts';
import { isBegunOnText, type SelectedText, selectedText } from '../selected-text.ts';
import type { Tools } from './tools.ts';

/** A pointer that moved less, in CSS pixels, selects nothing by moving. */
const MIN_DISTANCE = 3;

/** What keys have selected so far. */
interface ByKeys {
  readonly observation: Observation;
  readonly element: Element;
  readonly before: SelectedText | null;
  selected: SelectedText | null;
}

/** How keys begin that move the caret, or with Shift select. */
export const CARET_KEYS = /^(Arrow|Page|Home|End)/;

/** Text that is selected by dragging, by a click with Shift or with the keyboard; never what a script selects. */
export function trackSelectText({ listen, signal, observer, gestures, later }: Tools): void {
  let before: SelectedText | null = null;
  let byKeys: ByKeys | null = null;

  function tell(observation: Observation, { start, end }: SelectedText, pointer: MouseEvent | null = null) {
    observer.act(
      { ...observation, target: observer.describe(start.element, pointer) },
      {
        type: 'selectText',
        start: start.offset,
        end: end.offset,
        to: end.element === start.element ? null : observer.describe(end.element),
      },
    );
  }
  function look(keys: ByKeys) {
    const selected = selectedText(keys.element);
    if (selected && !isSame(selected, keys.before)) keys.selected = selected;
  }
  function endKeys() {
    const done = byKeys;
    byKeys = null;
    if (!done) return;
    look(done);
    if (done.selected) tell(done.observation, done.selected);
  }
  listen(
    'pointerdown',
    (event) => {
      endKeys();
      const hit = event.button === 0 ? hitNode(event) : null;
      before = hit && selectedText(hit);
    },
    signal,
  );
  listen(
    'pointerup',
    (event) => {
      const gesture = gestures.current();
      if (event.button !== 0 || gesture?.by !== 'pointer' || gesture.isTold) return;
      const start = gesture.start as MouseEvent;
      const isMoved = distanceBetween(event, start) > MIN_DISTANCE;
      if (!isMoved && !event.shiftKey) return;
      const selected = selectedText(gesture.hit);
      if (!selected || isSame(selected, before) || (isMoved && !isBegunOnText(gesture.hit, start))) return;
      gesture.isTold = true;
      tell(gesture.aim, selected, start);
    },
    signal,
  );
  listen(
    'keydown',
    (event) => {
      if (!selects(event)) {
        if (event.key !== 'Shift') endKeys();
        return;
      }
      const element = focusedElement() ?? document.body;
      byKeys ??= { observation: observer.observe(event), element, before: selectedText(element), selected: null };
      const current = byKeys;
      later(() => look(current));
    },
    signal,
  );
  later.onSettle(endKeys);
}

/** True for a key that selects text. */
export const selects = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  shiftKey ? CARET_KEYS.test(key) : (ctrlKey || metaKey) && key.toLowerCase() === 'a';

const isSame = (one: SelectedText | null, other: SelectedText | null): boolean =>
  one?.start.element === other?.start.element &&
  one?.start.offset === other?.start.offset &&
  one?.end.element === other?.end.element &&
  one?.end.offset === other?.end.offset;
