import { expect, test } from '@playwright/test';
import type { Element, LandmarkPlace, RowPlace, Selector } from '../../lib/element.ts';
import { element } from '../support/records.ts';
import { fill, raw, redact } from '../support/redact.ts';

/** A target whose every way to be found speaks of somebody. */
function telling(said: string): Partial<Element> {
  const quoted = JSON.stringify(said);
  const css = `:scope > td[title=${quoted}] > a[href^="/people/${encodeURIComponent(said)}"]`;
  const row: RowPlace = { among: `tr[aria-label=${quoted}]`, row: said, column: said, inside: css };
  const landmark: LandmarkPlace = { role: 'region', name: said, up: 2, inside: css };
  const selectors: Selector[] = [
    { kind: 'label', value: said, matches: 1 },
    { kind: 'text', value: said, matches: 1 },
    { kind: 'role', value: `button ${quoted}`, matches: 1 },
    { kind: 'attribute', value: `td[data-customer=${quoted}]`, matches: 1 },
    { kind: 'row', value: JSON.stringify(row), matches: 1 },
    { kind: 'landmark', value: JSON.stringify(landmark), matches: 1 },
    { kind: 'css', value: css, matches: 1 },
  ];
  const box = { x: 0, y: 0, width: 1, height: 1 };
  return { selectors, shadowPath: [css], hit: { nodeId: null, tag: 'i', css, selectors, shadowPath: [css], box } };
}

const CANARIES = ['Alice "Al" Martin', "Ana O'Neil", 'eve.moneypenny@example.com', 'Zoë Kravchenko'];

for (const canary of CANARIES) {
  test(`nothing of ${canary} stays in any way to find an element`, () => {
    const { content } = redact({
      actions: [fill(canary), raw({ type: 'copy' }, { target: element(20, { name: canary, ...telling(canary) }) })],
    });
    const written = decodeURIComponent(JSON.stringify(content.actions[1]?.target)).toLowerCase();
    for (const word of canary.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []) expect(written).not.toContain(word);
    const [row] = content.actions[1]?.target?.selectors.filter(({ kind }) => kind === 'row') ?? [];
    const place = rowPlaceOf(row);
    expect(place.row).toMatch(/^⟦[A-Z_]+_1⟧$/);
    expect(place.column).toBe(place.row);
  });
}

test('at level strict no word is kept, and the structure is', () => {
  const said = 'Quarterly numbers';
  const target = element(20, { name: said, ...telling(said) });
  const { content } = redact({ actions: [raw({ type: 'copy' }, { target })] }, { level: 'strict' });
  const redacted = content.actions[0]?.target;
  const values = redacted?.selectors.filter(({ value }) => /Quarterly numbers/i.test(value)).map(({ kind }) => kind);
  expect(values).toEqual([]);
  expect(rowPlaceOf(redacted?.selectors[4]).inside).toMatch(/^:scope > td\[title="⟦[A-Z_]+_1⟧"\] > a/);
});

test('a place that is none is not kept', () => {
  const selectors: Selector[] = [{ kind: 'row', value: '{"row":"Alice Martin"}', matches: 1 }];
  const { content, failures } = redact({ actions: [raw({ type: 'copy' }, { target: element(20, { selectors }) })] });
  expect(failures).toBe(1);
  expect(content.actions).toEqual([]);
});

function rowPlaceOf(selector: Selector | undefined): RowPlace {
  return JSON.parse(selector?.value ?? '{}') as RowPlace;
}

test('a name behind a character that is escaped is replaced as it is in the page', () => {
  const values = [
    '#field\\:Kwame',
    'b#u\\@Kwame > i',
    '#a\\/Kwame\\:1',
    '.\\31 2-kwame',
    '.w-1\\/2',
    'x-a:kwame',
    '//a[@kwame="x"]',
    '//a[@href="/x"]',
  ];
  const selectors = values.map((value): Selector => ({ kind: 'css', value, matches: 1 }));
  const { content } = redact({ actions: [raw({ type: 'copy' }, { target: element(20, { selectors }) })] });
  const kept = content.actions[0]?.target?.selectors.map(({ value }) => value);
  expect(kept).toEqual([
    '#field:⟦WORD_1⟧',
    'b#u@⟦WORD_1⟧ > i',
    '#a/⟦WORD_1⟧:1',
    '.12-⟦WORD_1⟧',
    '.w-1\\/2',
    'x-a:⟦WORD_1⟧',
    '//a[@⟦WORD_1⟧="x"]',
    '//a[@href="/x"]',
  ]);
});

test('an amount in an attribute of the page’s own is none in a selector either', () => {
  const own = { 'data-price': '1299.99', 'data-step': '12' };
  const selectors: Selector[] = [{ kind: 'attribute', value: 'p[data-price="1299.99"][data-step="12"]', matches: 1 }];
  const { content } = redact({
    actions: [raw({ type: 'copy' }, { target: element(11, { attributes: own, selectors }) })],
  });
  expect(content.actions[0]?.target).toMatchObject({
    attributes: { 'data-price': '⟦NUMBER_1⟧', 'data-step': '12' },
    selectors: [{ value: 'p[data-price="⟦NUMBER_1⟧"][data-step="12"]' }],
  });
});
