import { expect, test } from '@playwright/test';
import { Episode } from '../../lib/episode.ts';
import type { Gap } from '../../lib/gap.ts';
import type { Record as SealedRecord } from '../../lib/record.ts';
import { AssemblyError, toEpisode } from '../../lib/to-episode.ts';
import {
  browserRecord,
  capture,
  captured,
  change,
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

const cut = { rule: 'idle', confidence: 0.8 } as const;
const lost = (from: number, to: number | null, count: number): Gap => ({
  reason: 'lost',
  from: START + from,
  to: to && START + to,
  count,
});

function assemble(records: SealedRecord[], gaps: Gap[] = []): Episode {
  return Episode.parse(
    toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps }, records: [opening, ...records] }),
  );
}

const goto = outside({ type: 'goto', url: page.url, cause: 'address_bar', sameDocument: false }, 0);

test('joins batches in any order, each once, into one stream', () => {
  const first = capture(0, { events: snapshot(10) });
  const second = capture(1, { firstEvent: 2, events: [change(20)] });
  const third = capture(2, { firstEvent: 3, events: [change(30)] });
  const { streams, documents, gaps } = assemble([third, first, second, second]);
  expect(streams).toEqual([{ document: 0, events: [...snapshot(10), change(20), change(30)], frames: [] }]);
  expect(documents).toEqual([
    {
      tab: 0,
      frame: 0,
      parent: null,
      framePath: [],
      ownerNodeId: null,
      siteRule: 'https://desk.example.com/*',
      redaction: 'standard',
    },
  ]);
  expect(gaps).toEqual([]);
});

test('a missing batch is a gap, and its stream ends before the hole', () => {
  const { streams, gaps } = assemble([
    capture(0, { events: snapshot(10) }),
    capture(2, { firstEvent: 5, events: [change(40), change(50)] }),
  ]);
  expect(streams).toEqual([{ document: 0, events: snapshot(10), frames: [] }]);
  expect(gaps).toEqual([lost(10, 40, 1), lost(40, 50, 2)]);
});

test('events before the first full snapshot are a gap', () => {
  const { streams, gaps } = assemble([
    capture(3, { firstEvent: 7, events: [change(5), change(6), ...snapshot(10), change(20)] }),
  ]);
  expect(streams).toEqual([{ document: 0, events: [...snapshot(10), change(20)], frames: [] }]);
  expect(gaps).toEqual([lost(5, 10, 2)]);
});

test('a gesture keeps its exact place when events before its stream are missing', () => {
  const action = captured(click, 20, { eventsBefore: 10 });
  const { steps } = assemble([
    capture(3, { firstEvent: 7, events: [change(5), ...snapshot(10), change(20)], actions: [action] }),
  ]);
  expect(steps.at(-1)?.observation.streams).toEqual([{ stream: 0, events: 2 }]);
});

test('style sheets return to their place, and a missing one is a gap', () => {
  const link = (id: number, asset: string) => ({
    type: 2,
    tagName: 'style',
    attributes: { _cssAsset: asset },
    childNodes: [],
    id,
  });
  const [known, unknown] = ['c'.repeat(64), 'd'.repeat(64)];
  const { streams, gaps } = assemble([
    { kind: 'asset', asset: known, text: 'b { color: red }' },
    capture(0, { events: snapshot(10, [link(5, known), link(6, unknown)]) }),
  ]);
  const text = JSON.stringify(streams);
  expect(text).toContain('"_cssText":"b { color: red }"');
  expect(text).not.toContain('_cssAsset');
  expect(gaps).toEqual([lost(10, null, 1)]);
});

test('a child frame finds its parent and the iframe element that owns it', () => {
  const { documents } = assemble([
    childCapture(0, { events: snapshot(15) }),
    capture(0, { events: snapshot(10), frameOwners: [{ index: 0, nodeId: 6 }] }),
  ]);
  expect(documents.map(({ parent, framePath, ownerNodeId }) => ({ parent, framePath, ownerNodeId }))).toEqual([
    { parent: null, framePath: [], ownerNodeId: null },
    { parent: 0, framePath: [0], ownerNodeId: 6 },
  ]);
});

