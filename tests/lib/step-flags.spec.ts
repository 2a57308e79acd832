import { expect, test } from '@playwright/test';
import type { RedactedAction } from '../../lib/action.ts';
import type { RrwebEvent } from '../../lib/capture.ts';
import type { Element } from '../../lib/element.ts';
import type { Gap } from '../../lib/gap.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import {
  browserRecord,
  capture,
  captured,
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

type Doing = readonly [action: RedactedAction['action'], target: Element | null, ...then: RrwebEvent[]];

const PAGE = [
  elementNode(5, 'button', { 'aria-expanded': 'false' }),
  elementNode(6, 'input', { value: '⟦WORD_1⟧' }),
  elementNode(7, 'input', { type: 'checkbox' }),
  elementNode(8, 'div', { role: 'dialog', hidden: '' }, elementNode(9, 'button', {}, textNode(10, 'Cancel'))),
  elementNode(
    11,
    'select',
    { value: 'a' },
    elementNode(12, 'option', { value: 'a' }, textNode(13, 'Apple')),
    elementNode(14, 'option', { value: 'b' }, textNode(15, 'Pear')),
  ),
];

const [button, field, box, cancel, select] = [
  element(5),
  element(6, { tag: 'input', role: 'textbox', name: 'Name' }),
  element(7, { tag: 'input', role: 'checkbox', name: 'Urgent' }),
  element(9, { name: 'Cancel' }),
  element(11, { tag: 'select', role: 'combobox', name: 'Fruit' }),
];

/** The flags of what was done in a page, one thing every ten seconds, each with what the page did then. */
function flagsOf(doings: readonly Doing[], gaps: Gap[] = [], children = PAGE): string[] {
  const events = snapshot(0, children);
  const actions = doings.map(([action, target, ...then], index) => {
    const eventsBefore = events.length;
    const after = 10_000 * (index + 1);
    events.push(...then.map((event) => ({ ...event, timestamp: START + after + 100 })));
    return captured(action, after, { target, eventsBefore });
  });
  // The last thing is done elsewhere, so that the effect of what is asked for has an end.
  const last = captured({ type: 'copy' }, 10_000 * (doings.length + 1), {
    eventsBefore: events.length,
    target: null,
  });
  const { steps } = toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps },
    records: [opening, capture(0, { events, actions: [...actions, last] })],
  });
  return steps.slice(1, -1).map(({ flags }) => flags.join(' '));
}

const attributes = (id: number, changed: object) => mutation({ attributes: [{ id, attributes: { ...changed } }] });
const change = mutation({ texts: [{ id: 10, value: 'Cancel' }] });
const alert = mutation({ adds: [{ parentId: 4, node: elementNode(30, 'p', { role: 'alert' }, textNode(31, 'No')) }] });
const isChecked = (checked: boolean) => {
  const event = inputEvent(7, 'on');
  return { ...event, data: { ...(event.data as object), isChecked: checked } };
};
const fill = (text: string) => ({ type: 'fill', value: { text, class: 'word' }, by: 'typing' }) as const;
const press = (key: string, ...modifiers: 'Control'[]) => ({ type: 'press', key, modifiers, consumed: true }) as const;
const choose = (label: string, index: number) => ({
  type: 'selectOption' as const,
  options: [{ label, index }],
  choices: ['Apple', 'Pear'],
});
const scroll = { type: 'scroll', by: { x: 0, y: 50 }, to: { x: 0, y: 50 } } as const;
const scrolled = (id: number, y: number) => incremental({ source: 3, id, x: 0, y });

test('a step of which nothing can be seen has no effect', () => {
  expect(
    flagsOf([
      [click, button],
      [click, cancel, change],
    ]),
  ).toEqual(['no_effect', '']);
});

test('nothing is said of what shows no effect in the DOM, or was not seen', () => {
  const gap: Gap = { reason: 'lost', from: START + 12_000, to: null, count: 1 };
  expect(
    flagsOf([
      [click, field],
      [press('c', 'Control'), button],
      [scroll, null],
    ]),
  ).toEqual(['', '', '']);
  expect(flagsOf([[click, button]], [], [...PAGE, elementNode(16, 'canvas')])).toEqual(['']);
  expect(flagsOf([[click, button]], [gap])).toEqual(['']);
});

