import { expect, test } from '@playwright/test';
import { EventType } from '../../lib/capture.ts';
import { NodeType } from '../../lib/redaction/rrweb-types.ts';
import { page, snapshot, START } from '../support/records.ts';
import { attributes, fill, redact, text } from '../support/redact.ts';
import { elementNode, mutation, nodeIn, textNode } from '../support/rrweb.ts';

const fields: readonly (readonly [what: string, node: ReturnType<typeof elementNode>, attributes: object])[] = [
  ['a text field', elementNode(10, 'input', { type: 'text', value: 'Alice' }), { type: 'text', value: '⟦WORD_1⟧' }],
  [
    'a field of unknown type',
    elementNode(10, 'input', { type: 'ssn', value: 'Alice' }),
    { type: 'ssn', value: '⟦WORD_1⟧' },
  ],
  ['a field without type', elementNode(10, 'input', { value: 'a@b.io' }), { value: '⟦EMAIL_ADDRESS_1⟧' }],
  ['a date', elementNode(10, 'input', { type: 'date', value: '1987-03-14' }), { type: 'date', value: '⟦DATE_1⟧' }],
  ['a slider', elementNode(10, 'input', { type: 'range', value: '70' }), { type: 'range', value: '⟦NUMBER_1⟧' }],
  [
    'a secret',
    elementNode(10, 'input', { type: 'password', value: '⟦SECRET⟧' }),
    { type: 'password', value: '⟦SECRET⟧' },
  ],
  ['a hidden field', elementNode(10, 'input', { type: 'hidden', value: 'x' }), { type: 'hidden' }],
  ['a file', elementNode(10, 'input', { type: 'file', value: 'C:\\fakepath\\a.pdf' }), { type: 'file' }],
  [
    'a checkbox',
    elementNode(10, 'input', { type: 'checkbox', value: 'x', checked: true }),
    { type: 'checkbox', checked: true },
  ],
  ['a button', elementNode(10, 'input', { type: 'submit', value: 'Save' }), { type: 'submit', value: 'Save' }],
  ['a select', elementNode(10, 'select', { value: 'de' }), { value: '⟦WORD_1⟧' }],
  ['an option', elementNode(10, 'option', { value: 'de', selected: true }), { value: '⟦WORD_1⟧', selected: true }],
  ['an option without a value', elementNode(10, 'option', {}, textNode(11, ' High ')), { value: '⟦WORD_1⟧' }],
  ['a button value', elementNode(10, 'button', { value: 'secret' }), {}],
  ['a list item', elementNode(10, 'li', { value: '3' }), {}],
  ['a piece of data', elementNode(10, 'data', { value: '47' }), {}],
];

for (const [what, node, expected] of fields) {
  test(`keeps of ${what} only ${JSON.stringify(expected)}`, () => {
    const { content } = redact({ events: snapshot(0, [node]) });
    expect(attributes(content.events, 10)).toEqual(expected);
  });
}

test('an option that comes later has its text for a value too, although the text is told by itself', () => {
  const select = elementNode(10, 'select', {});
  const adds = [
    { parentId: 10, node: elementNode(11, 'option', {}) },
    { parentId: 11, node: textNode(12, ' High ') },
  ];
  const { content } = redact({ events: [...snapshot(0, [select]), mutation({ adds })] });
  expect(JSON.stringify(content.events.at(-1))).toContain('"tagName":"option","attributes":{"value":"⟦WORD_1⟧"}');
});

test('replaces what is inside text areas and editable elements, also when it is inherited', () => {
  const editor = elementNode(
    12,
    'div',
    { contenteditable: 'true' },
    elementNode(13, 'p', {}, textNode(14, 'Dear Bob')),
  );
  const area = elementNode(10, 'textarea', { value: 'First' }, textNode(11, 'First'));
  const { content, memory } = redact({ events: snapshot(0, [area, editor]) });
  expect([11, 14].map((id) => text(content.events, id))).toEqual(['⟦WORD_1⟧', '⟦WORDS_1⟧']);
  const added = { parentId: 13, node: textNode(15, 'Secret plan') };
  const later = redact({ events: [mutation({ texts: [{ id: 14, value: 'Dear Eve' }], adds: [added] })] }, { memory });
  expect(JSON.stringify(later.content)).not.toMatch(/Eve|plan/);
});

test('a field keeps its secrecy in later batches, and when it changes its type to a button', () => {
  const { memory } = redact({ events: snapshot(0, [elementNode(10, 'input', { type: 'text' })]) });
  const { content } = redact(
    { events: [mutation({ attributes: [{ id: 10, attributes: { type: 'submit', value: 'Alice' } }] })] },
    { memory },
  );
  expect(content.events[0]?.data).toMatchObject({ attributes: [{ attributes: { value: '⟦WORD_1⟧' } }] });
});

const dropped: readonly (readonly [tag: string, attribute: string, value: unknown])[] = [
  ...([
    ['div', 'onclick', 'open(1)'],
    ['iframe', 'srcdoc', '<p>x'],
    ['script', 'nonce', 'x'],
    ['link', 'integrity', 'x'],
  ] as const),
  ...([
    ['div', 'data-page', '{"u":"x"}'],
    ['div', 'data-state-dump', 'x'.repeat(65)],
    ['div', 'x-data', "{k:'x'}"],
  ] as const),
  ...([
    ['div', 'wire:snapshot', 'x'],
    ['div', 'hx-headers', '{"a":1}'],
    ['a', 'download', 'Report of Eve.pdf'],
  ] as const),
  ...([
    ['span', 'content', 'eve@example.com'],
    ['div', 'role', 'Eve@example'],
    ['time', 'datetime', '1987-03-15'],
    ['div', 'aria-valuenow', '283746'],
    ['canvas', 'rr_dataURL', 'data:x'],
  ] as const),
  ...([
    ['div', '_ngcontent-kwame-1', ''],
    ['div', 'rr_kwame', 'x'],
    ['div', 'rr_width', 'kwame'],
    ['div', 'rr_mediaState', 'kwame'],
    ['meta', 'content', 'csrf'],
    ['base', 'href', '/t/'],
    ['div', 'constructor', {}],
  ] as const),
];

