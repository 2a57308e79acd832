import { expect, test } from '@playwright/test';
import { snapshot } from '../support/records.ts';
import { attributes, fill, redact, text } from '../support/redact.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

const base64 = (value: string) => Buffer.from(value).toString('base64');
const entities = (value: string) => [...value].map((one) => `&#${one.codePointAt(0)};`).join('');

/** What was typed, and how the page writes it in a name that is otherwise kept. */
const forms: readonly (readonly [typed: string, written: string])[] = [
  ['Alice Martin', 'alice-martin'],
  ['Alice Martin', 'ALICE_MARTIN'],
  ['Alice Martin', 'alicemartin'],
  ['Alice Martin', 'AliceMartin'],
  ['Alice Martin', 'Alice\u00a0\u200bMartin'],
  ['Alice Martin', 'Ａｌｉｃｅ Martin'],
  ['Alice Martin', 'Alice%20Martin'],
  ['Alice Martin', 'Alice%2520Martin'],
  ['Alice Martin', 'Alice&nbsp;Martin'],
  ['Alice Martin', entities('Alice Martin')],
  ['Alice Martin', base64('Alice Martin')],
  ['Alice Martin', base64('{"user":"Alice Martin","id":5}')],
  ['Alice Martin', base64('x Alice Martin').replaceAll('=', '')],
  ['Alice Martin', Buffer.from('Alice Martin').toString('hex')],
  ['Zoë Kravchenko', 'zoe-kravchenko'],
  ['Zoe Kravchenko', 'Zoë Kravchenko'],
  ['1234.50', '1,234.50'],
  ['47110815', '4711-0815'],
  ['4711 0815', '47110815'],
];

for (const [typed, written] of forms) {
  test(`“${typed}” is found as “${written}”`, () => {
    const button = elementNode(
      11,
      'button',
      { id: written, title: `Edit ${written}` },
      textNode(12, `Edit ${written}`),
    );
    const link = elementNode(13, 'a', { href: `https://x.example/p/${encodeURIComponent(written)}` });
    const { content } = redact({ events: snapshot(0, [button, link]), actions: [fill(typed)] });
    const shown = JSON.stringify([
      attributes(content.events, 11),
      text(content.events, 12),
      attributes(content.events, 13),
    ]);
    expect(shown.replace(/⟦[^⟧]+⟧/g, '∎')).toBe(
      '[{"id":"∎","title":"Edit ∎"},"Edit ∎",{"href":"https://x.example/p/∎"}]',
    );
  });
}

for (const before of ['user/', 'session_', 'u-', 'data:;base64,', 'Basic ', 'token='])
  test(`an encoded secret is found behind “${before}”`, () => {
    const secret = elementNode(10, 'input', { type: 'password', value: 'Alice Martin' });
    const shown = elementNode(11, 'p', { 'data-state': before + base64('Alice Martin') });
    const { content } = redact({ events: snapshot(0, [secret, shown]) }, { level: 'open' });
    const written = String(new Map(Object.entries(attributes(content.events, 11) ?? {})).get('data-state'));
    expect(written.replace(/⟦[A-Z_]+_\d⟧/, '∎')).toBe(`${before}∎`);
  });

test('names that code strings together, and tokens that hold nothing known, stay', () => {
  const shown = { id: 'customer-details-panel', class: 'YWxwaGFiZXQx css-1dbjc4n', name: 'deadbeefdeadbeef' };
  const { content } = redact(
    { events: snapshot(0, [elementNode(11, 'div', shown)]), actions: [fill('Alice Martin')] },
    { level: 'open' },
  );
  expect(attributes(content.events, 11)).toEqual(shown);
});

const letters = (value: string, from: number) =>
  [...value].map((one, at) => elementNode(from + 2 * at, 'span', {}, textNode(from + 2 * at + 1, one)));

test('a value that is spread over several nodes is replaced as one', () => {
  const children = [
    elementNode(
      20,
      'button',
      {},
      textNode(21, 'Edit '),
      elementNode(22, 'b', {}, textNode(23, 'mail')),
      textNode(24, 'box now'),
    ),
    elementNode(30, 'button', {}, ...letters('mailbox', 31)),
    elementNode(
      60,
      'button',
      {},
      elementNode(61, 'div', {}, textNode(62, 'mail')),
      elementNode(63, 'div', {}, textNode(64, 'box')),
    ),
  ];
  const { content } = redact({ events: snapshot(0, children), actions: [fill('mailbox')] });
  const shown = (ids: readonly number[]) => ids.map((id) => text(content.events, id));
  expect(shown([21, 23, 24])).toEqual(['Edit ', '⟦WORD_1⟧', ' now']);
  expect(shown([32, 34, 36, 38, 40, 42, 44])).toEqual(['⟦WORD_1⟧', '', '', '', '', '', '']);
  expect(shown([62, 64])).toEqual(['mail', 'box']);
});

test('so is what a detector finds, at level open too and in what is added later', () => {
  const split = elementNode(
    20,
    'p',
    {},
    textNode(21, 'Mail eve@'),
    elementNode(22, 'em', {}, textNode(23, 'example')),
    textNode(24, '.com!'),
  );
  const first = redact({ events: snapshot(0, [split]) }, { level: 'open' });
  expect([21, 23, 24].map((id) => text(first.content.events, id))).toEqual(['Mail ⟦EMAIL_ADDRESS_1⟧', '', '!']);
  const added = mutation({ adds: [{ parentId: 4, node: split }] });
  const later = redact({ events: [added] }, { level: 'open' });
  expect([21, 23, 24].map((id) => text(later.content.events, id))).toEqual(['Mail ⟦EMAIL_ADDRESS_1⟧', '', '!']);
});

test('values with nothing between them do not hide each other', () => {
  const glued = 'eve@example.com+49 30 1234567 DE89370400440532013000DE89370400440532013000';
  const events = snapshot(0, [elementNode(10, 'p', { title: glued }, textNode(11, glued))]);
  const { content } = redact({ events }, { level: 'open' });
  expect(JSON.stringify(content)).not.toMatch(/eve@|1234567|DE89/);
});
