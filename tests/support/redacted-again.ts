import type { RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { redactBatch, type RedactedBatch } from '../../lib/redaction/redact-batch.ts';
import { asCaptured, memoryAfter } from '../../lib/redaction/second-pass.ts';
import { partsOf, vocabularyOf } from './canary-runs.ts';

/** Redacts one made-up document, and the result once more, as what the policy lists is known or not. */
export function* redactTwice(
  run: number,
  level: RedactionLevel,
  isPolicyKnown: boolean,
): Generator<{ first: RedactedBatch; second: RedactedBatch }> {
  const withhold = { patterns: [], words: [] };
  const listed = { urlParameters: ['u'], vocabulary: vocabularyOf(run), sites: [] };
  const rules = isPolicyKnown ? listed : { urlParameters: null, vocabulary: null, sites: null };
  let memory = emptyMemory();
  let memoryAgain = emptyMemory();
  for (const { batch } of partsOf(run)) {
    const first = redactBatch(batch, { level, ...listed, withhold, memory });
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
