import type { LabelRecord } from '../record.ts';
import type { Outcome } from '../task.ts';
import type { RedactionMemory } from './memory.ts';
import type { RedactionContext } from './redact-batch.ts';
import { redactBrowserAction } from './redact-browser-action.ts';
import { type Redacted, stillRedacted } from './redacted.ts';

/** What a person said of a task. */
export interface Said {
  readonly instruction: string | null;
  readonly outcome: Outcome | null;
}

/** Redacts what a person said of a task, as the words of a message are. Throws a `RedactionError` if that fails. */
export function redactLabel(
  { instruction, outcome }: Said,
  at: number,
  context: RedactionContext,
): { record: Redacted<LabelRecord>; memory: RedactionMemory } {
  const action = { type: 'dialog', kind: 'prompt', message: instruction ?? '', accepted: null, value: null } as const;
  const raw = { at, until: at, eventsBefore: null, action, target: null, page: null };
  const { content, ledger, memory } = redactBrowserAction(raw, context);
  const message = content.action.type === 'dialog' ? content.action.message : '';
  const safe = { kind: 'label' as const, at, instruction: message === '' ? null : message, outcome, ledger };
  return { record: stillRedacted(content, safe), memory };
}
