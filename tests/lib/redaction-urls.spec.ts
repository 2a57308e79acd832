import { expect, test } from '@playwright/test';
import type { RawAction } from '../../lib/action.ts';
import { Ledger } from '../../lib/record.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { redactBatch, type RedactionContext } from '../../lib/redaction/redact-batch.ts';
import { redactBrowserAction } from '../../lib/redaction/redact-browser-action.ts';
import { RECORDER, snapshot } from '../support/records.ts';
import { elementNode, nodeIn } from '../support/rrweb.ts';

function context(rest: Partial<RedactionContext> = {}): RedactionContext {
  const memory = { ...emptyMemory(), known: ['Alice Martin', '7'] };
  return {
    level: 'standard',
    urlParameters: ['tab'],
    vocabulary: [],
    withhold: { patterns: [], words: [] },
    sites: ['https://app.example.com/*'],
    memory,
    ...rest,
  };
}

function goto(url: string, rest?: Partial<RedactionContext>): string {
  const raw: RawAction = {
    ...{ at: 1, until: 1, eventsBefore: null, target: null, page: null },
    action: { type: 'goto', url, cause: 'link', sameDocument: false },
  };
  const { action } = redactBrowserAction(raw, context(rest)).content;
  return action.type === 'goto' ? action.url : action.type;
}

test('what was withheld from an action of the browser is told as its record tells it, without a date', () => {
  const raw: RawAction = {
    ...{ at: 1, until: 1, eventsBefore: null, target: null, page: null },
    action: { type: 'goto', url: 'https://app.example.com/page/7', cause: 'link', sameDocument: false },
  };
  const { ledger } = redactBrowserAction(raw, context());
  expect(ledger).not.toEqual([]);
  expect(Ledger.parse(ledger)).toEqual(ledger);
});

const urls: readonly (readonly [url: string, redacted: string])[] = [
  ['https://app.example.com/tickets/12', 'https://app.example.com/tickets/12'],
  ['https://u:p@app.example.com/a', 'https://app.example.com/a'],
  ['https://app.example.com/a?token=x&tab=open#frag', 'https://app.example.com/a?tab=open'],
  ['https://app.example.com/a?tab=alice%40example.com', 'https://app.example.com/a?tab=⟦EMAIL_ADDRESS_1⟧'],
  ['https://app.example.com/users/alice%20martin/edit', 'https://app.example.com/users/⟦WORDS_1⟧/edit'],
  ['https://app.example.com/users/Alice-Martin', 'https://app.example.com/users/⟦WORDS_1⟧'],
  ['https://app.example.com/page/7', 'https://app.example.com/page/⟦NUMBER_1⟧'],
  ['https://app.example.com/u/bob@example.com/x', 'https://app.example.com/u/⟦EMAIL_ADDRESS_1⟧/x'],
  ['https://app.example.com/u/bob%2540example.com', 'https://app.example.com/u/⟦EMAIL_ADDRESS_1⟧'],
  ['https://app.example.com/a;jsessionid=1234', 'https://app.example.com/a'],
  ['https://app.example.com/reset/aB3dE5gH7jK9mN1pQ3sT5vW7', 'https://app.example.com/reset/⟦API_KEY_1⟧'],
  ['/tickets?x=1#y', '/tickets'],
  ['//docs.example.com/x.js?v=1', '//docs.example.com/x.js'],
  ['mailto:alice@example.com?subject=hi', 'mailto:⟦EMAIL_ADDRESS_1⟧'],
  ['tel:0301234567', 'tel:⟦PHONE_NUMBER_1⟧'],
  ['javascript:alert(1)', ''],
  ['java\nscript:alert(1)', ''],
  ['data:text/csv,name', ''],
  ['blob:https://app.example.com/1', ''],
  ['about:blank', 'about:blank'],
  ['https://', ''],
];

for (const [url, redacted] of urls) {
  test(`${JSON.stringify(url)} becomes ${JSON.stringify(redacted)}`, () => expect(goto(url)).toBe(redacted));
}

test('a policy without parameters keeps no query', () => {
  expect(goto('https://app.example.com/?tab=1', { urlParameters: [] })).toBe('https://app.example.com/');
});

/** Attributes of an element, before and after. */
const attributes: readonly (readonly [tag: string, before: Record<string, unknown>, after: Record<string, unknown>])[] =
  [
    ['a', { href: 'https://x.example/doc?sig=1#top' }, { href: 'https://x.example/doc' }],
    ['a', { href: 'javascript:x()', ping: '/p' }, {}],
    ['use', { 'xlink:href': '#icon' }, { 'xlink:href': '#icon' }],
    ['img', { src: 'data:image/png;base64,AAAA' }, { src: expect.stringMatching(/^data:image\/gif/) }],
    ['img', { srcset: '/a.png?s=1 1x, /b.png?s=2 2x' }, { srcset: '/a.png 1x, /b.png 2x' }],
    ['img', { srcset: 'data:image/png;base64,AA,BB 1x' }, { srcset: expect.stringMatching(/^data:image\/gif\S+ 1x$/) }],
    ['form', { action: '/a?k=1' }, { action: '/a' }],
    ['button', { formaction: '/a?k=1' }, { formaction: '/a' }],
    ['video', { poster: '/p.png?s=1', src: 'blob:x' }, { poster: '/p.png', src: expect.stringMatching(/^data:image/) }],
    ['object', { data: '/o?k=1' }, { data: '/o' }],
    ['table', { background: '/t?k=1' }, { background: '/t' }],
    ['blockquote', { cite: '/c?k=1' }, { cite: '/c' }],
    ['iframe', { rr_src: 'https://x.example/f?t=1', srcdoc: '<p>x' }, { rr_src: 'https://x.example/f' }],
    ['div', { style: 'background:url(/p?tok=1) top' }, { style: 'background:url("/p") top' }],
    ['div', { style: '--who: "Alice Martin"' }, { style: '--who: "⟦WORDS_1⟧"' }],
    ['path', { d: 'M0 0 L10 10', fill: 'url(#grad)' }, { d: 'M0 0 L10 10', fill: 'url("#grad")' }],
  ];

for (const [tag, before, after] of attributes) {
  test(`<${tag}> with ${JSON.stringify(before)} keeps only what is safe`, () => {
    const events = snapshot(0, [elementNode(10, tag, before)]);
    const batch = { recorder: RECORDER, events, actions: [], isLast: false, gaps: [], typed: [] };
    const { content } = redactBatch(batch, context());
    expect(nodeIn(content.events, 10)?.['attributes']).toEqual(after);
  });
}

test('the host of another site goes as a whole if it names somebody, was entered or is an address; that of a monitored site stays', () => {
  const memory = { ...emptyMemory(), known: ['zephyrine', 'app'] };
  const elsewhere = (url: string) => new URL(goto(url, { memory })).host;
  expect(elsewhere('https://app.example.com/')).toBe('app.example.com');
  expect(elsewhere('http://app.example.com:8080/')).toBe('app.example.com:8080');
  expect(elsewhere('https://docs.example.com/')).toBe('docs.example.com');
  for (const host of [
    'mueller-bau.de',
    'alice.docs.example.com',
    'zephyrine.com',
    '93.184.216.34:81',
    'xn--mller-kva.de',
  ])
    expect(elsewhere(`https://${host}/`), host).toBe('withheld.invalid');
});

test('the host of another site stays where the monitored ones are not known', () => {
  expect(goto('https://mueller-bau.de/', { sites: null })).toBe('https://mueller-bau.de/');
});
