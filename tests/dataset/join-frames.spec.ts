import { expect, test } from '@playwright/test';
import { joinFrames } from '../../dataset/join-frames.ts';
import { type PointedAt, pointerAt } from '../../dataset/pointer-at.ts';
import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Episode } from '../../lib/episode.ts';
import { change, snapshot, START } from '../support/records.ts';

const frameNode = (id: number, attributes = {}) => ({ type: 2, tagName: 'iframe', attributes, childNodes: [], id });

/** A page with a frame in it, and a frame in that one: node 6 owns each. */
const streams = [
  snapshot(10, [frameNode(6, { sandbox: '', src: 'https://desk.example.com/a' })]),
  [...snapshot(5, [frameNode(6)]), change(30)],
  snapshot(20, [{ type: 3, textContent: 'innermost', id: 7 }]),
];

function page(
  parts: readonly RrwebEvent[][] = streams,
  places = parts.map(({ length }, stream) => ({ stream, events: length })),
  pointer?: PointedAt,
  document = 0,
) {
  const documents = parts.map((_, place) => ({
    tab: 0,
    frame: place,
    parent: place === 0 ? null : place - 1,
    ownerNodeId: place === 0 ? null : 6,
    siteRule: '*://*/*',
    redaction: 'open' as const,
  }));
  const framesOf = (parent: number) => (parent + 1 < parts.length ? [{ document: parent + 1, nodeId: 6 }] : []);
  const episode = {
    documents,
    streams: parts.map((events, document) => ({ document, events, frames: framesOf(document) })),
  };
  const observation = { at: START, tab: 0, document, page: null, streams: places, tabs: [0] };
  return joinFrames(episode as unknown as Episode, observation, pointer);
}

/** What hangs below an owner: its id, and the ids in it. */
function attachments(events: readonly RrwebEvent[]): [owner: number, root: number][] {
  return events.flatMap(({ data }) => {
    const { isAttachIframe, adds } = data as {
      isAttachIframe?: boolean;
      adds?: [{ parentId: number; node: { id: number } }];
    };
    return isAttachIframe && adds ? [[adds[0].parentId, adds[0].node.id] as [number, number]] : [];
  });
}

test('frames in frames hang below their owners, and no id is used twice', () => {
  const joined = page();
  expect(attachments(joined?.events ?? [])).toEqual([
    [6, 7],
    [12, 13],
  ]);
  expect([joined?.idOf(0, 4), joined?.idOf(1, 4), joined?.idOf(2, 7), joined?.idOf(3, 1)]).toEqual([
    4,
    10,
    19,
    undefined,
  ]);
});

test('nodes inside a frame name its document, and the document names none', () => {
  const mutation = page()?.events[2];
  const { adds } = mutation?.data as { adds: [{ node: { rootId?: number; childNodes: { rootId?: number }[] } }] };
  expect(adds[0].node.rootId).toBeUndefined();
  expect(adds[0].node.childNodes[0]?.rootId).toBe(7);
});

test('events follow each other, whatever their clocks said', () => {
  expect(page()?.events.map(({ timestamp }) => timestamp)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('only the events before the gesture are there', () => {
  const joined = page(streams, [
    { stream: 0, events: 2 },
    { stream: 1, events: 2 },
  ]);
  expect(joined?.events).toHaveLength(4);
});

test('a frame whose owner is not known is left out', () => {
  const joined = page(streams, [
    { stream: 0, events: 2 },
    { stream: 2, events: 2 },
  ]);
  expect(joined?.events).toHaveLength(2);
  expect(joined?.idOf(2, 1)).toBeUndefined();
});

test('of frames whose page is not known the one that was acted in is drawn', () => {
  const [one, other] = [
    { stream: 1, events: 3 },
    { stream: 3, events: 2 },
  ];
  const four = [...streams, snapshot(25)];
  expect(page(four, [one, other])?.idOf(3, 4)).toBeUndefined();
  expect(page(four, [one, other], undefined, 3)?.idOf(3, 4)).toBe(4);
});

test('a frame alone is drawn by itself', () => {
  expect(page(streams, [{ stream: 1, events: 3 }])?.events.map(({ type }) => type)).toEqual([4, 2, 3]);
});

test('nothing shown is nothing to draw', () => {
  expect(page(streams, [])).toBeUndefined();
});

test('what would reach for the network or shut the player out is taken away', () => {
  const element = (tagName: string, attributes: object, id: number) => ({
    type: 2,
    tagName,
    attributes,
    childNodes: [],
    id,
  });
  const joined = page([
    snapshot(10, [
      element('iframe', { sandbox: '', src: 'https://a.example/', width: '10' }, 6),
      element('link', { rel: 'preconnect', href: 'https://a.example/' }, 7),
      element('link', { rel: 'stylesheet', _cssText: 'b {}' }, 8),
      element('meta', { 'http-equiv': 'refresh', content: '0;https://a.example/' }, 9),
    ]),
  ]);
  const text = JSON.stringify(joined?.events.find(({ type }) => type === EventType.fullSnapshot));
  expect(text).not.toContain('a.example/');
  expect(text).toContain('"width":"10"');
  expect(text).toContain('b {}');
});

test('where the pointer went is left out', () => {
  const moved = {
    type: EventType.incremental,
    timestamp: START + 20,
    data: { source: 1, positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] },
  };
  expect(page([[...snapshot(10), moved]])?.events).toHaveLength(2);
});

/** Steps as far as the pointer goes: a menu that opens under it, what is clicked in it, a key that is pressed after that. */
const pointed = [
  { type: 'hover', nodeId: 31 },
  { type: 'hover', nodeId: 32 },
  { type: 'click', nodeId: 33, hit: 34 },
  { type: 'press', nodeId: 40, point: null },
].map(({ type, nodeId, hit, point = { x: 1, y: 1 } }, index) => ({
  ...{ index, action: { type }, observation: { document: 1 } },
  target: { nodeId, point, hit: hit === undefined ? null : { nodeId: hit } },
})) as unknown as Episode['steps'];

test('before a step the pointer is on its target, or where it was last when it is still to come', () => {
  const nodes = [0, 1, 2, 3, 4].map((step) => pointerAt({ steps: pointed }, step)?.nodeId);
  expect(nodes).toEqual([undefined, 31, 34, 34, 34]);
});

test('what the pointer is on is shown as hovered, also in a frame', () => {
  const joined = page(streams, undefined, { document: 1, nodeId: 4 });
  expect(joined?.events.at(-1)?.data).toMatchObject({ source: 1, positions: [{ id: joined?.idOf(1, 4) }] });
  const gone = page(streams, undefined, { document: 7, nodeId: 4 });
  expect(gone?.events).toHaveLength((joined?.events.length ?? 0) - 1);
});
