import type { RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { redactBatch, type RedactedBatch, type RedactionContext } from '../../lib/redaction/redact-batch.ts';
import { asCaptured, memoryAfter } from '../../lib/redaction/second-pass.ts';
import { partsOf } from './canary-runs.ts';

type Rules = Pick<RedactionContext, 'urlParameters' | 'vocabulary'>;

/** Redacts one made-up document, and the result once more by `rules`. */
export function* redactTwice(
  run: number,
  level: RedactionLevel,
  rules: Rules,
): Generator<{ first: RedactedBatch; second: RedactedBatch }> {
  const withhold = { patterns: [], words: [] };
  let memory = emptyMemory();
  let memoryAgain = emptyMemory();
  for (const { batch } of partsOf(run)) {
    const first = redactBatch(batch, { level, urlParameters: ['u'], vocabulary: [], withhold, memory });
    const { events, actions } = first.content;
    const { counters } = memoryAfter(first.content);
    const second = redactBatch(
      { ...batch, typed: [], events, actions: actions.map(asCaptured) },
      { level, ...rules, withhold, memory: { ...memoryAgain, counters }, isAgain: true },
    );
    memory = first.memory;
    memoryAgain = second.memory;
    yield { first, second };
  }
}
