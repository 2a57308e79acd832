import type { Dialog, Page } from 'playwright';
import type { Action } from '../../lib/action.ts';
import type { Episode } from '../../lib/episode.ts';
import { patternOf, type Values } from './values.ts';

type DialogAction = Extract<Action, { type: 'dialog' }>;

/** A dialog that was shown, and how it was answered. */
export interface Answered {
  readonly kind: string;
  readonly message: string;
}

/** Answers the browser's own dialogs as the episode did, in its order. */
export interface Dialogs {
  attend(page: Page): void;
  /** The dialog that stood for this step, once it has been shown. */
  answeredFor(step: number): Answered | undefined;
  /** Waits for the dialog of a step. */
  wait(step: number, timeoutMs: number): Promise<Answered | undefined>;
  /** Dialogs that no step of the episode tells of, since the last time that this was asked. */
  unexpected(): Answered[];
  /** Tells which step is being done. */
  at(step: number): void;
  leave(): void;
}

export function createDialogs({ steps }: Episode, values: Values): Dialogs {
  const answered = new Map<number, Answered>();
  const attended = new Set<Page>();
  const surprises: Answered[] = [];
  let current = 0;
  let tell: (() => void)[] = [];

  /** The next dialog of that kind in the episode that has not been shown yet. */
  function expected(kind: string): { index: number; action: DialogAction } | undefined {
    for (const { index, action } of steps) {
      if (action.type !== 'dialog' || action.kind !== kind || answered.has(index)) continue;
      // Whether to leave is told before the step by which a person left.
      if (index >= current || (kind === 'beforeunload' && action.accepted)) return { index, action };
    }
    return undefined;
  }
  async function answer(dialog: Dialog): Promise<void> {
    const next = expected(dialog.type());
    const shown = { kind: dialog.type(), message: dialog.message() };
    if (!next) {
      surprises.push(shown);
      await dialog.accept().catch(() => undefined);
      return;
    }
    const { index, action } = next;
    const text = action.value
      ? await values.demand(action.value.text, { class: action.value.class, step: index, target: null })
      : undefined;
    const isAccepted = action.accepted ?? true;
    await (isAccepted ? dialog.accept(text) : dialog.dismiss()).catch(() => undefined);
    answered.set(index, shown);
    for (const each of tell) each();
  }
  const listen = (dialog: Dialog) => void answer(dialog);
  const dialogs: Dialogs = {
    attend(page) {
      attended.add(page);
      page.on('dialog', listen);
    },
    answeredFor: (step) => answered.get(step),
    async wait(step, timeoutMs) {
      if (answered.has(step)) return answered.get(step);
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
        tell = [...tell, () => answered.has(step) && resolve()];
      });
      clearTimeout(timer);
      return answered.get(step);
    },
    unexpected: () => surprises.splice(0),
    at: (step) => void (current = step),
    leave() {
      for (const page of attended) page.off('dialog', listen);
    },
  };
  return dialogs;
}

/** What is not as the episode has it. */
export function dialogDifferences({ kind, message }: DialogAction, shown: Answered, values: Values): string[] {
  // What it says is the browser's.
  if (kind === 'beforeunload') return [];
  const wanted = values.filled(message);
  return patternOf(wanted).test(shown.message) ? [] : [`the ${shown.kind} said “${shown.message}”, not “${wanted}”`];
}
