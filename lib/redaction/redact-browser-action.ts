import type { RawAction, RedactedAction } from '../action.ts';
import type { Ledger } from '../record.ts';
import { sumLedgers } from '../totals.ts';
import type { RedactionMemory } from './memory.ts';
import { redactBatch, type RedactionContext } from './redact-batch.ts';
import type { Redacted } from './redacted.ts';

/** The browser's own actions come from no recorder. */
const RECORDER = 'browser';

/** An action could not be redacted. The message tells nothing of it. */
export class RedactionError extends Error {
  override readonly name = 'RedactionError';
}

/** Redacts an action that the browser reported, such as a navigation. Throws a `RedactionError` if that fails. */
export function redactBrowserAction(
  raw: RawAction,
  context: RedactionContext,
): { content: Redacted<RedactedAction>; ledger: Ledger; memory: RedactionMemory } {
  const batch = { recorder: RECORDER, events: [], actions: [raw], gaps: [], typed: [], isLast: true };
  const { content, ledger, memory } = redactBatch(batch, context);
  const [action] = content.actions;
  if (!action) throw new RedactionError(`An action of type ${raw.action.type} could not be redacted and is left out.`);
  return { content: action as Redacted<RedactedAction>, ledger: sumLedgers([ledger]), memory };
}
