import { normalise } from '../accessible-name.ts';
import { hitNode } from '../event-hub.ts';
import type { Tools } from './tools.ts';

/** Texts of options that are handed over, at most. */
const MAX_CHOICES = 200;

/** Choices in a native select. */
export function trackSelect({ listen, signal, observer, gestures }: Tools): void {
  listen(
    'change',
    (event) => {
      const select = hitNode(event);
      if (!(select instanceof HTMLSelectElement)) return;
      const gesture = gestures.current();
      if (gesture?.aim.element === select) gesture.isTold = true;
      const options = [...select.selectedOptions].map((option) => ({ label: labelOf(option), index: option.index }));
      const choices = [...select.options].slice(0, MAX_CHOICES).map(labelOf);
      observer.act(gestures.aimAt(event, select), { type: 'selectOption', options, choices });
    },
    signal,
  );
}

const labelOf = (option: HTMLOptionElement): string => normalise(option.label);
