import { expect, test } from '@playwright/test';
import { moveAlong } from '../../dataset/replay/acts/way.ts';
import { createAddresses } from '../../dataset/replay/addresses.ts';
import { companyOf } from '../../dataset/replay/company.ts';
import { motionAt } from '../../dataset/replay/moved.ts';
import { createPace } from '../../dataset/replay/pace.ts';
import { createStory } from '../../dataset/replay/story.ts';
import { changeOfLines, isBeyondCell, typedAmong, typedIntoLines } from '../../dataset/replay/rich-change.ts';
import { changeBetween, isAlike, isSameValue, typedInto } from '../../dataset/replay/text-change.ts';
import { createValues, patternOf } from '../../dataset/replay/values.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import {
  capture,
  captured,
  click,
  element,
  opening,
  outside,
  browserRecord,
  page,
  snapshot,
  START,
} from '../support/records.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';
import type { Selector } from '../../lib/element.ts';
import type { RrwebEvent } from '../../lib/capture.ts';

const about = { class: 'word', step: 3, target: null } as const;

test('values come from an object, a map or a function that is asked once', async () => {
  const asked: string[] = [];
  const ask = createValues(({ placeholder, step }) => {
    asked.push(`${placeholder} for ${step}`);
    return 'Ada';
  });
  expect(await ask.demand('⟦PERSON_1⟧', about)).toBe('Ada');
  expect(await ask.demand('Dear ⟦PERSON_1⟧', about)).toBe('Dear Ada');
  expect(asked).toEqual(['⟦PERSON_1⟧ for 3']);
  expect(ask.filledIn({ name: ['⟦PERSON_1⟧'], box: 3 })).toEqual({ name: ['Ada'], box: 3 });
  expect(await createValues({ '⟦WORD_1⟧': 'x' }).demand('⟦WORD_1⟧', about)).toBe('x');
  expect(await createValues(new Map([['⟦WORD_1⟧', 'y']])).demand('⟦WORD_1⟧', about)).toBe('y');
});

test('a value with quotes and line breaks stays inside of what a selector is written in', () => {
  const values = createValues({ '⟦TEXT_1⟧': '19" rack\nin \\hall' });
  const filled = (kind: Selector['kind'], value: string) =>
    values.filledIn({ selectors: [{ kind, value, matches: 1 }] }).selectors[0]?.value;
  const spaced = '19" rack in \\hall';
  const css = '[title="19\\" rack\\a in \\\\hall"]';
  expect(filled('text', '⟦TEXT_1⟧')).toBe(spaced);
  expect(filled('role', 'button "Move ⟦TEXT_1⟧"')).toBe(`button ${JSON.stringify(`Move ${spaced}`)}`);
  expect(filled('css', '[title="⟦TEXT_1⟧"]')).toBe(css);
  const row = { among: '[title="⟦TEXT_1⟧"]', row: '⟦TEXT_1⟧', column: null, inside: '' };
  expect(JSON.parse(filled('row', JSON.stringify(row)) ?? '')).toEqual({ ...row, among: css, row: spaced });
  const landmark = { role: 'region', name: '⟦TEXT_1⟧', up: 0, inside: ':scope > a' };
  expect(JSON.parse(filled('landmark', JSON.stringify(landmark)) ?? '')).toEqual({ ...landmark, name: spaced });
  expect(values.filledIn({ css: '[title="⟦TEXT_1⟧"]' })).toEqual({ css });
});

test('every secret has the same placeholder, so each field is asked for', async () => {
  const values = createValues(({ step }) => `password ${step}`);
  expect(await values.demand('⟦SECRET⟧', { ...about, step: 1 })).toBe('password 1');
  expect(await values.demand('⟦SECRET⟧', { ...about, step: 2 })).toBe('password 2');
  expect(values.filled('⟦SECRET⟧')).toBe('⟦SECRET⟧');
  expect(await createValues({ '⟦SECRET⟧': 'x' }).demand('⟦SECRET⟧', about)).toBe('x');
});

