import { expect, test } from '@playwright/test';
import type { RedactedAction } from '../../lib/action.ts';
import type { RrwebEvent } from '../../lib/capture.ts';
import type { Effect } from '../../lib/effect.ts';
import { Episode } from '../../lib/episode.ts';
import type { Record as SealedRecord } from '../../lib/record.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import {
  browserRecord,
  capture,
  captured,
  childCapture,
  click,
  element,
  EPISODE,
  opening,
  outside,
  page,
  SESSION,
  snapshot,
  START,
} from '../support/records.ts';
import { elementNode, incremental, inputEvent, mutation, textNode } from '../support/rrweb.ts';

const cut = { rule: 'idle', confidence: 0.8 } as const;

/** What came of a click 100 ms after the snapshot of a page with `children`, until a second click after 20 s. */
function effectOf(
  children: readonly unknown[],
  events: readonly [after: number, event: RrwebEvent][],
  more: { second?: Partial<RedactedAction>; records?: SealedRecord[] } = {},
): Effect | undefined {
  const stream = [
    ...snapshot(0, children),
    ...events.map(([after, event]) => ({ ...event, timestamp: START + after })),
  ];
  const actions = [
    captured(click, 100),
    captured(click, 20_000, { eventsBefore: stream.length, target: element(99), ...more.second }),
  ];
  const records = [opening, capture(0, { events: stream, actions }), ...(more.records ?? [])];
  const episode = toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps: [] }, records });
  return Episode.parse(episode).steps[1]?.effect;
}

const NOTHING: Effect = {
  ...{
    navigation: null,
    dialog: null,
    tab: null,
    opened: [],
    closed: [],
    changed: [],
    scrolled: [],
    focus: null,
    busy: [],
  },
  ...{ domChanges: 0, settledMs: 0 },
};

const attributes = (id: number, changed: object) => mutation({ attributes: [{ id, attributes: { ...changed } }] });
const adds = (parentId: number, node: ReturnType<typeof elementNode>) => mutation({ adds: [{ parentId, node }] });
const removes = (id: number) => {
  const event = mutation({});
  return { ...event, data: { ...(event.data as object), removes: [{ parentId: 4, id }] } };
};

test('nothing came of it', () => {
  expect(effectOf([], [])).toEqual(NOTHING);
});

test('what happened before the gesture or after the next is not its effect', () => {
  expect(effectOf([elementNode(5, 'b')], [[99, attributes(5, { class: 'x' })]])).toMatchObject({ domChanges: 1 });
});

for (const [what, children, event, opened] of [
  [
    'a menu that is added',
    [],
    adds(4, elementNode(20, 'div', {}, elementNode(21, 'ul', { role: 'menu' }))),
    [21, 'menu', 'node'],
  ],
  ['a dialog that is opened', [elementNode(5, 'dialog')], attributes(5, { open: true }), [5, 'dialog', 'visibility']],
  [
    'a popover that is opened',
    [elementNode(5, 'div', { popover: '' })],
    attributes(5, { 'rr-popover': 'open' }),
    [5, 'popup', 'visibility'],
  ],
  [
    'a list in a box that is shown',
    [elementNode(5, 'div', { style: 'display: none' }, elementNode(6, 'ul', { role: 'listbox' }))],
    attributes(5, { style: { display: 'block' } }),
    [6, 'listbox', 'visibility'],
  ],
  [
    'a tooltip whose class says that it is shown',
    [elementNode(5, 'div', { role: 'tooltip', class: 'tip' })],
    attributes(5, { class: 'tip is-open' }),
    [5, 'tooltip', 'visibility'],
  ],
  [
    'a part that unfolds',
    [elementNode(5, 'button', { 'aria-expanded': 'false' })],
    attributes(5, { 'aria-expanded': 'true' }),
    [5, 'popup', 'expanded'],
  ],
  [
    'a message',
    [elementNode(5, 'p', { 'aria-live': 'polite' })],
    adds(5, textNode(20, 'Saved')),
    [5, 'status', 'text'],
  ],
  ['an alert', [], adds(4, elementNode(20, 'p', { role: 'alert' }, textNode(21, 'No'))), [20, 'alert', 'node']],
] as const) {
  test(`${what} is a surface that came up`, () => {
    const [nodeId, kind, by] = opened;
    expect(effectOf(children, [[150, event]])).toMatchObject({ opened: [{ stream: 0, nodeId, kind, by }], closed: [] });
  });
}

for (const [what, children, event] of [
  ['what is added but hidden', [], adds(4, elementNode(20, 'ul', { role: 'menu', hidden: '' }))],
  ['a message without words', [], adds(4, elementNode(20, 'p', { role: 'status' }))],
  [
    'what is no longer inert',
    [elementNode(5, 'main', { 'aria-hidden': 'true' }, elementNode(6, 'ul', { role: 'menu' }))],
    attributes(5, { 'aria-hidden': null }),
  ],
] as const) {
  test(`${what} is no surface`, () => {
    expect(effectOf(children, [[150, event]])?.opened).toEqual([]);
  });
}