for (const [tag, name, value] of dropped) {
  test(`drops ${name} of <${tag}>`, () => {
    const { content, ledger } = redact({ events: snapshot(0, [elementNode(10, tag, { [name]: value })]) });
    expect(attributes(content.events, 10)).toEqual({});
    expect(ledger).toContainEqual({ channel: 'snapshot', rule: expect.stringMatching(/^attribute|stub$/), count: 1 });
  });
}

const kept: readonly (readonly [tag: string, attributes: Record<string, unknown>])[] = [
  ['div', { id: 'main', class: 'a b', role: 'tab', 'aria-expanded': 'false', 'data-state': 'open', hidden: '' }],
  ['div', { '_ngcontent-abc-1': '', 'data-v-12ab34cd': '', variant: 'primary', tabindex: '0' }],
  ['input', { type: 'search', name: 'q', placeholder: 'Search tickets', autocomplete: 'off', required: '' }],
  ['video', { rr_mediaState: 'paused', rr_mediaCurrentTime: 1.5, rr_width: '100px', rr_scrollTop: 20 }],
  ['svg', { viewBox: '0 0 24 24', fill: 'none', 'stroke-width': '2', xmlns: 'http://www.w3.org/2000/svg' }],
];

for (const [tag, before] of kept) {
  test(`keeps ${Object.keys(before).join(', ')} of <${tag}>`, () => {
    const { content } = redact({ events: snapshot(0, [elementNode(10, tag, before)]) });
    expect(attributes(content.events, 10)).toEqual(before);
  });
}

test('scripts, templates and comments become empty nodes with their ids', () => {
  const children = [
    elementNode(10, 'script', { src: '/a.js?k=1' }, textNode(11, 'window.user="Eve"')),
    elementNode(12, 'noscript', {}, textNode(13, '<img src="/t?u=Eve">')),
    { type: 5, id: 14, textContent: 'Eve' },
    elementNode(15, 'style', { type: 'text/x-data' }, textNode(16, '{"u":"Eve"}')),
    { type: 9, id: 17, textContent: 'Eve' },
  ];
  const { content, ledger } = redact({ events: snapshot(0, children) });
  expect(JSON.stringify(content)).not.toContain('Eve');
  expect([10, 11, 12, 13, 14, 15, 16].every((id) => nodeIn(content.events, id))).toBe(true);
  expect(nodeIn(content.events, 17)).toBeUndefined();
  expect(ledger).toContainEqual({ channel: 'snapshot', rule: 'unknown_node', count: 1 });
});

test('of how an element is or looks, keywords, measures and colours stay', () => {
  const kept = {
    role: 'button',
    lang: 'en-US',
    dir: 'rtl',
    media: 'screen and (max-width: 1024px)',
    bgcolor: '#ff00aa',
    width: '100px',
    'aria-keyshortcuts': 'Control+Shift+K',
    'accept-charset': 'utf-8',
  };
  const told = { role: 'Qx91secretA', lang: 'qx91-secretB', scope: 'Alice1987x', 'aria-current': 'Kwame_Osei' };
  const events = snapshot(0, [elementNode(10, 'div', kept), elementNode(11, 'div', told)]);
  const { content } = redact({ events });
  expect(attributes(content.events, 10)).toEqual(kept);
  expect(attributes(content.events, 11)).toEqual({});
});

test('of a type of document what browsers tell apart stays', () => {
  const typed = (name: string, publicId: string, systemId: string) => {
    const node = {
      type: NodeType.document,
      id: 1,
      childNodes: [{ type: NodeType.documentType, id: 2, name, publicId, systemId }],
    };
    const data = { node, initialOffset: { left: 0, top: 0 } };
    return redact({ events: [{ type: EventType.fullSnapshot, timestamp: START, data }] }).content.events;
  };
  const strict = [
    'html',
    '-//W3C//DTD XHTML 1.0 Strict//EN',
    'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd',
  ] as const;
  const [name, publicId, systemId] = strict;
  expect(nodeIn(typed(...strict), 2)).toMatchObject({ name, publicId, systemId });
  const told = typed('kwame', '-//W3C//DTD HTML Kwame//EN', 'http://www.w3.org/TR/kwame.dtd');
  expect(nodeIn(told, 2)).toMatchObject({ name: 'html', publicId: '', systemId: '' });
});

test('a number in a word belongs to it, in drawings and in pictures of style sheets', () => {
  const drawn = { attributeName: 'Qx31secretA', mathvariant: 'Qx31secretA', d: 'M10 20L30.5-4h5v-5a1 1 0 01-1-1z' };
  const icon = (id: string) => `.a{background:url("data:image/svg+xml,<svg id='${id}'><path d='M10 2Q4 4Z'/></svg>")}`;
  const style = (id: number, css: string) => elementNode(id, 'style', { _cssText: css });
  const events = snapshot(0, [
    elementNode(10, 'path', drawn),
    style(11, icon('Qx31secretA')),
    style(12, icon('check2')),
  ]);
  const { content } = redact({ events });
  expect(attributes(content.events, 10)).toEqual({ d: drawn.d });
  expect(JSON.stringify(content)).not.toContain('secretA');
  expect(attributes(content.events, 12)).toEqual({ _cssText: icon('check2') });
});