test('a value that nobody knows stays unknown, and one that looks like a placeholder is a value', async () => {
  expect(await createValues(undefined).demand('⟦WORD_1⟧', about)).toBeUndefined();
  expect(await createValues({ '⟦WORD_1⟧': '⟦WORD_2⟧' }).demand('⟦WORD_1⟧', about)).toBe('⟦WORD_2⟧');
  expect(await createValues(undefined).demand('plain', about)).toBe('plain');
});

test('a text with placeholders is a pattern in which they stand for anything', () => {
  expect(patternOf('Hello ⟦PERSON_1⟧ (you)').test('Hello Ada (you)')).toBe(true);
  expect(patternOf('Hello ⟦PERSON_1⟧ (you)').test('Hello Ada you')).toBe(false);
  expect(patternOf('a.c').test('abc')).toBe(false);
});

test('one of several alike is told by its company, unless another has the same', () => {
  const button = (id: number) => elementNode(id, 'button', {}, textNode(id + 1, 'Pay'));
  const row = (id: number, ...cells: string[]) =>
    elementNode(id, 'li', {}, ...cells.map((cell, place) => textNode(id + 1 + place, cell)), button(id + 5));
  const list = elementNode(5, 'ul', {}, row(10, 'Lake', 'Trip'), row(20, 'Lake', 'Book'), row(30, 'Lake', 'Book'));
  const model = createPageModel();
  for (const event of snapshot(0, [list])) model.apply(event);
  const selectors: Selector[] = [{ kind: 'role', value: 'button "Pay"', matches: 3, nth: 0 }];
  expect(companyOf(model, element(15, { selectors }))).toEqual(['Lake', 'Trip']);
  expect(companyOf(model, element(25, { selectors }))).toEqual([]);
  expect(companyOf(model, element(15, { selectors: [] }))).toEqual([]);
});

test('a change of a text is what its ends have not in common', () => {
  expect(changeBetween('Dear Ada,', 'Dear Grace,')).toEqual({ start: 5, end: 8, added: 'Grace' });
  expect(changeBetween('', 'new')).toEqual({ start: 0, end: 0, added: 'new' });
  expect(changeBetween('aa', 'a')).toEqual({ start: 1, end: 2, added: '' });
});

test('what is typed where the selection is may be enough', () => {
  expect(typedInto('Dear Ada', [8, 8], 'Dear Ada!')).toBe('!');
  expect(typedInto('Dear Ada', [5, 8], 'Dear Alan')).toBe('Alan');
  expect(typedInto('Dear Ada', [0, 0], 'Dear Alan')).toBeUndefined();
});

test('values are the same whatever sets their lines apart, and alike but for separators', () => {
  expect(isSameValue('one\n\ntwo\n', 'one\ntwo', { kind: 'rich' })).toBe(true);
  expect(isSameValue('one\n\ntwo', 'one\ntwo', { kind: 'textarea' })).toBe(false);
  expect(isSameValue('one\n', 'one', { kind: 'rich' })).toBe(true);
  expect(isSameValue('one', 'one\n', { kind: 'textarea' })).toBe(false);
  expect(isSameValue('a\u00a0b', 'a\ufeff b', { kind: 'input' })).toBe(true);
  expect([isAlike('1,234.50', '1234.50'), isAlike('(55) 12', '5512'), isAlike('12', '13')]).toEqual([
    true,
    true,
    false,
  ]);
});

/** An editor that holds these lines, with the caret or the selection somewhere. */
const editor = (lines: readonly string[], line: number, from: number, to = from, breaks = 2) => ({
  text: lines.join('\n'),
  lines,
  start: { line, column: from },
  end: { line, column: to },
  isFormatted: true,
  breaks,
});

