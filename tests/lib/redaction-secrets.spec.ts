import { expect, test } from '@playwright/test';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { lastingPrints } from '../../lib/redaction/secret-matcher.ts';
import { printOf } from '../../lib/secret-print.ts';
import { snapshot } from '../support/records.ts';
import { attributes, redact, text } from '../support/redact.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

const SECRET = 'Hunter-2wo!';
/** Another document has told of a secret that it held. */
const memory = { ...emptyMemory(), secrets: [printOf(SECRET), printOf('k4tz')] };
const open = { level: 'open', memory } as const;

const WRITTEN: readonly (readonly [written: string, kept: string])[] = [
  [`Your password is ${SECRET}`, 'Your password is ⟦SECRET⟧!'],
  ['It was HUNTER 2WO', 'It was ⟦SECRET⟧'],
  ['!ow2-retnuH backwards', '!⟦SECRET⟧ backwards'],
  ['spelt H u n t e r 2 w o', 'spelt ⟦SECRET⟧'],
  ['inside ofHunter2wotoo', 'inside of⟦SECRET⟧too'],
  ['K4TZ, katzen4tz, k4tzen', '⟦SECRET⟧, katzen4tz, k4tzen'],
  [encodeURIComponent(`is ${SECRET}`), 'is ⟦SECRET⟧!'],
  ['&#72;unter-2wo', '⟦SECRET⟧'],
];

for (const [written, kept] of WRITTEN)
  test(`a secret of another page is not kept at level open: ${written}`, () => {
    const { content } = redact({ events: snapshot(0, [elementNode(10, 'p', {}, textNode(11, written))]) }, open);
    expect(text(content.events, 11)).toBe(kept);
  });

test('a secret of another page goes from URLs, codes and attributes', () => {
  const link = elementNode(10, 'a', { href: `/in/${SECRET}?q=${SECRET}#${SECRET}`, title: btoa(`pw ${SECRET}`) });
  const { content } = redact({ events: snapshot(0, [link], `https://app.example.com/?q=${SECRET}`) }, open);
  expect(attributes(content.events, 10)).toEqual({
    href: '/in/⟦SECRET⟧!?q=⟦SECRET⟧!#⟦SECRET⟧!',
    title: '⟦IDENTIFIER_1⟧',
  });
  expect(JSON.stringify(content.events).toLowerCase()).not.toContain('hunter');
});

test('letters of a secret in elements of their own are found together, in snapshots and in changes', () => {
  const letters = (from: number) =>
    [...SECRET].map((one, at) => elementNode(from + 2 * at, 'b', {}, textNode(from + 2 * at + 1, one)));
  const shown = [elementNode(10, 'p', {}, ...letters(100))];
  const adds = letters(200).flatMap((node, at) => ({ parentId: 10, nextId: 202 + 2 * at, node }));
  const { content } = redact({ events: [...snapshot(0, shown), mutation({ adds })] }, open);
  for (const first of [100, 200]) {
    expect(text(content.events, first + 1)).toBe('⟦SECRET⟧');
    expect(text(content.events, first + 3)).toBe('');
  }
});

test('of what was typed letter by letter the end is remembered', () => {
  const typed = ['Hunt', 'Hunte', 'Hunter', 'Hunter-', 'Hunter-2'].map(printOf);
  expect(lastingPrints([...typed, printOf('other')])).toEqual([printOf('hunter2'), printOf('other')]);
  const { memory: after } = redact({ secrets: typed.slice(1) }, { memory: { ...emptyMemory(), secrets: [typed[0]!] } });
  expect(after.secrets).toEqual([printOf('hunter2')]);
});
