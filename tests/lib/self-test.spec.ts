import { expect, test } from '@playwright/test';
import type { Policy, RedactionLevel } from '../../lib/policy.ts';
import { redactBatch } from '../../lib/redaction/redact-batch.ts';
import { selfTest } from '../../lib/redaction/self-test.ts';

type Redact = typeof redactBatch;

function policyOf(...levels: RedactionLevel[]): Policy {
  const sites = levels.map((redaction) => ({
    ...{ match: 'https://desk.example.com/*', redaction },
    ...{ urlParameters: ['view'], vocabulary: ['Assignee'] },
  }));
  return { sites, withhold: { patterns: [], words: [] } } as unknown as Policy;
}

for (const level of ['strict', 'standard', 'open'] as const) {
  test(`the redactor passes its own test at ${level}`, () => {
    expect(selfTest(redactBatch, policyOf(level))).toEqual([]);
  });
}

/** Puts a part of what was captured back into what was redacted. */
const leaking =
  (put: (raw: Parameters<Redact>[0], safe: ReturnType<Redact>['content']) => void): Redact =>
  (batch, context) => {
    const redacted = redactBatch(batch, context);
    const content = structuredClone(redacted.content);
    put(batch, content);
    return { ...redacted, content };
  };

test('a redactor that lets everything through is found out in every channel', () => {
  const all = leaking((raw, safe) => void Object.assign(safe, raw));
  expect(selfTest(all, policyOf('open'))).toEqual(
    expect.arrayContaining([
      'attribute',
      'card',
      'comment',
      'encoded',
      'heading',
      'hidden',
      'name',
      'password',
      'path',
      'plugin',
    ]),
  );
  expect(selfTest(all, policyOf('standard', 'open'))).toEqual(
    expect.arrayContaining(['cell', 'change', 'class', 'editable', 'query', 'text', 'textarea', 'typed', 'value']),
  );
});

for (const [channel, put] of [
  ['title', (raw, safe) => Object.assign(safe.actions[3]?.page ?? {}, { title: raw.actions[3]?.page?.title })],
  ['name', (raw, safe) => Object.assign(safe.actions[0]?.target ?? {}, { name: raw.actions[0]?.target?.name })],
  ['input', (raw, safe) => void safe.events.push(...raw.events.slice(3, 4))],
  ['plugin', (raw, safe) => void safe.events.push(...raw.events.slice(-1))],
] satisfies [string, Parameters<typeof leaking>[0]][]) {
  test(`a leak in one channel alone is named: ${channel}`, () => {
    expect(selfTest(leaking(put), policyOf('standard'))).toEqual([channel]);
  });
}

test('a redactor that gives up is not trusted', () => {
  const throwing: Redact = () => {
    throw new Error('quokka');
  };
  expect(selfTest(throwing, policyOf('strict'))).toEqual(['failed']);
  expect(selfTest((...given) => ({ ...redactBatch(...given), failures: 1 }), policyOf('strict'))).toEqual(['failed']);
});

test('it is done at the levels that the policy uses, once for each', () => {
  const levels: RedactionLevel[] = [];
  const counting: Redact = (batch, context) => {
    levels.push(context.level);
    return redactBatch(batch, context);
  };
  selfTest(counting, policyOf('open', 'strict', 'open'));
  expect(levels).toEqual(['strict', 'open']);
});