test('a frame that was quiet before its page told of itself finds its owner, and one that had gone does not', () => {
  const late = { index: 0, nodeId: 6 };
  const documentsWith = (isLast: boolean) =>
    assemble([
      childCapture(0, { ancestors: ['DOC-TOP'], events: snapshot(15), isLast }),
      capture(0, { events: snapshot(400), frameOwners: [late] }),
      capture(1, { firstEvent: 2, events: [change(900)], frameOwners: [{ ...late, nodeId: 8 }] }),
    ]).documents.map(({ ownerNodeId }) => ownerNodeId);
  expect(documentsWith(false)).toEqual([null, 6]);
  expect(documentsWith(true)).toEqual([null, null]);
});

test('the element that owns a frame has an id for each recorder of its page', () => {
  const restarted = 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33';
  const { streams } = assemble([
    capture(0, { events: snapshot(10), frameOwners: [{ index: 0, nodeId: 6 }] }),
    childCapture(0, { events: snapshot(15) }),
    capture(0, { recorder: restarted, events: snapshot(200), frameOwners: [{ index: 0, nodeId: 9 }] }),
    childCapture(1, { firstEvent: 2, events: [change(300)] }),
  ]);
  expect(streams.map(({ frames }) => frames)).toEqual([[{ document: 1, nodeId: 6 }], [], [{ document: 1, nodeId: 9 }]]);
});

test('an observation is exact in its own frame and by time in the others, never after the gesture began', () => {
  const { steps } = assemble([
    capture(0, {
      events: [...snapshot(10), change(100), change(100), change(101)],
      actions: [captured(click, 100, { eventsBefore: 4 })],
    }),
    childCapture(0, { events: [...snapshot(15), change(99), change(100)] }),
    browserRecord(71, [goto]),
  ]);
  expect(steps[1]?.observation.streams).toEqual([
    { stream: 0, events: 4 },
    { stream: 1, events: 3 },
  ]);
});

test('only what is shown is observed: not the page before, nor a frame that is gone', () => {
  const actions = [captured(click, 300, { page: { ...page, url: 'https://desk.example.com/next' } })];
  const { steps, documents } = assemble([
    capture(0, { events: snapshot(10), isLast: true }),
    childCapture(0, { events: snapshot(15), isLast: true }),
    capture(0, {
      recorder: 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33',
      document: 'DOC-NEXT',
      events: snapshot(200),
      actions,
    }),
  ]);
  expect(documents).toHaveLength(3);
  expect(steps.at(-1)?.observation).toMatchObject({ document: 2, streams: [{ stream: 2, events: 2 }] });
});

