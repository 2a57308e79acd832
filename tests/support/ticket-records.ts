import type { RedactedAction } from '../../lib/action.ts';
import { EventType } from '../../lib/capture.ts';
import type { Record as SealedRecord } from '../../lib/record.ts';
import {
  browserRecord,
  capture,
  captured,
  change,
  childCapture,
  click,
  element,
  opening,
  outside,
  page,
  snapshot,
  START,
} from './records.ts';

const newTicket = { ...page, url: 'https://desk.example.com/tickets/new', title: 'New ticket' };
const subject = element(7, { tag: 'input', role: 'textbox', name: 'Subject', point: null });
const priority = element(8, { tag: 'select', role: 'combobox', name: 'Priority', point: null });
const urgent = element(9, { tag: 'input', role: 'checkbox', name: 'Notify the customer', point: null });
const label = element(10, { tag: 'label', role: '', name: '' });
const reply = element(4, { tag: 'body', role: 'textbox', name: 'Reply', point: null });
const save = element(12, { name: 'Create ticket' });

const style = 'c'.repeat(64);
const styled = { type: 2, tagName: 'style', attributes: { _cssAsset: style }, childNodes: [], id: 5 };
const text = (id: number, textContent: string) => ({ type: 3, textContent, id });
const node = (id: number, tagName: string, attributes: object, ...childNodes: object[]) => ({
  ...{ type: 2, tagName, attributes, childNodes, id },
});
const list = [styled, node(13, 'a', { href: '/tickets/new' }, text(14, 'New ticket'))];
const form = [
  node(7, 'input', { type: 'text', name: 'subject', value: '' }),
  node(8, 'select', { name: 'priority', value: '⟦WORD_1⟧' }),
  node(9, 'input', { type: 'checkbox', name: 'notify' }),
  node(10, 'label', {}, text(15, 'Tell ⟦EMAIL_ADDRESS_1⟧')),
  node(12, 'button', { type: 'submit' }, text(16, 'Create ticket')),
];
const increment = (after: number, data: object) => ({
  ...{ type: EventType.incremental, timestamp: START + after, data },
});
const frame = {
  type: 2,
  tagName: 'iframe',
  attributes: { rr_src: 'https://desk.example.com/editor' },
  childNodes: [],
  id: 6,
};

const inForm = (action: RedactedAction['action'], after: number, rest: Partial<RedactedAction> = {}) =>
  captured(action, after, { page: newTicket, ...rest });

/**
 * Somebody makes a ticket: goes to the form by a link, fills it, answers in the rich-text frame, pauses, and saves. One
 * batch is missing.
 */
export const TICKET_RECORDS: readonly (readonly SealedRecord[])[] = [
  [{ kind: 'asset', asset: style, text: 'body { font-family: sans-serif }' }],
  [
    opening,
    browserRecord(71, [outside({ type: 'goto', url: page.url, cause: 'address_bar', sameDocument: false }, 0)]),
    capture(0, {
      events: snapshot(120, list),
      actions: [captured(click, 2_000, { target: element(13, { tag: 'a', role: 'link', name: 'New ticket' }) })],
    }),
    browserRecord(71, [outside({ type: 'goto', url: newTicket.url, cause: 'link', sameDocument: true }, 2_040)], {
      ledger: [{ channel: 'url', rule: 'url_query', count: 1 }],
    }),
  ],
  [
    capture(1, {
      firstEvent: 2,
      events: [
        increment(2_050, {
          source: 0,
          texts: [],
          attributes: [],
          removes: [{ parentId: 4, id: 13 }],
          adds: [...form, frame].map((each) => ({ parentId: 4, nextId: null, node: each })),
        }),
        increment(6_000, { source: 5, id: 7, text: '⟦WORDS_1⟧', isChecked: false }),
      ],
      frameOwners: [{ index: 0, nodeId: 6 }],
      actions: [
        inForm(click, 3_400, { eventsBefore: 3, target: subject }),
        inForm({ type: 'fill', value: { text: '⟦WORDS_1⟧', class: 'words' }, by: 'typing' }, 4_000, {
          eventsBefore: 3,
          until: START + 9_000,
          target: subject,
        }),
        inForm(click, 10_000, { eventsBefore: 4, target: priority }),
        inForm(
          { type: 'selectOption', options: [{ label: 'High', index: 2 }], choices: ['Low', 'Normal', 'High'] },
          12_000,
          { eventsBefore: 4, target: priority },
        ),
        inForm(click, 14_000, { eventsBefore: 4, target: label }),
        inForm({ type: 'check' }, 14_003, { eventsBefore: 4, target: urgent }),
      ],
      ledger: [
        { channel: 'input', rule: 'typed', count: 2 },
        { channel: 'mutation', rule: 'typed', count: 1 },
        { channel: 'mutation', rule: 'email_address', count: 3 },
      ],
    }),
    childCapture(0, {
      events: snapshot(2_300, [], 'https://desk.example.com/editor'),
      actions: [
        inForm({ type: 'fill', value: { text: '⟦TEXT_1⟧', class: 'text' }, by: 'paste' }, 20_000, {
          until: START + 20_100,
          target: reply,
        }),
      ],
      ledger: [{ channel: 'input', rule: 'typed', count: 1 }],
      gaps: [{ reason: 'paused', from: START + 30_000, to: START + 95_000, count: 0 }],
    }),
  ],
  [
    capture(3, {
      firstEvent: 4,
      events: [change(101_000)],
      actions: [
        inForm(click, 100_000, { eventsBefore: 4, target: save }),
        inForm({ type: 'submit', submitter: save }, 100_020, { eventsBefore: 4, target: null }),
      ],
      isLast: true,
    }),
  ],
];
