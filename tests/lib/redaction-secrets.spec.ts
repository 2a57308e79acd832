import { expect, test } from '@playwright/test';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { lastingPrints } from '../../lib/redaction/secret-matcher.ts';
import { printOf, type SecretPrint } from '../../lib/secret-print.ts';
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

test('letters of a secret in cells or lines of their own are found together, and the keys of a pad are not', () => {
  const cells = (from: number, written: string) =>
    [...written].map((one, at) => elementNode(from + 2 * at, 'td', {}, textNode(from + 2 * at + 1, one)));
  const shown = [
    elementNode(10, 'tr', {}, ...cells(100, SECRET)),
    elementNode(11, 'tr', {}, ...cells(200, '12345678')),
  ];
  const pin = { ...memory, secrets: [...memory.secrets, printOf('2345')] };
  const { content } = redact({ events: snapshot(0, shown) }, { level: 'open', memory: pin });
  expect(text(content.events, 101)).toBe('⟦SECRET⟧');
  expect(text(content.events, 103)).toBe('');
  expect(text(content.events, 203)).toBe('2');
});

test('a secret that is written by the numbers of its characters goes from a style too', () => {
  const escaped = [...SECRET].map((character) => `\\${character.charCodeAt(0).toString(16)} `).join('');
  const shown = [elementNode(10, 'p', { style: `--said: ${escaped}` })];
  const { content } = redact({ events: snapshot(0, shown) }, open);
  expect(attributes(content.events, 10)).toEqual({ style: '--said: ⟦SECRET⟧\\!' });
});

test('of what was typed letter by letter the end is remembered', () => {
  const typed = ['Hunt', 'Hunte', 'Hunter', 'Hunter-', 'Hunter-2'].map(printOf);
  expect(lastingPrints([...typed, printOf('other')])).toEqual([printOf('hunter2'), printOf('other')]);
  const { memory: after } = redact({ secrets: typed.slice(1) }, { memory: { ...emptyMemory(), secrets: [typed[0]!] } });
  expect(after.secrets).toEqual([printOf('hunter2')]);
});

test('of many secrets the latest are remembered, and one told again is late', () => {
  const many = Array.from({ length: 600 }, (_, place) => printOf(`value ${place * 7919}`));
  const [first, second] = many as [SecretPrint, SecretPrint];
  const lasting = lastingPrints([...many, first]);
  expect(lasting).toHaveLength(500);
  expect(lasting).toContainEqual(first);
  expect(lasting).not.toContainEqual(second);
});

test('a form of many accounts does not push out what passwords were', () => {
  const fields = Array.from({ length: 520 }, (_, place) =>
    elementNode(10 + place, 'input', { name: 'account_number', value: `ZK${48291734 + place * 7919}` }),
  );
  const { memory: after } = redact({ events: snapshot(0, fields), secrets: [printOf(SECRET)] }, open);
  expect(after.secrets).toContainEqual(printOf(SECRET));
});

test('what a field for a secret held is known in the next episode, though its page shows no field any more', () => {
  const field = elementNode(10, 'input', { name: 'account_number', value: 'ZK48291734' });
  const { memory: before } = redact({ events: snapshot(0, [field]) }, open);
  const { secrets = [] } = before;
  const shown = [elementNode(10, 'p', {}, textNode(11, 'Saved ZK48291734 for you'))];
  const { content } = redact({ events: snapshot(0, shown) }, { ...open, memory: { ...emptyMemory(), secrets } });
  expect(text(content.events, 11)).toBe('Saved ⟦SECRET⟧ for you');
});