const nextPage = { recorder: 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33', document: 'DOC-NEXT' };

test('a page is in front as soon as something is done in a frame of it, though it tells of itself later', () => {
  const inFrame = { ancestors: ['DOC-NEXT'], events: snapshot(200), actions: [captured(click, 200)] };
  const { steps, documents } = assemble([
    capture(0, { events: snapshot(10) }),
    browserRecord(71, [outside(goto.action, 100)]),
    childCapture(0, inFrame),
    capture(0, { ...nextPage, ancestors: [], events: snapshot(270), frameOwners: [{ index: 0, nodeId: 6 }] }),
  ]);
  expect(documents.map(({ frame, parent }) => [frame, parent])).toEqual([
    [0, null],
    [0, null],
    [9, 1],
  ]);
  expect(steps.at(-1)?.observation).toMatchObject({ document: 2, streams: [{ stream: 1, events: 2 }] });
});

test('a frame of a page that has told nothing is not taken for one of the page before', () => {
  const inFrame = { ancestors: ['DOC-NEXT'], events: snapshot(200), actions: [captured(click, 200)] };
  const { steps, documents, finalObservation } = assemble([
    capture(0, { events: snapshot(10), actions: [captured(click, 20)] }),
    childCapture(0, inFrame),
  ]);
  expect(documents[1]).toMatchObject({ frame: 9, parent: null, ownerNodeId: null });
  expect(steps.map(({ observation }) => observation.streams)).toEqual([
    [],
    [{ stream: 0, events: 2 }],
    [{ stream: 1, events: 2 }],
  ]);
  expect(finalObservation.streams).toEqual([{ stream: 1, events: 2 }]);
});

test('a frame in a frame that is not recorded belongs to the page that it is in', () => {
  const { steps, documents } = assemble([
    capture(0, { ancestors: [], events: snapshot(10) }),
    childCapture(0, {
      ...{ parentFrame: 5, ancestors: ['DOC-BETWEEN', 'DOC-TOP'] },
      ...{ events: snapshot(15), actions: [captured(click, 50)] },
    }),
  ]);
  expect(documents[1]?.parent).toBeNull();
  expect(steps.at(-1)?.observation.streams).toEqual([
    { stream: 0, events: 2 },
    { stream: 1, events: 2 },
  ]);
});

test('a page that is shown again by going back is what is seen, not the one that was left', () => {
  const next = { recorder: 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33', document: 'DOC-NEXT' };
  const { steps, finalObservation } = assemble([
    capture(0, { events: snapshot(10), actions: [captured(click, 20)] }),
    capture(0, { ...next, events: snapshot(200), actions: [captured(click, 300)] }),
    capture(1, { stream: 1, events: snapshot(9_000), actions: [captured(click, 9_100)] }),
  ]);
  expect(steps.map(({ observation }) => observation.streams)).toEqual([
    [],
    [{ stream: 0, events: 2 }],
    [{ stream: 1, events: 2 }],
    [{ stream: 2, events: 2 }],
  ]);
  expect(finalObservation).toMatchObject({ document: 0, streams: [{ stream: 2, events: 2 }] });
});

test('there is one observation more than there are actions, and the last sees everything', () => {
  const { steps, finalObservation, endedAt } = assemble([
    browserRecord(71, [goto]),
    capture(0, { events: [...snapshot(10), change(90)], actions: [captured(click, 50)] }),
  ]);
  expect(steps.map(({ index, action }) => [index, action.type])).toEqual([
    [0, 'goto'],
    [1, 'click'],
  ]);
  expect(finalObservation).toMatchObject({
    ...{ at: endedAt, tab: 0, document: 0, streams: [{ stream: 0, events: 3 }], tabs: [0] },
    page: {
      url: page.url,
      title: '',
      viewport: { width: 800, height: 600, devicePixelRatio: 1 },
      scroll: { x: 0, y: 0 },
    },
  });
  expect(endedAt).toBe(START + 90);
});

test('an episode that begins in the middle of a page begins with a goto', () => {
  const { steps, captured: seen } = assemble([
    capture(4, { stream: 2, events: snapshot(10), actions: [captured(click, 50)] }),
  ]);
  expect(steps[0]?.action).toEqual({ type: 'goto', url: page.url, cause: 'start', sameDocument: false });
  expect(steps.map((step) => step.captured)).toEqual([[0], [1]]);
  expect(seen).toHaveLength(2);
});

test('nothing is seen before the goto that begins an episode, whichever frame was there first', () => {
  const { steps } = assemble([
    childCapture(0, { events: snapshot(5) }),
    capture(4, { stream: 2, events: snapshot(10), actions: [captured(click, 50)] }),
  ]);
  expect(steps[0]).toMatchObject({ at: START + 5, action: { cause: 'start' }, observation: { streams: [] } });
});

test('tabs are numbered as they are met, also in what opened them', () => {
  const open = outside({ type: 'tabOpen', opener: 71 }, 2_000);
  const { tabs, steps } = assemble([
    browserRecord(904, [open, outside({ type: 'tabSwitch' }, 9_000)]),
    capture(0, { events: snapshot(10) }),
    browserRecord(71, [goto]),
  ]);
  expect(tabs).toBe(2);
  expect(steps.map(({ tab, action }) => [tab, action.type])).toEqual([
    [0, 'goto'],
    [1, 'tabOpen'],
    [1, 'tabSwitch'],
  ]);
  expect(steps[1]?.action).toEqual({ type: 'tabOpen', opener: 0 });
  expect(steps[2]?.observation).toMatchObject({ tab: 0, tabs: [0, 1] });
});

test('a tab that was closed is in front no longer', () => {
  const { steps, finalObservation } = assemble([
    browserRecord(71, [goto]),
    capture(0, { events: snapshot(10) }),
    browserRecord(904, [outside({ type: 'tabSwitch' }, 2_000), outside({ type: 'tabClose' }, 5_000)]),
    capture(1, { firstEvent: 2, actions: [captured(click, 9_000)] }),
  ]);
  expect(steps.map(({ observation }) => observation.tab)).toEqual([0, 0, 1, 0]);
  expect(finalObservation).toMatchObject({ tab: 0, tabs: [0] });
});

test('each step has what was withheld from it, and from what it brought', () => {
  const entry = (count: number, after?: number) => ({
    ...({ channel: 'mutation', rule: 'data', count } as const),
    ...(after !== undefined && { at: START + after }),
  });
  const [first, second] = [captured(click, 1_000), captured(click, 2_000)];
  const { steps, ledger } = assemble([
    capture(0, { events: snapshot(10), ledger: [entry(1)] as const }),
    capture(1, { firstEvent: 2, actions: [first, second], ledger: [entry(2), entry(4, 1_000), entry(8, 2_000)] }),
    browserRecord(904, [outside({ type: 'tabSwitch' }, 3_000)], { ledger: [entry(16)] }),
  ]);
  expect(steps.map((step) => step.ledger.map(({ count }) => count))).toEqual([[1], [6], [8], [16]]);
  expect(ledger).toEqual([{ channel: 'mutation', rule: 'data', count: 31 }]);
});

test('ledgers and costs are summed, and gaps sorted and not repeated', () => {
  const paused: Gap = { reason: 'paused', from: START + 500, to: START + 900, count: 0 };
  const entry = { channel: 'input', rule: 'typed', count: 2 } as const;
  const { ledger, cost, gaps } = assemble(
    [
      capture(0, { events: snapshot(10), ledger: [entry], gaps: [paused] }),
      capture(1, { firstEvent: 2, ledger: [entry, { channel: 'url', rule: 'url_query', count: 1 }] }),
    ],
    [paused, lost(5, null, 1)],
  );
  expect(ledger).toEqual([
    { ...entry, count: 4 },
    { channel: 'url', rule: 'url_query', count: 1 },
  ]);
  expect(cost).toEqual({ handlerMs: 2, snapshotMs: 0, events: 6 });
  expect(gaps).toEqual([lost(5, null, 1), paused]);
});

const label = (after: number, instruction: string | null, outcome: 'done' | 'gave_up' | null): SealedRecord => ({
  ...{ kind: 'label', at: START + after, instruction, outcome, ledger: [] },
});

test('the task is what the person said last', () => {
  const work = capture(0, { events: snapshot(10), actions: [captured(click, 50)] });
  expect(assemble([work]).task).toEqual({ instruction: null, source: 'none', outcome: 'unknown' });
  const said = [label(300, null, 'gave_up'), label(100, 'Close the ticket', null), label(200, 'Answer it', 'done')];
  expect(assemble([work, ...said]).task).toEqual({ instruction: 'Answer it', source: 'person', outcome: 'gave_up' });
});

test('without a word of the person, the task is proposed from the last thing that the page answered', () => {
  const records = [
    capture(0, {
      events: snapshot(10),
      actions: [captured(click, 50), captured(click, 9_000, { target: element(6) })],
    }),
    browserRecord(71, [outside({ type: 'goto', url: page.url, cause: 'form', sameDocument: false }, 80)]),
  ];
  expect(assemble(records).task).toEqual({
    instruction: '“Save” on “Tickets”',
    source: 'proposed',
    outcome: 'unknown',
  });
});

test('an episode that the person marked as over is done', () => {
  const parts = {
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'mark', confidence: 1 }, gaps: [] },
  } as const;
  expect(toEpisode({ manifest: { ...parts.manifest, gaps: [] }, records: [opening] }).task.outcome).toBe('done');
});

