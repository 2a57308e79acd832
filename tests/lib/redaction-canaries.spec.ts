import { expect, test } from '@playwright/test';
import type { RawAction } from '../../lib/action.ts';
import type { RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';
import { redactBatch } from '../../lib/redaction/redact-batch.ts';
import { createMadeUpPage, DETECTED, PEOPLE } from '../support/made-up-page.ts';
import { RECORDER, snapshot } from '../support/records.ts';
import { nodeIn } from '../support/rrweb.ts';
import { seeded } from '../support/seeded.ts';

const RUNS = 2_000;

/** What must not be found, in the forms in which it could be. */
function leaks(output: unknown, run: number, level: RedactionLevel, entered: readonly string[]): string[] {
  const written = JSON.stringify(output).toLowerCase();
  const open = written.replace(/(?:%[\da-f]{2})+/g, (codes) => decodeURIComponent(codes));
  const plain = open.normalize('NFKC').replaceAll(/[^\p{L}\p{N}@.+]+/gu, ' ');
  const data = level === 'open' ? [] : [`qx${run}placed`, ...entered];
  const secrets = [`qx${run}secret`, ...[...data, ...DETECTED].map((value) => value.toLowerCase())];
  return secrets.filter((secret) => {
    const words = secret.normalize('NFKC').replaceAll(/[^\p{L}\p{N}@.+]+/gu, ' ');
    return written.includes(secret) || open.includes(secret) || plain.includes(words);
  });
}

interface Part {
  readonly batch: Parameters<typeof redactBatch>[0];
  readonly entered: readonly string[];
  readonly made: ReturnType<typeof createMadeUpPage>;
}

/** Three batches of one document: a page on which everything is entered, changes, and a checkout with more changes. */
function* partsOf(run: number): Generator<Part> {
  const random = seeded(run);
  const entered = [...PEOPLE, `Kx${run}value`, `ref-${run}-zulu`].filter(() => random(2) === 0).concat('quokka');
  const made = createMadeUpPage(random, entered, run);
  for (let part = 0; part < 3; part += 1) {
    const fills = entered.map((value): RawAction => ({
      ...made.action(),
      action: { type: 'fill', value, by: 'paste' },
    }));
    const nodes = Array.from({ length: 4 }, () => made.node());
    const changes = Array.from({ length: 6 }, () => made.change());
    const events = part === 1 ? changes : [...snapshot(0, nodes, made.url()), ...changes];
    const actions = [...(part === 0 ? fills : []), made.action()];
    yield {
      batch: { recorder: RECORDER, events, actions, isLast: false, gaps: [], typed: [made.enteredValue()] },
      entered,
      made,
    };
  }
}

for (const [level, runs] of [
  ['standard', RUNS],
  ['open', RUNS / 4],
  ['strict', RUNS / 4],
] as const) {
  test(`no canary survives at level ${level}, and each value keeps its own placeholder`, () => {
    test.setTimeout(180_000);
    for (let run = 0; run < runs; run += 1) {
      let memory: RedactionMemory = emptyMemory();
      const placeholders = new Map<string, string>();
      for (const { batch, entered, made } of partsOf(run)) {
        const redacted = redactBatch(batch, {
          level,
          urlParameters: ['u'],
          vocabulary: [],
          withhold: { patterns: [], words: [] },
          memory,
        });
        memory = JSON.parse(JSON.stringify(redacted.memory)) as RedactionMemory;
        const { content, ledger, failures } = redacted;
        const found = leaks([content, ledger], run, level, entered);
        if (found.length > 0 || failures > 0)
          throw new Error(`Run ${run}: ${failures} failures, leaks of ${found.join(', ')}`);
        for (const { id, value } of level === 'standard' ? made.greetings : []) {
          const shown = nodeIn(content.events, id)?.['textContent'];
          if (typeof shown !== 'string') continue;
          const placeholder = shown.match(/⟦[^⟧]+⟧$/)?.[0] ?? shown;
          expect(`${run} ${value} ${placeholder}`).toBe(`${run} ${value} ${placeholders.get(value) ?? placeholder}`);
          placeholders.set(value, placeholder);
        }
      }
      expect(new Set(placeholders.values()).size, `Run ${run}: two values share a placeholder.`).toBe(
        placeholders.size,
      );
    }
  });
}

test('without redaction the canaries are found', () => {
  const found = new Set<string>();
  for (let run = 0; run < 50; run += 1) {
    for (const { batch, entered } of partsOf(run)) {
      for (const secret of leaks([batch.events, batch.actions.slice(entered.length)], run, 'strict', entered))
        found.add(secret.replace(/\d+/, ''));
    }
  }
  const expected = [...PEOPLE, ...DETECTED, 'kxvalue', 'ref--zulu', 'qxsecret', 'qxplaced'];
  expect(
    expected.map((secret) => secret.toLowerCase().replace(/\d+/, '')).filter((secret) => !found.has(secret)),
  ).toEqual([]);
});
