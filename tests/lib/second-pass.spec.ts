import { expect, test } from '@playwright/test';
import type { CaptureRecord, Record as SealedRecord } from '../../lib/record.ts';
import { memoryAfter, redactAgain } from '../../lib/redaction/second-pass.ts';
import { redact } from '../support/redact.ts';
import { redactTwice } from '../support/redacted-again.ts';
import {
  browserRecord,
  capture,
  captured,
  click,
  element,
  opening,
  outside,
  page,
  snapshot,
  START,
} from '../support/records.ts';
import { elementNode, inputEvent, mutation, textNode } from '../support/rrweb.ts';

const RUNS = { standard: 40, open: 20, strict: 20 } as const;

for (const level of ['standard', 'open', 'strict'] as const) {
  for (const isKnown of [true, false]) {
    test(`at ${level}, what was redacted is left as it is, the policy being ${isKnown ? '' : 'un'}known`, () => {
      for (let run = 0; run < RUNS[level]; run += 1) {
        for (const { first, second } of redactTwice(run, level, isKnown)) {
          expect(second.ledger).toEqual([]);
          expect(second.content).toEqual(first.content);
        }
      }
    });
  }
}

test('letters by themselves stay beside a placeholder as they did beside what it stands for', () => {
  const texts = ['A Kwame', 'Kwame: A', 'eve@example.com A', 'Room A · Kwame', 'Kwame\nI', '%41lice A', 'a'];
  const nodes = ['button', 'h2', 'p', 'div', 'nav', 'li'].flatMap((tag, row) =>
    texts.map((text, at) =>
      elementNode(100 + row * 20 + at * 2, tag, { title: text }, textNode(101 + row * 20 + at * 2, text)),
    ),
  );
  const { content } = redact({ events: snapshot(0, nodes) });
  const again = redact({ events: content.events }, { isAgain: true, memory: memoryAfter(content) });
  expect(again.ledger).toEqual([]);
  expect(again.content.events).toEqual(content.events);
});

const MAIL = 'eve.moneypenny@example.com';
const IBAN = 'DE89370400440532013000';
const CARD = '4111 1111 1111 1111';

const sheet = `.a::after { content: "${MAIL}" } ${'.b { color: red } '.repeat(20)}`;
const asset: SealedRecord = { kind: 'asset', asset: 'c'.repeat(64), text: sheet };
const target = element(5, {
  name: `Pay ${IBAN}`,
  selectors: [{ kind: 'role', value: `button "Pay ${IBAN}"`, matches: 1 }],
});
const leaky = capture(0, {
  events: [
    ...snapshot(10, [
      elementNode(
        5,
        'button',
        { title: `Card ${CARD}`, 'data-who': '⟦WORDS_3⟧' },
        textNode(6, `Mail ${MAIL} ⟦WORDS_1⟧`),
      ),
      elementNode(7, 'a', { href: `https://desk.example.com/people/${encodeURIComponent(MAIL)}` }, textNode(8, 'Open')),
      elementNode(9, 'style', { _cssAsset: 'c'.repeat(64) }),
      elementNode(11, 'input', { value: 'Alice Martin' }),
    ]),
    mutation({ texts: [{ id: 8, value: 'Alice Martin' }] }),
    inputEvent(11, '⟦WORDS_2⟧'),
  ],
  actions: [captured(click, 50, { target, page: { ...page, title: `Invoice of ${MAIL}` } })],
});
const goto = outside({ type: 'goto', url: `${page.url}?who=${MAIL}`, cause: 'link', sameDocument: false }, 0);
const label: SealedRecord = { kind: 'label', at: START, instruction: `Answer ${MAIL}`, outcome: 'done', ledger: [] };
const records: readonly SealedRecord[] = [opening, asset, leaky, browserRecord(71, [goto]), label];

test('what was let through is replaced in every channel, and told in counts without the values', () => {
  const { records: clean, found } = redactAgain(records, null);
  const written = JSON.stringify(clean.filter(({ kind }) => kind !== 'asset'));
  for (const value of [MAIL, encodeURIComponent(MAIL), IBAN, CARD, '4111', 'moneypenny', 'Alice'])
    expect(written).not.toContain(value);
  expect(JSON.stringify(found)).not.toMatch(/moneypenny|4111|DE89/);
  expect(found).toEqual(
    expect.arrayContaining([
      { channel: 'action', rule: 'email_address', count: 1 },
      { channel: 'mutation', rule: 'entered', count: 1 },
      { channel: 'name', rule: 'iban_code', count: 1 },
      { channel: 'selector', rule: 'iban_code', count: 1 },
      { channel: 'snapshot', rule: 'credit_card', count: 1 },
      { channel: 'snapshot', rule: 'email_address', count: 1 },
      { channel: 'style', rule: 'email_address', count: 1 },
      { channel: 'title', rule: 'email_address', count: 1 },
      { channel: 'url', rule: 'email_address', count: 2 },
    ]),
  );
  expect(written).toContain('Mail ⟦EMAIL_ADDRESS_1⟧ ⟦WORDS_1⟧');
  // New numbers go on after those that stand there.
  expect(written).toContain('"value":"⟦WORDS_4⟧"');
});

test('a second pass over its own result finds nothing', () => {
  const { records: clean } = redactAgain(records, null);
  const again = redactAgain(clean, null);
  expect(again.found).toEqual([]);
  expect(again.records).toEqual(clean);
});

test('without the policy, words that it may list stay; with it, only those that it lists', () => {
  const cells = ['Backlog grooming', 'Kwame Osei-Bonsu'].map((text, at) =>
    elementNode(20 + at, 'td', {}, textNode(30 + at, text)),
  );
  const record = capture(0, { events: snapshot(10, cells) });
  expect(redactAgain([opening, record], null)).toEqual({ records: [opening, record], found: [] });
  const policy = {
    sites: [{ match: record.siteRule, redaction: 'standard', urlParameters: [], vocabulary: ['Backlog grooming'] }],
    withhold: { patterns: [], words: [] },
  } as unknown as Parameters<typeof redactAgain>[1];
  const { records: clean, found } = redactAgain([opening, record], policy);
  expect(found).toEqual([{ channel: 'snapshot', rule: 'data', count: 1 }]);
  expect(JSON.stringify((clean[1] as CaptureRecord).events)).toContain('Backlog grooming');
  expect(JSON.stringify(clean)).not.toContain('Kwame');
});

test('records come in any order, and changes without their snapshot are no find', () => {
  const change = mutation({ texts: [{ id: 8, value: 'Open' }] });
  const orphan = capture(7, { recorder: 'c7d2e8af-1b69-4c80-8e4f-8d2c6fa05b22', firstEvent: 9, events: [change] });
  expect(redactAgain([orphan, opening], null).found).toEqual([]);
  expect(redactAgain(records.toReversed(), null).found).toEqual(redactAgain(records, null).found);
});
