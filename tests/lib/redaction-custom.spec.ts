import { expect, test } from '@playwright/test';
import { customPattern } from '../../lib/redaction/custom-pattern.ts';
import { snapshot } from '../support/records.ts';
import { attributes, redact, text } from '../support/redact.ts';
import { elementNode, textNode } from '../support/rrweb.ts';

const allowed: readonly (readonly [source: string, found: string])[] = [
  ['EMP-\\d{4,8}', 'EMP-12345'],
  ['\\b[A-Z]{2}\\d{6}\\b', 'ab123456'],
  ['Projekt (?:Adler|Falke)', 'projekt falke'],
  ['case [a-z]+-\\d+', 'case alpha-42'],
  ['(?:\\d{3} ){2}\\d{3}', '123 456 789'],
  ['[^\\s@]{3,20}@corp', 'alice@corp'],
  ['\\p{Lu}\\d{5}', 'X12345'],
];

for (const [source, found] of allowed) {
  test(`a policy may use ${source}`, () => {
    const compiled = customPattern(source);
    expect(compiled).toHaveProperty('pattern');
    expect('pattern' in compiled && found.match(compiled.pattern)).toEqual([found]);
  });
}

const refused: readonly (readonly [source: string, problem: string])[] = [
  ['(a+)+$', 'repeats what repeats or branches in itself'],
  ['(a|a)*b', 'repeats what repeats or branches in itself'],
  ['((?:ab?)c){2,}', 'repeats what repeats or branches in itself'],
  ['(a*)(a*)(a*)b', 'has too many repetitions after each other'],
  ['\\d+\\d+\\d+x', 'has too many repetitions after each other'],
  ['(a)\\1', 'refers to what it matched before'],
  ['(?<n>a)\\k<n>', 'refers to what it matched before'],
  ['(?<=a)b', 'looks ahead or behind'],
  ['a(?!b)', 'looks ahead or behind'],
  ['(', 'is no regular expression'],
  ['x*', 'matches nothing at all'],
];

for (const [source, problem] of refused)
  test(`a policy may not use ${source}: it ${problem}`, () => expect(customPattern(source)).toEqual({ problem }));

test('what a policy may use takes linear time', () => {
  const texts = ['a', '1', 'a1', 'EMP-', 'case a', '123 ', 'a@'].map((part) => part.repeat(20_000 / part.length));
  // The processor’s time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  for (const [source] of [...allowed, ['[a-z]+\\d+x'], ['\\w{1,64}-\\w{1,64}-']]) {
    const compiled = customPattern(source ?? '');
    if ('pattern' in compiled) for (const slow of texts) slow.match(compiled.pattern);
  }
  expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
});

test('what the policy lists is replaced in every channel and at every level, one placeholder for one value', () => {
  const withhold = { patterns: ['EMP-\\d{4}'], words: ['Project Falcon', 'Zulu GmbH'] };
  const children = [
    elementNode(
      10,
      'button',
      { title: 'Open PROJECT  falcon', class: 'project-falcon' },
      textNode(11, 'Edit EMP-1234'),
    ),
    elementNode(12, 'a', { href: 'https://x.example/emp-1234/zulu%20gmbh' }),
  ];
  for (const level of ['standard', 'open'] as const) {
    const { content } = redact({ events: snapshot(0, children) }, { level, withhold });
    expect(attributes(content.events, 10)).toEqual({ title: 'Open ⟦CUSTOM_1⟧', class: '⟦CUSTOM_1⟧' });
    expect(text(content.events, 11)).toBe('Edit ⟦CUSTOM_2⟧');
    expect(attributes(content.events, 12)).toEqual({ href: 'https://x.example/⟦CUSTOM_2⟧/⟦CUSTOM_3⟧' });
  }
});