test('what is typed at the caret of an editor may be enough, however its lines are set apart', () => {
  expect(typedIntoLines(editor(['Bring '], 0, 6), 'Bring \ufeffgloves')).toBe('gloves');
  expect(typedIntoLines(editor(['Notes', '', '', '', 'End'], 2, 0), 'Notes\n\nnew\u00a0one\n\nEnd')).toBe('new one');
  expect(typedIntoLines(editor(['Dear Ada', 'Bye'], 0, 5, 8, 1), 'Dear Alan,\n\nhello\nBye')).toBe('Alan,\n\nhello');
  expect(typedIntoLines(editor(['Dear Ada'], 0, 8, 8, 2), 'Dear Ada\n\n\nhello\nBye')).toBe('\n\nhello\nBye');
  expect(typedIntoLines(editor(['', 'a', ''], 1, 1, 1, 3), 'a\n\nb\n\n\n\n\nc')).toBe('\nb\n\nc');
  expect(typedIntoLines(editor(['First'], 0, 5), 'First\n')).toBe('\n');
  expect(typedIntoLines(editor(['Notes', 'End'], 0, 5), 'Notes\n\n\nEnd')).toBe('\n');
  expect(typedIntoLines(editor(['Notes', 'End'], 1, 0), 'Notes\n\nEnd')).toBe('\n');
  expect(typedIntoLines(editor(['Notes', '', 'End'], 0, 5, 5, 3), 'Notes\n\n\n\n\nEnd')).toBe('\n');
  expect(typedIntoLines(editor(['Notes', '', 'End'], 0, 5, 5, 3), 'Notes\n\nEnd')).toBe('');
  expect(typedIntoLines(editor(['Notes', 'End'], 0, 0), 'Notes\nEnd of it')).toBeUndefined();
  expect(typedIntoLines(editor(['Notes', 'End'], 0, 5), 'Note\nEnd')).toBeUndefined();
  expect(typedIntoLines({ ...editor(['a'], 0, 0), start: null }, 'b')).toBeUndefined();
});

test('what was typed in the midst of an editor is typed there, though it is told as if at the end', () => {
  const before = editor(['Notes', '', 'End'], 1, 0);
  expect(typedAmong(before, 'Notes\n\nEnd## Plan', 'Notes\nPlan\nEnd')).toBe('## Plan');
  expect(typedAmong(before, 'Other\n\nEnd## Plan', 'Notes\nPlan\nEnd')).toBe('Plan');
  expect(typedAmong(before, 'Notes\n## Plan\nEnd', 'Notes\nPlan\nEnd')).toBeUndefined();
  expect(typedAmong(before, 'Notes\n\nEnd## Plan', 'Notes\nEnd\nPlan')).toBeUndefined();
});

test('what was selected is gone once something is typed over it, though it is told as if it stayed', () => {
  const before = { ...editor(['Notes', 'End'], 0, 0), end: { line: 1, column: 3 } };
  expect(typedAmong(before, 'Notes\nEndlan', 'Plan')).toBe('Plan');
  expect(typedAmong(before, '## Plan', 'Plan')).toBeUndefined();
});

test('the smallest change of an editor leaves all else as it is', () => {
  const change = changeOfLines(editor(['', 'Notes', '', 'End'], 1, 0), 'Notes\n\nEnd of it');
  expect(change).toEqual({ start: { line: 3, column: 3 }, end: { line: 3, column: 3 }, added: ' of it' });
  const begun = changeOfLines(editor(['', 'Notes', '', 'End'], 3, 1), 'Notes\n\n\n\nEnd');
  expect(begun).toEqual({ start: { line: 1, column: 5 }, end: { line: 1, column: 5 }, added: '\n' });
  const less = changeOfLines(editor(['one', 'two', 'three'], 0, 0), 'one\n\nthree');
  expect(less).toEqual({ start: { line: 1, column: 1 }, end: { line: 2, column: 1 }, added: '' });
});

test('an editor with a table is typed into cell by cell', () => {
  const table = (line: number, from: number, to = from) => editor(['Rent\t900', '', '\t', 'End'], line, from, to);
  expect(typedIntoLines(table(0, 8), 'Rent\t900,50\n\t\nEnd')).toBe(',50');
  expect(typedIntoLines(table(0, 0, 4), 'Post\t900\nEnd')).toBe('Post');
  expect(typedIntoLines(table(1, 0), 'Rent\t900\nCake\t\n\nEnd')).toBe('Cake');
  expect(typedIntoLines(table(2, 1), 'Rent\t900\n\n\t8\nEnd')).toBe('8');
  expect(typedIntoLines(table(1, 0), 'Rent\t900\nCake\t8\nEnd')).toBeUndefined();
  const beyond = (after: string) => isBeyondCell(table(3, 0), changeOfLines(table(3, 0), after));
  expect(beyond('Rent\t100\n\t\nEnd')).toBe(false);
  expect(beyond('Rent\t900\nCake\t8\nEnd')).toBe(true);
  expect(beyond('Rent and more\nEnd')).toBe(true);
});