test('nothing can be assembled without the opening record', () => {
  const parts = {
    manifest: { session: SESSION, episode: EPISODE, cut, gaps: [] },
    records: [capture(0, { actions: [captured(click, 1, { target: element(5) })] })],
  };
  expect(() => toEpisode(parts)).toThrow(AssemblyError);
});

test('a screenshot belongs to the observation of its gesture, or to the next after it was taken', () => {
  const shot = (id: string, from: number, at: number, cause: 'action' | 'time'): SealedRecord => ({
    ...{ kind: 'screenshot', id: `${id.repeat(8)}-0000-4000-8000-000000000000`, document: 'D1', tab: 71, cause },
    ...{ from: START + from, at: START + at, mediaType: 'image/webp', width: 800, height: 600, data: 'AAAA' },
    ledger: [{ channel: 'screenshot', rule: 'painted_text', count: 3 }],
  });
  const record = capture(0, { events: snapshot(10), actions: [50, 200, 400].map((after) => captured(click, after)) });
  const missing: Gap = { reason: 'screenshot_moved', from: START + 400, to: START + 450, count: 1 };
  const episode = assemble(
    [
      { ...record, document: 'D1' },
      shot('c', 300, 300, 'time'),
      shot('a', 50, 90, 'action'),
      shot('b', 20, 20, 'time'),
      { ...shot('d', 60, 60, 'time'), document: 'unknown' } as SealedRecord,
    ],
    [missing],
  );
  expect(episode.screenshots?.map(({ file, from, tab, document }) => [file, from - START, tab, document])).toEqual([
    ['screenshots/bbbbbbbb-0000-4000-8000-000000000000.webp', 20, 0, 0],
    ['screenshots/aaaaaaaa-0000-4000-8000-000000000000.webp', 50, 0, 0],
    ['screenshots/cccccccc-0000-4000-8000-000000000000.webp', 300, 0, 0],
  ]);
  const clicks = episode.steps.filter(({ action }) => action.type === 'click');
  expect(clicks.map(({ observation }) => observation.screenshot)).toEqual([
    { screenshot: 1, ageMs: -40 },
    undefined,
    { screenshot: 2, ageMs: 100 },
  ]);
  expect(episode.finalObservation.screenshot).toBeUndefined();
  expect(episode.ledger).toContainEqual({ channel: 'screenshot', rule: 'painted_text', count: 9 });
  expect(episode.gaps).toEqual([missing]);
  expect(episode.quality.gaps).toBe(0);
});

test('the way of the pointer stands at the step whose press it led to', () => {
  const path = (at: number, x: number, document = 'DOC-TOP'): SealedRecord => ({
    ...{ kind: 'path', document, at: START + at, points: [{ x, y: 1 }] },
  });
  const { steps } = assemble([
    capture(0, { events: snapshot(10), actions: [50, 203, 400].map((after) => captured(click, after)) }),
    path(200, 2),
    path(50, 1),
    path(390, 3, 'DOC-OTHER'),
  ]);
  const clicks = steps.filter(({ action }) => action.type === 'click');
  expect(clicks.map(({ pointerPath }) => pointerPath)).toEqual([[{ x: 1, y: 1 }], [{ x: 2, y: 1 }], undefined]);
});
