import { expect, test } from '@playwright/test';
import type { RrwebEvent } from '../../lib/capture.ts';
import { Episode } from '../../lib/episode.ts';
import type { Record as SealedRecord } from '../../lib/record.ts';
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
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

const go = element(5, { name: 'Load' });
const result = element(6, { name: 'Ada Lovelace' });

function assemble(records: SealedRecord[]): Episode {
  const cut = { rule: 'idle', confidence: 1 } as const;
  return Episode.parse(
    toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps: [] }, records: [opening, ...records] }),
  );
}

/** The episode of a click at 1 s and another, at something else, at 9 s, with what the page did meanwhile. */
function twoClicks(children: readonly unknown[], events: readonly [after: number, event: RrwebEvent][]): Episode {
  const stream = [
    ...snapshot(0, children),
    ...events.map(([after, event]) => ({ ...event, timestamp: START + after })),
  ];
  const actions = [
    captured(click, 1_000, { target: go }),
    captured(click, 9_000, { target: result, eventsBefore: stream.length }),
  ];
  return assemble([capture(0, { events: stream, actions })]);
}

const waits = ({ steps }: Episode) => steps.map(({ action }) => action).filter(({ type }) => type === 'wait');
const button = elementNode(5, 'button', {}, textNode(50, 'Load'));
const answer = (id = 6, attributes = {}) => elementNode(id, 'button', attributes, textNode(id * 10, 'Ada Lovelace'));
const adds = (node: ReturnType<typeof elementNode>) => mutation({ adds: [{ parentId: 4, node }] });
const attributes = (id: number, changed: object) => mutation({ attributes: [{ id, attributes: { ...changed } }] });
const removes = (id: number) => {
  const event = mutation({});
  return { ...event, data: { ...(event.data as object), removes: [{ parentId: 4, id }] } };
};

test('a target that came late was waited for', () => {
  const episode = twoClicks([button], [[3_450, adds(answer())]]);
  expect(episode.steps.map(({ index, action, captured: raw }) => [index, action.type, raw])).toEqual([
    [0, 'goto', [0]],
    [1, 'click', [1]],
    [2, 'wait', []],
    [3, 'click', [2]],
  ]);
  expect(episode.steps[2]).toMatchObject({
    at: START + 1_000,
    until: START + 3_450,
    action: { type: 'wait', forMs: 2_500, cause: 'change' },
    noTarget: 'busy',
    observation: { at: START + 1_000, page: { url: page.url }, streams: [{ stream: 0, events: 2 }] },
    effect: { domChanges: 1 },
  });
  expect(episode.completeness.isComplete).toBe(true);
});

for (const [what, children, events] of [
  ['disabled', [button, answer(6, { disabled: '' })], [[3_000, attributes(6, { disabled: null })]]],
  ['hidden', [button, answer(6, { style: 'display: none' })], [[3_000, attributes(6, { style: { display: false } })]]],
  ['inert', [button, elementNode(7, 'div', { inert: '' }, answer())], [[3_000, attributes(7, { inert: null })]]],
] as const) {
  test(`a target that was ${what} was waited for`, () => {
    expect(
      waits(
        twoClicks(
          children,
          events.map(([after, event]) => [after, event]),
        ),
      ),
    ).toEqual([{ type: 'wait', forMs: 2_000, cause: 'change' }]);
  });
}

test('while a page says that it is busy, it is the network that was waited for', () => {
  const spinner = elementNode(8, 'div', { class: 'spinner' });
  const episode = twoClicks(
    [button],
    [
      [1_100, adds(spinner)],
      [1_700, removes(8)],
      [1_700, adds(answer())],
    ],
  );
  expect(waits(episode)).toEqual([{ type: 'wait', forMs: 700, cause: 'network' }]);
});

test('a person who thinks has not waited', () => {
  expect(waits(twoClicks([button, answer()], [[5_000, adds(elementNode(8, 'b'))]]))).toEqual([]);
  expect(waits(twoClicks([button], [[1_400, adds(answer())]]))).toEqual([]);
});

test('a target in the place of one that looked the same has not been waited for', () => {
  const episode = twoClicks(
    [button, answer(9)],
    [
      [3_000, removes(9)],
      [3_000, adds(answer())],
    ],
  );
  expect(waits(episode)).toEqual([]);
});

test('a document that took long to come was waited for, one that a person looked at was not', () => {
  const next = (committed: number, seen: number) => [
    capture(0, { events: snapshot(0, [button]), actions: [captured(click, 1_000, { target: go })], isLast: true }),
    browserRecord(71, [outside({ type: 'goto', url: page.url, cause: 'link', sameDocument: false }, committed)]),
    capture(0, {
      recorder: 'd8e3f9ba-2c7a-4d91-9f50-9e3d70b16c33',
      document: 'DOC-NEXT',
      events: snapshot(seen, [answer()]),
      actions: [captured(click, 9_000, { target: result })],
    }),
  ];
  expect(waits(assemble(next(3_000, 3_200)))).toEqual([{ type: 'wait', forMs: 2_000, cause: 'loading' }]);
  expect(waits(assemble(next(1_200, 8_900)))).toEqual([]);
});