function episodeAt(url: string, events: readonly RrwebEvent[] = []) {
  const goto = outside({ type: 'goto', url, cause: 'address_bar', sameDocument: false }, 0);
  const first = capture(0, { events: snapshot(10, [elementNode(5, 'button', {}, textNode(6, 'Save'))]) });
  const actions = [captured(click, 50), captured(click, 90, { eventsBefore: 2 + events.length })];
  const parts = [
    opening,
    browserRecord(71, [goto]),
    first,
    capture(1, { firstEvent: 2, events: [...events], actions }),
  ];
  const manifest = { session: opening.session, episode: opening.episode, cut: { rule: 'mark', at: 0 }, gaps: [] };
  return toEpisode({ manifest: manifest as never, records: parts });
}

test('the base URL stands for the origin on which the episode begins', () => {
  const values = createValues({ '⟦WORD_1⟧': 'blue' });
  const episode = episodeAt('https://desk.example.com/tickets');
  const at = (base: string | undefined) => createAddresses(episode, base, values);
  expect(at(undefined).liveOf('https://desk.example.com/a?b#c')).toBe('https://desk.example.com/a?b#c');
  expect(at('http://127.0.0.1:80/').liveOf('https://desk.example.com/a?b#c')).toBe('http://127.0.0.1/a?b#c');
  expect(at('http://127.0.0.1:8080/app/').liveOf('https://desk.example.com/a')).toBe('http://127.0.0.1:8080/app/a');
  expect(at('http://127.0.0.1:8080').liveOf('https://other.example.com/a')).toBe('https://other.example.com/a');
  expect(at(undefined).liveOf('https://desk.example.com/⟦WORD_1⟧')).toBe('https://desk.example.com/blue');
  expect(at(undefined).liveOf('https://desk.example.com/⟦WORD_2⟧')).toBeUndefined();
  expect(at('http://h/?seed=7').liveOf('https://desk.example.com/tickets')).toBe('http://h/?seed=7');
});

test('a live URL is the recorded one if all that was kept of it is the same', () => {
  const { isSame } = createAddresses(episodeAt(page.url), undefined, createValues(undefined));
  expect(isSame('https://h.example/a', 'https://h.example/a?x=1#y')).toBe(true);
  expect(isSame('https://h.example/a?x=1', 'https://h.example/a?x=2')).toBe(false);
  expect(isSame('https://h.example/⟦NUMBER_1⟧/edit', 'https://h.example/17/edit')).toBe(true);
  expect(isSame('https://h.example/a', 'https://h.example/b')).toBe(false);
});

test('a story tells how the page changed from one step to the next', () => {
  const episode = episodeAt(page.url, [
    mutation({
      texts: [{ id: 6, value: 'Saved' }],
      attributes: [{ id: 5, attributes: { disabled: true } }],
    }),
  ]);
  const story = createStory(episode);
  const [, first, second] = episode.steps;
  if (!first || !second) throw new Error('There are two clicks.');
  expect(story.before(first.observation, 0).appeared).toEqual([{ text: 'Save', count: 1 }]);
  expect(story.before(second.observation, 0)).toMatchObject({
    appeared: [{ text: 'Saved', count: 1 }],
    gone: [{ text: 'Save', count: 0 }],
    changed: [{ path: 'html > body > button', name: 'disabled', value: '', classes: [null, null] }],
    enough: 1,
  });
});

test('what was there for a moment only has gone when the next step is done', () => {
  const episode = episodeAt(page.url, [
    mutation({ texts: [{ id: 6, value: 'Saving' }] }),
    mutation({ adds: [{ parentId: 4, node: textNode(8, 'Please wait') }] }),
    mutation({ texts: [{ id: 6, value: 'Save' }], removes: [{ parentId: 4, id: 8 }] }),
  ]);
  const story = createStory(episode);
  const [, first, second] = episode.steps;
  if (!first || !second) throw new Error('There are two clicks.');
  story.before(first.observation, 0);
  expect(story.before(second.observation, 0)).toMatchObject({
    appeared: [],
    gone: [
      { text: 'Saving', count: 0 },
      { text: 'Please wait', count: 0 },
    ],
  });
});