test('a click that sets the caret, submits or scrolls is no click without an effect', () => {
  const edited = [elementNode(17, 'div', { contenteditable: 'true' }, elementNode(18, 'p', {}, textNode(19, 'Dear')))];
  expect(flagsOf([[click, element(18, { tag: 'p', role: '' })]], [], edited)).toEqual(['']);
  // A page that is edited as a whole does not say so.
  const [whole, text] = [element(2, { tag: 'html', role: '' }), mutation({ texts: [{ id: 10, value: 'No' }] })];
  expect(flagsOf([[click, whole]])).toEqual(['no_effect']);
  expect(
    flagsOf([
      [click, whole],
      [fill('⟦WORD_1⟧'), whole, text],
      [click, whole],
    ]),
  ).toEqual(['', '', '']);
  expect(flagsOf([[click, button, incremental({ source: 3, id: 1, x: 0, y: 0 })]])).toEqual(['']);
  const submitted = [opening, capture(0, { events: snapshot(0, PAGE), actions: submitting() })];
  const manifest = { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 } as const, gaps: [] };
  expect(toEpisode({ manifest, records: submitted }).steps[1]?.flags).toEqual([]);
});

/** A click that submits a form, of which nothing is to be seen. */
const submitting = () => [
  captured(click, 10_000, { target: button }),
  captured({ type: 'submit', submitter: button }, 10_010, { target: element(4, { tag: 'form' }) }),
  captured({ type: 'copy' }, 20_000, { target: null }),
];

test('a field that is filled with what it holds is redundant', () => {
  expect(flagsOf([[fill('⟦WORD_1⟧'), field]])).toEqual(['redundant']);
  expect(flagsOf([[fill('⟦WORD_2⟧'), field, inputEvent(6, '⟦WORD_2⟧')]])).toEqual(['']);
});

test('a value that returns takes back the step that changed it', () => {
  const there: Doing = [fill('⟦WORD_2⟧'), field, inputEvent(6, '⟦WORD_2⟧')];
  const back: Doing = [fill('⟦WORD_1⟧'), field, inputEvent(6, '⟦WORD_1⟧')];
  expect(flagsOf([there, [scroll, null, scrolled(1, 50)], back])).toEqual(['undone', '', 'undo']);
  expect(flagsOf([there, [click, button, change], back])).toEqual(['', '', '']);
});

test('a box that is checked and unchecked, an option that is chosen and given back', () => {
  expect(
    flagsOf([
      [{ type: 'check' }, box, isChecked(true)],
      [{ type: 'uncheck' }, box, isChecked(false)],
    ]),
  ).toEqual(['undone', 'undo']);
  expect(
    flagsOf([
      [choose('Pear', 1), select, inputEvent(11, 'b')],
      [scroll, null, scrolled(1, 50)],
      [choose('Apple', 0), select, inputEvent(11, 'a')],
    ]),
  ).toEqual(['undone', '', 'undo']);
});

test('what takes back is not taken back by doing it again', () => {
  const check: Doing = [{ type: 'check' }, box, isChecked(true)];
  const uncheck: Doing = [{ type: 'uncheck' }, box, isChecked(false)];
  expect(flagsOf([check, uncheck, check])).toEqual(['undone', 'undo', '']);
});

test('Control+Z takes back the last change', () => {
  const typed: Doing = [fill('⟦WORD_2⟧'), field, inputEvent(6, '⟦WORD_2⟧')];
  const undo: Doing = [press('z', 'Control'), field, inputEvent(6, '⟦WORD_1⟧')];
  expect(flagsOf([typed, undo])).toEqual(['undone', 'undo']);
});

const show: Doing = [click, button, attributes(8, { hidden: null })];
const hide = attributes(8, { hidden: '' });

for (const [how, doing] of [
  ['Escape', [press('Escape'), null, hide]],
  ['its cancel button', [click, cancel, hide]],
  ['a click outside', [click, select, hide]],
  ['its opener', [click, button, hide]],
] as const satisfies readonly (readonly [string, Doing])[]) {
  test(`a dialog that is opened and closed by ${how} was for nothing`, () => {
    expect(flagsOf([show, doing])).toEqual(['undone', 'undo']);
  });
}

test('a dialog in which something was done was not for nothing', () => {
  const filled: Doing = [fill('⟦WORD_2⟧'), field, inputEvent(6, '⟦WORD_2⟧')];
  const inside: Doing = [click, element(9, { name: 'Create' }), hide];
  expect(flagsOf([show, filled, [click, cancel, hide]])).toEqual(['', '', '']);
  expect(flagsOf([show, inside])).toEqual(['', '']);
});