test('surfaces go away: removed, hidden, or with what is around them', () => {
  const menu = (id: number, ...children: ReturnType<typeof elementNode>[]) =>
    elementNode(id, 'div', { role: 'menu' }, ...children);
  const effect = effectOf(
    [menu(5), menu(6), elementNode(7, 'div', {}, menu(8)), menu(9)],
    [
      [150, removes(5)],
      [160, attributes(6, { hidden: '' })],
      [170, attributes(7, { style: 'display: none' })],
      [180, attributes(9, { class: 'plain' })],
    ],
  );
  expect(effect?.closed.map(({ nodeId, by }) => [nodeId, by])).toEqual([
    [5, 'node'],
    [6, 'visibility'],
    [8, 'visibility'],
  ]);
});

test('controls that change are named once for each aspect, those that do not are not', () => {
  const effect = effectOf(
    [
      elementNode(5, 'input', { value: '' }),
      elementNode(6, 'i', { role: 'tab' }),
      elementNode(7, 'p', { contenteditable: '' }, textNode(8, '')),
    ],
    [
      [150, inputEvent(5, '⟦WORD_1⟧')],
      [160, inputEvent(5, '⟦WORD_2⟧')],
      [170, attributes(6, { 'aria-selected': 'true' })],
      [180, mutation({ texts: [{ id: 8, value: 'Dear' }] })],
    ],
  );
  expect(effect?.changed).toEqual([
    { stream: 0, nodeId: 5, aspect: 'value' },
    { stream: 0, nodeId: 6, aspect: 'selected' },
    { stream: 0, nodeId: 7, aspect: 'value' },
  ]);
  expect(effectOf([elementNode(5, 'input', { value: '⟦WORD_1⟧' })], [[150, inputEvent(5, '⟦WORD_1⟧')]])).toEqual(
    NOTHING,
  );
});

test('a navigation that belongs to the step is its effect, with how it was loaded', () => {
  const goto = (url: string, sameDocument: boolean) =>
    browserRecord(71, [outside({ type: 'goto', url, cause: 'link', sameDocument }, 150)]);
  expect(effectOf([], [], { records: [goto('https://desk.example.com/a', true)] })).toMatchObject({
    navigation: { url: 'https://desk.example.com/a', load: 'route' },
    busy: [],
  });
  expect(effectOf([], [], { records: [goto('https://desk.example.com/b', false)] })).toMatchObject({
    navigation: { url: 'https://desk.example.com/b', load: 'full' },
    busy: ['loading'],
  });
});

test('a tab that the step opened is its effect', () => {
  const records = [browserRecord(904, [outside({ type: 'tabOpen', opener: 71 }, 150)])];
  expect(effectOf([], [], { records })?.tab).toBe(1);
});

test('a dialog that the next step answers is its effect', () => {
  const dialog = { type: 'dialog', kind: 'confirm', message: 'Sure?', accepted: true, value: null } as const;
  expect(effectOf([], [], { second: { action: dialog } })?.dialog).toBe('confirm');
});

test('what was scrolled is named once, and no change of the page', () => {
  const scrolled = (id: number) => incremental({ source: 3, id, x: 0, y: 40 });
  expect(
    effectOf(
      [elementNode(5, 'div')],
      [
        [150, scrolled(5)],
        [250, scrolled(1)],
        [350, scrolled(5)],
        [360, scrolled(-1)],
      ],
    ),
  ).toEqual({
    ...NOTHING,
    scrolled: [
      { stream: 0, nodeId: 5 },
      { stream: 0, nodeId: 1 },
    ],
    settledMs: 300,
  });
});

test('a frame that comes to another document has loaded it', () => {
  const frame = (seq: number, after: number) =>
    childCapture(seq, {
      document: `DOC-FRAME-${seq}`,
      recorder: `00000000-0000-4000-8000-00000000000${seq}`,
      events: snapshot(after),
    });
  expect(effectOf([], [], { records: [frame(1, 50)] })?.busy).toEqual([]);
  expect(effectOf([], [], { records: [frame(1, 300)] })?.busy).toEqual([]);
  expect(effectOf([], [], { records: [frame(1, 50), frame(2, 300)] })).toMatchObject({
    ...{ navigation: null, busy: ['loading'], settledMs: 200 },
  });
});

test('the focus moves', () => {
  expect(effectOf([], [], { second: { page: { ...page, focus: 7 } } })?.focus).toEqual({ stream: 0, nodeId: 7 });
});

test('what says that it is busy counts once it has gone', () => {
  const spinner = adds(4, elementNode(20, 'div', { class: 'MuiCircularProgress spinner' }));
  expect(effectOf([], [[150, spinner]])?.busy).toEqual([]);
  expect(
    effectOf(
      [],
      [
        [150, spinner],
        [2_600, removes(20)],
      ],
    ),
  ).toMatchObject({ busy: ['network'], settledMs: 2_500 });
  const region = [elementNode(5, 'div', {})];
  expect(
    effectOf(region, [
      [150, attributes(5, { 'aria-busy': 'true' })],
      [900, attributes(5, { 'aria-busy': 'false' })],
    ]),
  ).toMatchObject({ busy: ['network'], settledMs: 800 });
});

test('a page is quiet although a clock ticks on', () => {
  const tick = mutation({ texts: [{ id: 6, value: '12:01' }] });
  const events = [1_000, 2_100, 3_200, 4_300].map((after): [number, RrwebEvent] => [after, tick]);
  expect(
    effectOf([elementNode(5, 'p', {}, textNode(6, ''))], [[340, adds(4, elementNode(20, 'b'))], ...events]),
  ).toMatchObject({
    domChanges: 5,
    settledMs: 900,
  });
});
