import type { RawAction } from '../action.ts';
import { EventType, type RrwebEvent } from '../capture.ts';
import type { Element } from '../element.ts';
import type { RedactionLevel } from '../policy.ts';
import type { redactBatch } from './redact-batch.ts';

/** Goes at every level. Each names its channel. */
const secret = (channel: string): string => `numbat${channel}`;
const mail = (channel: string): string => `numbat${channel}@canary.example`;
/** Stays at level `open`. */
const data = (channel: string): string => `Quokka${channel}`;
/** {"who":"numbatencoded@canary.example"} */
const ENCODED = 'eyJ3aG8iOiJudW1iYXRlbmNvZGVkQGNhbmFyeS5leGFtcGxlIn0=';
const CARD = '4111 1111 1111 1111';

const ADDRESS = `https://${secret('user')}:${secret('user')}@canary.example/people/${mail('path')}?token=${secret('token')}&showhow-canary=${data('query')}#${data('fragment')}`;

/** The channels whose canaries are in an output of the redactor at this level. */
export function canariesIn(output: string, level: RedactionLevel): string[] {
  const pattern = level === 'open' ? /numbat([a-z]+)/gi : /(?:numbat|quokka)([a-z]+)/gi;
  const named = Array.from(output.matchAll(pattern), ([, channel = '']) => channel.toLowerCase());
  return [...named, ...(output.includes(ENCODED) ? ['encoded'] : []), ...(output.includes(CARD) ? ['card'] : [])];
}

/** A page with canaries in every channel, what changes on it, and what somebody does there. */
export function createCanaries(): Parameters<typeof redactBatch>[0] {
  const nodes = createNodes();
  const { text, element } = nodes;
  const field = element('input', { name: 'subject', value: data('value') });
  const password = element('input', { type: 'password', value: secret('password') });
  const shown = text(data('cell'));
  const cell = element('td', {}, shown);

  const body = element(
    'body',
    {},
    element('h1', {}, text(`Order of ${data('heading')}, ${mail('heading')}`)),
    element('p', {}, text(`${ENCODED} ${CARD}`)),
    element('p', {}, element('b', {}, text('numbatsplit@ca')), element('i', {}, text('nary.example'))),
    element(
      'button',
      { title: `${data('attribute')} ${mail('attribute')}`, 'aria-label': data('label') },
      text('Save'),
    ),
    element('div', { id: data('id'), class: `row ${data('class')}`, 'data-who': data('dataset') }),
    element('div', { onclick: secret('handler'), srcdoc: secret('srcdoc'), 'data-json': `{"a":"${secret('json')}"}` }),
    element('a', { href: ADDRESS }, text('Open')),
    element('table', {}, element('tr', {}, cell)),
    ...[field, password],
    element('input', { type: 'hidden', value: secret('hidden') }),
    element('textarea', {}, text(data('textarea'))),
    element('select', { value: data('choice') }, element('option', { value: data('choice') }, text('Choice'))),
    element('div', { contenteditable: 'true' }, text(data('editable'))),
    element('style', { _cssText: `.${data('rule')}::after{content:"${mail('style')}"}/* ${secret('note')} */` }),
    element('script', {}, text(secret('script'))),
    element('template', {}, text(secret('template'))),
    element('meta', { name: 'csrf', content: secret('meta') }),
    nodes.comment(secret('comment')),
  );

  const events = [
    event(EventType.meta, { href: ADDRESS, width: 1, height: 1 }),
    event(EventType.fullSnapshot, {
      node: nodes.document(element('html', {}, body)),
      initialOffset: { left: 0, top: 0 },
    }),
    change({ source: 5, id: field.id, text: data('input'), isChecked: false }),
    change({ source: 5, id: password.id, text: secret('input'), isChecked: false }),
    mutation({
      texts: [{ id: shown.id, value: data('text') }],
      attributes: [{ id: cell.id, attributes: { title: `${data('change')} ${mail('change')}` } }],
      adds: [{ parentId: cell.id, nextId: null, node: text(`${data('typed')} ${mail('added')} ${secret('typed')}`) }],
    }),
    change({ source: 8, id: field.id, adds: [{ rule: `a::after{content:"${mail('inserted')}"}`, index: 0 }] }),
    change({ source: 40, text: secret('source') }),
    event(6, { payload: secret('plugin') }),
  ];

  return {
    ...{ recorder: 'self-test', gaps: [], typed: [data('passing')], isLast: true },
    events,
    actions: [
      done({ type: 'fill', value: data('typed'), by: 'typing' }, described(field.id)),
      done({ type: 'fill', value: secret('typed'), by: 'typing' }, described(password.id, { states: ['password'] })),
      done({ type: 'dialog', kind: 'prompt', message: mail('dialog'), accepted: true, value: data('answer') }, null),
      done({ type: 'goto', url: ADDRESS, cause: 'link', sameDocument: false }, null),
    ],
  };
}

/** Makes the nodes of a page, with ids of their own. */
function createNodes() {
  let last = 0;
  const node = <T extends object>(type: number, rest: T) => ({ type, id: (last += 1), ...rest });
  return {
    text: (textContent: string) => node(3, { textContent }),
    comment: (textContent: string) => node(5, { textContent }),
    element: (tagName: string, attributes: object, ...childNodes: object[]) =>
      node(2, { tagName, attributes, childNodes }),
    document: (...childNodes: object[]) => node(0, { childNodes }),
  };
}

const event = (type: number, payload: object): RrwebEvent => ({ type, data: payload, timestamp: 0 });
const change = (payload: object): RrwebEvent => event(EventType.incremental, payload);
const mutation = (payload: object): RrwebEvent =>
  change({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...payload });

const described = (nodeId: number, rest: Partial<Element> = {}): Element => ({
  ...{ nodeId, tag: 'input', role: 'textbox', name: `${data('name')} ${mail('name')}`, attributes: {}, states: [] },
  selectors: [
    { kind: 'role', value: `textbox "${data('selector')} ${mail('selector')}"`, matches: 1 },
    { kind: 'css', value: `#${data('selector')} > input[title="${mail('selector')}"]`, matches: 1 },
  ],
  ...{ shadowPath: [`#${data('shadow')}`], box: { x: 0, y: 0, width: 1, height: 1 }, point: null },
  ...rest,
});

const done = (action: RawAction['action'], target: Element | null): RawAction => ({
  ...{ at: 0, until: 0, eventsBefore: 2, action, target },
  page: {
    ...{ url: ADDRESS, title: `${data('title')} ${mail('title')}`, scroll: { x: 0, y: 0 }, focus: null },
    viewport: { width: 1, height: 1, devicePixelRatio: 1 },
  },
});
