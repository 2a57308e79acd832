import { expect, test } from '@playwright/test';
import { redactAmounts, redactGeometry, redactShares } from '../../lib/redaction/redact-geometry.ts';
import { snapshot } from '../support/records.ts';
import { attributes, redact } from '../support/redact.ts';
import { elementNode, mutation, nodeIn } from '../support/rrweb.ts';

for (const [drawn, kept] of [
  ['M1020304 5060708 L9102030 4050607', 'M1020000 5060000 L9100000 4050000'],
  ['M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10', 'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10'],
  ['M10.3456-2.71828a5 5 0 0112.3456 7.5', 'M10.3-2.71a5 5 0 0112.3 7.5'],
  ['matrix(.0012345 0 0 0.70710678 283.746 1e-7)', 'matrix(.00123 0 0 0.707 283 1e-7)'],
] as const)
  test(`keeps of the drawing ${drawn} three digits of each number`, () => {
    expect(redactGeometry(drawn)).toBe(kept);
    expect(redactGeometry(kept)).toBe(kept);
  });

test('a drawing that is too long for an icon is left out', () => {
  expect(redactGeometry(`M0 0${'l1 1'.repeat(2_000)}`)).toBe('');
});

test('lengths say how a page looks, and no more', () => {
  expect(redactShares('width: 73.519%; height: 1283px; translate(12345.5px, 33.3%)')).toBe(
    'width: 74%; height: 1283px; translate(12345.5px, 33%)',
  );
  expect(redactShares('91847')).toBe('91800');
  expect(redactShares('#123456')).toBe('#123456');
});

test('amounts that a state tells have three digits if they have a fraction', () => {
  expect(redactAmounts('83.4715')).toBe('83.4');
  expect(redactAmounts('0.5, 12.5')).toBe('0.5, 12.5');
  expect(redactAmounts('283746')).toBe('283000');
});

test('drawings hold no words and no amounts, in snapshots and in changes', () => {
  const drawing = { d: 'M777111 888222 C1 2 3 4 5 6', height: '283746', 'font-family': 'Kwame', values: '1;okafor' };
  const nodes = [
    elementNode(10, 'path', drawing),
    elementNode(11, 'path', { d: 'kwame', stroke: 'round', dur: '0.3s' }),
  ];
  const changes = { d: 'M777111 2', style: { width: '64.8271%', transform: 'translateX(12.5%)' } };
  const changed = mutation({ attributes: [{ id: 10, attributes: changes }] });
  for (const level of ['standard', 'strict'] as const) {
    const { content } = redact({ events: [...snapshot(0, nodes), changed] }, { level });
    const [meta, full, change] = content.events;
    expect(attributes([meta, full], 10)).toEqual({
      ...{ d: 'M777000 888000 C1 2 3 4 5 6', height: '283000', 'font-family': '⟦WORD_1⟧' },
    });
    expect(attributes([meta, full], 11)).toEqual({ stroke: 'round', dur: '0.3s' });
    expect(JSON.stringify(change)).toContain('{"d":"M777000 2","style":{"width":"65%","transform":"translateX(13%)"}}');
  }
  const open = redact({ events: snapshot(0, nodes) }, { level: 'open' });
  expect(nodeIn(open.content.events, 10)?.['attributes']).toMatchObject({ d: drawing.d, height: '283746' });
});
