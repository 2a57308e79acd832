import { onDialog } from '../dialog-port.ts';
import type { Observation } from '../observing.ts';
import { asksForSecret, SECRET } from '../secret-fields.ts';
import { rememberSecret } from '../withhold.ts';
import type { Tools } from './tools.ts';

/** The browser's own dialogs, with what they were answered. */
export function trackDialog({ listen, signal, observer, later, addTyped }: Tools): void {
  let open: { readonly observation: Observation; readonly message: string } | null = null;
  onDialog((kind, what, text) => {
    if (signal.aborted) return;
    if (what === 'opens') {
      open = { observation: observer.observe(new Event('dialog')), message: text };
      return;
    }
    const asked = open;
    open = null;
    if (!asked) return;
    const { observation, message } = asked;
    const value = what === 'string' ? withheldIf(asksForSecret(message), text) : null;
    addTyped(value);
    const accepted = kind === 'alert' || what === 'string' || text === 'true';
    observer.act(observation, { type: 'dialog', kind, message, accepted, value });
  });

  let leaving: BeforeUnloadEvent | null = null;
  let observation: Observation;
  /** The page’s listeners come after ours: only now it is known what they have made of the event. */
  const endLeaving = (accepted: boolean) => {
    const isHeld = leaving && (leaving.defaultPrevented || leaving.returnValue);
    leaving = null;
    // Of a page in which nobody has done anything the browser asks nobody.
    if (isHeld && navigator.userActivation.hasBeenActive)
      observer.act(observation, { type: 'dialog', kind: 'beforeunload', message: '', accepted, value: null });
  };
  const hear = (event: Event) => {
    endLeaving(false);
    if (event.type !== 'beforeunload') return;
    leaving = event as BeforeUnloadEvent;
    observation = observer.observe(event);
  };
  listen(['beforeunload', 'pointerdown', 'keydown'], hear, signal);
  later.onSettle(endLeaving);
}

function withheldIf(isSecret: boolean, answer: string): string {
  if (!isSecret || answer === '') return answer;
  rememberSecret(answer);
  return SECRET;
}