test('a target that is not in the rebuilt page, or is another there, is misaligned', () => {
  expect(
    flagsOf([
      [click, element(99), change],
      [click, element(6), change],
      [click, element(5, { nodeId: null }), change],
    ]),
  ).toEqual(['misaligned', 'misaligned', 'misaligned']);
});

test('a target in a page or a box that had been scrolled further than the stream tells is misaligned', () => {
  for (const [box, id] of [
    [element(8, { tag: 'div' }), 8],
    [null, 1],
  ] as const) {
    const told = (...then: RrwebEvent[]) =>
      flagsOf([
        [scroll, box, ...then],
        [click, cancel, change],
      ]);
    expect(told(scrolled(id, 20), scrolled(id, 51))).toEqual(['', '']);
    expect(told(scrolled(id, 20))).toEqual(['', 'misaligned']);
    expect(told()).toEqual(['', 'misaligned']);
  }
});

test('a target in a box in a box is misaligned, whichever of them had been scrolled further than the stream tells', () => {
  const told = (...then: RrwebEvent[]) =>
    flagsOf([
      [scroll, null, ...then],
      [scroll, element(8, { tag: 'div' }), scrolled(8, 51)],
      [click, cancel, change],
    ]).at(-1);
  expect(told(scrolled(1, 20))).toBe('misaligned');
  expect(told(scrolled(1, 51))).toBe('');
  // Where a box was before it was scrolled again is of no matter.
  const again: Doing = [{ ...scroll, to: { x: 0, y: 90 } }, null, scrolled(1, 90)];
  expect(flagsOf([[scroll, null, scrolled(1, 20)], again, [click, cancel, change]]).at(-1)).toBe('');
});

test('what is done again after an alert, or because nothing came of it, is a retry', () => {
  const filled = (text: string): Doing => [fill(text), field, inputEvent(6, text)];
  expect(flagsOf([filled('⟦WORD_2⟧'), [click, button, alert], filled('⟦WORD_3⟧'), [click, button, change]])).toEqual([
    '',
    '',
    'retry',
    'retry',
  ]);
  expect(
    flagsOf([
      [click, button],
      [click, button, change],
    ]),
  ).toEqual(['no_effect', 'retry']);
  expect(
    flagsOf([
      [click, button, change],
      [click, button, change],
    ]),
  ).toEqual(['', '']);
});

const HOME = page.url;
const goto = (url: string, after: number) => outside({ type: 'goto', url, cause: 'link', sameDocument: true }, after);
const link = (after: number, url: string, name = 'Next') =>
  captured(click, after, { target: element(5, { name }), page: { ...page, url } });

/** The flags of a visit to other pages of a single-page app. */
function visitFlags(browser: RedactedAction[], actions: RedactedAction[]): string[] {
  const { steps } = toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
    records: [
      opening,
      capture(0, { events: [...snapshot(0, PAGE), change], actions }),
      browserRecord(71, [
        outside({ type: 'goto', url: HOME, cause: 'address_bar', sameDocument: false }, 0),
        ...browser,
      ]),
    ],
  });
  return steps.slice(1).map(({ flags }) => flags.join(' '));
}

const A = 'https://desk.example.com/a';
const B = 'https://desk.example.com/b';
const back = (url: string, after: number) => outside({ type: 'goBack', url, sameDocument: true }, after);

test('going back right after a navigation takes it back', () => {
  expect(visitFlags([goto(A, 10_050), back(HOME, 20_000)], [link(10_000, HOME)])).toEqual(['undone', 'undo']);
});

test('a visit on which nothing was done is a detour', () => {
  const look = captured(scroll, 15_000, { target: null });
  expect(visitFlags([goto(A, 10_050), back(HOME, 20_000)], [link(10_000, HOME), look])).toEqual([
    'detour',
    'detour',
    'detour',
  ]);
  expect(
    visitFlags(
      [goto(A, 10_050), goto(B, 20_050), goto(HOME, 30_050)],
      [link(10_000, HOME), link(20_000, A), link(30_000, B, 'Home')],
    ),
  ).toEqual(['detour', 'detour', 'detour']);
});

test('a visit on which something was done is none', () => {
  const copy = captured({ type: 'copy' }, 15_500);
  expect(visitFlags([goto(A, 10_050), back(HOME, 20_000)], [link(10_000, HOME), copy])).toEqual(['', '', '']);
});
