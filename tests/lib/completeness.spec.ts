import { expect, test } from '@playwright/test';
import { type Checked, checkCompleteness } from '../../lib/check-completeness.ts';
import { Episode } from '../../lib/episode.ts';
import type { Gap } from '../../lib/gap.ts';
import type { CaptureRecord } from '../../lib/record.ts';
import { createStage } from '../../lib/stage.ts';
import { toEpisode } from '../../lib/to-episode.ts';
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
  SESSION,
  snapshot,
  START,
} from '../support/records.ts';
import { elementNode, textNode } from '../support/rrweb.ts';

const button = elementNode(5, 'button', {}, textNode(7, 'Save'));
const frame = elementNode(6, 'iframe');

function assemble(records: CaptureRecord[], gaps: Gap[] = []): Episode {
  const cut = { rule: 'idle', confidence: 1 } as const;
  return Episode.parse(
    toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps }, records: [opening, ...records] }),
  );
}

const clicks = (...after: number[]) => after.map((each) => captured(click, each));

test('an episode of which nothing is missing is complete', () => {
  const episode = assemble([
    capture(0, { events: snapshot(0, [button, frame]), frameOwners: [{ index: 0, nodeId: 6 }], actions: clicks(100) }),
    childCapture(0, { events: snapshot(10) }),
  ]);
  expect(episode.completeness).toEqual({ isComplete: true, broken: [] });
});

test('a frame that is shown and not recorded is missed, unless a gap tells of it or it is hidden', () => {
  const records = (shown: object) => [capture(0, { events: snapshot(0, [button, shown]), actions: clicks(100) })];
  const gap: Gap = { reason: 'frame_not_covered', from: START, to: null, count: 1 };
  expect(assemble(records(frame)).completeness.broken).toEqual([
    { rule: 'frames_accounted', steps: [1] },
    { rule: 'frames_accounted', steps: [] },
  ]);
  expect(assemble(records(frame), [gap]).completeness.isComplete).toBe(true);
  expect(assemble(records(elementNode(6, 'iframe', { hidden: '' }))).completeness.isComplete).toBe(true);
});

test('a click at something that was not seen is missed, a key press without a target is not', () => {
  const press = { type: 'press' as const, key: 'Escape', modifiers: [], consumed: true };
  const actions = [captured(click, 100, { target: null }), captured(press, 9_000, { target: null })];
  const { steps, completeness } = assemble([capture(0, { events: snapshot(0), actions })]);
  expect(steps.map(({ noTarget }) => noTarget)).toEqual(['browser', 'unknown', 'page']);
  expect(completeness.broken).toEqual([{ rule: 'targets_or_reasons', steps: [1] }]);
});

test('clocks that run back are told of', () => {
  const episode = assemble([capture(0, { events: [...snapshot(50, [button]), change(20)], actions: clicks(100) })]);
  expect(episode.completeness.broken).toEqual([{ rule: 'clocks_monotonic', steps: [] }]);
});

test('an episode that ends without a page is not complete, unless the last tab was closed', () => {
  const tabs = (...actions: Parameters<typeof outside>[0][]) => [
    opening,
    browserRecord(
      71,
      actions.map((action, index) => outside(action, index * 9_000)),
    ),
  ];
  const broken = (...actions: Parameters<typeof outside>[0][]) =>
    toEpisode({
      manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
      records: tabs(...actions),
    }).completeness.broken;
  const goto = { type: 'goto', url: 'https://desk.example.com/', cause: 'address_bar', sameDocument: false } as const;
  expect(broken(goto)).toEqual([{ rule: 'ends_with_observation', steps: [] }]);
  expect(broken(goto, { type: 'tabClose' })).toEqual([]);
});

for (const [rule, spoil] of [
  [
    'begins_with_observation',
    (episode: Checked) => ({
      ...episode,
      steps: episode.steps
        .slice(1)
        .map((step, index) => ({ ...step, index, observation: { ...step.observation, streams: [] } })),
    }),
  ],
  [
    'steps_consecutive',
    (episode: Checked) => ({ ...episode, steps: episode.steps.map((step) => ({ ...step, index: step.index + 1 })) }),
  ],
  ['captured_accounted', (episode: Checked) => ({ ...episode, steps: episode.steps.slice(0, 1) })],
] as const) {
  test(`“${rule}” is checked`, () => {
    const {
      steps,
      finalObservation,
      gaps,
      streams,
      captured: seen,
    } = assemble([capture(0, { events: snapshot(0, [button]), actions: clicks(100) })]);
    const scene = { documents: [], streams, captured: seen };
    const { broken } = checkCompleteness(spoil({ scene, steps, finalObservation, gaps }), createStage(streams));
    expect(broken.map((each) => each.rule)).toContain(rule);
  });
}

test('quality is measured', () => {
  const texts = [
    elementNode(8, 'p', {}, textNode(9, 'Mail ⟦EMAIL_ADDRESS_1⟧')),
    elementNode(10, 'style', {}, textNode(11, 'b {}')),
  ];
  const common = element(5, { selectors: [{ kind: 'css', value: 'button', matches: 4 }] });
  const actions = [
    captured(click, 100),
    captured(click, 9_000, { target: common }),
    captured(click, 20_000, { target: element(99) }),
  ];
  const gap = (from: number, to: number | null): Gap => ({
    reason: 'paused',
    from: START + from,
    to: to && START + to,
    count: 0,
  });
  const rule = { type: 3, timestamp: START + 30_000, data: { source: 8, id: 10, adds: [{ rule: 'i {}', index: 1 }] } };
  const { quality } = assemble(
    [capture(0, { events: [...snapshot(0, [button, ...texts]), rule, change(40_000)], actions })],
    [gap(1_000, 3_000), gap(2_000, 4_000), gap(39_000, null)],
  );
  expect(quality).toEqual({
    uniqueTargets: 0.667,
    alignedTargets: 0.667,
    eventsPerAction: 1,
    gaps: 3,
    gapMs: 4_000,
    redactedTexts: 0.5,
  });
});

test('the page at the end is told by its stream', () => {
  const resized = { type: 3, timestamp: START + 200, data: { source: 4, width: 500, height: 400 } };
  const scrolled = { type: 3, timestamp: START + 210, data: { source: 3, id: 1, x: 0, y: 70 } };
  const title = (event: ReturnType<typeof snapshot>[number]) =>
    JSON.parse(
      JSON.stringify(event).replace(
        '"tagName":"head","attributes":{},"childNodes":[]',
        '"tagName":"head","attributes":{},"childNodes":[{"type":2,"tagName":"title","attributes":{},"id":20,"childNodes":[{"type":3,"textContent":"Tickets","id":21}]}]',
      ),
    );
  const { finalObservation } = assemble([
    capture(0, { events: [...snapshot(0, [button]).map(title), resized, scrolled], actions: clicks(100) }),
  ]);
  expect(finalObservation).toMatchObject({
    document: 0,
    page: { title: 'Tickets', viewport: { width: 500, height: 400 }, scroll: { x: 0, y: 70 }, focus: null },
  });
});