test('what was in another state for a moment only is to be back in its own', () => {
  const episode = episodeAt(page.url, [
    mutation({ attributes: [{ id: 5, attributes: { disabled: true, style: 'top:1px' } }] }),
    mutation({ attributes: [{ id: 5, attributes: { disabled: null } }] }),
  ]);
  const story = createStory(episode);
  const [, first, second] = episode.steps;
  if (!first || !second) throw new Error('There are two clicks.');
  expect(story.before(first.observation, 0).changedAt).toBeNull();
  expect(story.before(second.observation, 0)).toMatchObject({
    changed: [{ path: 'html > body > button', name: 'disabled', value: null, classes: [null, null] }],
    changedAt: episode.streams[0]?.events.at(-1)?.timestamp,
  });
});

test('of what is withheld a page shows as much as it did', () => {
  const episode = episodeAt(page.url, [
    mutation({ adds: [8, 9].map((id) => ({ parentId: 4, node: textNode(id, `⟦WORD_${id}⟧`) })) }),
  ]);
  const story = createStory(episode);
  const [, first, second] = episode.steps;
  if (!first || !second) throw new Error('There are two clicks.');
  story.before(first.observation, 0);
  expect(story.before(second.observation, 0).appeared).toEqual([
    { text: '⟦WORD_8⟧', count: 1, alike: 3, shape: '⟦⟧' },
    { text: '⟦WORD_9⟧', count: 1, alike: 3, shape: '⟦⟧' },
  ]);
});

test('a step comes as long after the one before as it did, whatever driving the browser adds', () => {
  const { startedAt, steps } = episodeAt(page.url, []);
  const first = steps[1];
  if (!first) throw new Error('There is a click.');
  const leftAfter = (ms: number) => {
    let here = startedAt;
    const pace = createPace(startedAt, 5_000, () => here);
    pace.begin(first);
    here += first.until - first.at + ms;
    pace.end(first);
    return pace.leftOfPause(first.until + 1_000);
  };
  expect(leftAfter(60)).toBe(940);
  // What took the page its time counts from its end.
  expect(leftAfter(400)).toBe(1_000);
});

test('a pointer makes up for the time that the page took to notice that it was pressed', async () => {
  const moved: number[] = [];
  const mouse = { move: async (x: number) => void moved.push(x) };
  const points = [1, 2, 3, 4].map((x) => ({ x, y: 0 }));
  const begin = Date.now();
  await moveAlong(mouse, points, 1_000, begin - 3_900);
  expect(moved).toEqual([1, 2, 3, 4]);
  expect(Date.now() - begin).toBeGreaterThanOrEqual(99);
  expect(Date.now() - begin).toBeLessThan(900);
});

test('what moves by itself is told of, also where another thing is struck', () => {
  const moves = [600, 700, 800, 950, 1_050].map((ms) => ({
    ...mutation({ attributes: [{ id: 20, attributes: { style: `left: ${ms}px` } }] }),
    timestamp: START + ms,
  }));
  const motionOf = (nodeId: number, events: readonly RrwebEvent[], eventsBefore: number) => {
    const body = [elementNode(5, 'button', {}), elementNode(20, 'b', {})];
    const struck = captured(click, 900, { target: element(nodeId), eventsBefore });
    const manifest = { session: opening.session, episode: opening.episode, cut: { rule: 'mark', at: 0 }, gaps: [] };
    const told = capture(0, { events: [...snapshot(10, body), ...events], actions: [struck] });
    const { steps, ...rest } = toEpisode({ manifest: manifest as never, records: [opening, told] });
    const step = steps.find(({ action }) => action.type === 'click');
    return step && motionAt({ steps, ...rest }, step);
  };
  expect(motionOf(20, moves, 5)).toEqual({ isOfTarget: true, isOfPage: true });
  expect(motionOf(5, moves, 5)).toEqual({ isOfTarget: false, isOfPage: true });
  expect(motionOf(5, [], 2)).toEqual({ isOfTarget: false, isOfPage: false });
});
