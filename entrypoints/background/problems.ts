import type { ProblemReason } from '../../lib/status.ts';
import { localStore, sessionStore } from './settings.ts';

/** So many failed redactions in one browser session stop recording: the redactor is not to be trusted with these pages. */
const MAX_REDACTION_FAILURES = 20;

/** Stops recording everywhere until the cause is gone. */
export async function reportProblem(reason: ProblemReason): Promise<void> {
  await localStore.set('problem', reason);
}

export async function countRedactionFailures(failures: number): Promise<void> {
  if (failures === 0) return;
  const total = ((await sessionStore.get('redactionFailures')) ?? 0) + failures;
  await sessionStore.set('redactionFailures', total);
  if (total >= MAX_REDACTION_FAILURES) await reportProblem('redaction');
}
