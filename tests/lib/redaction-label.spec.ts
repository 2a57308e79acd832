import { expect, test } from '@playwright/test';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { redactLabel } from '../../lib/redaction/redact-label.ts';
import { START } from '../support/records.ts';

const context = {
  ...{ level: 'standard' as const, urlParameters: [], vocabulary: [], memory: emptyMemory() },
  withhold: { words: [], patterns: [] },
  sites: [],
};

test('what a person says of a task is redacted', () => {
  const said = { instruction: 'Send the invoice to eve.moneypenny@example.com', outcome: 'done' } as const;
  const { record } = redactLabel(said, START, context);
  expect(record).toMatchObject({ kind: 'label', at: START, outcome: 'done' });
  expect(record.instruction).toMatch(/^Send the invoice to ⟦EMAIL_ADDRESS_1⟧$/);
  expect(record.ledger.length).toBeGreaterThan(0);
});

test('nothing said is nothing', () => {
  expect(redactLabel({ instruction: null, outcome: 'gave_up' }, START, context).record).toEqual({
    ...{ kind: 'label', at: START, instruction: null, outcome: 'gave_up', ledger: [] },
  });
});
