import type { RrwebEvent } from '../../lib/capture.ts';
import type { Episode, Observation } from '../../lib/episode.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { documentId, placedEvent, type Placing } from '../join-frames.ts';
import { type PointedAt, pointerAt, pointerEvent } from '../pointer-at.ts';
import { highestId } from '../rewrite-nodes.ts';

/** A page with its frames over time, as one stream that a player plays from beginning to end. */
export interface Scene {
  /** Times are those of the film: pauses are short, and no two events have the same. */
  readonly events: readonly RrwebEvent[];
}

/** A moment of a scene. */
export interface ScenePlace {
  readonly scene: number;
  /** All events before it have happened, and none after. */
  readonly time: number;
  /** The id in the scene of a node of a document of the episode. Undefined: the document is not in the scene. */
  idOf(document: number, nodeId: number): number | undefined;
  /** The id in the scene of a document itself. */
  rootOf(document: number): number | undefined;
  /** Ids of the elements whose frames are shown. */
  readonly owners: readonly number[];
}

/** Longest pause in the film, and longest time from one step to the next, in ms. */
const LONGEST_PAUSE = 700;
const LONGEST_PART = 2_500;

/** Time between two events that happened at once, in ms. */
const TICK = 0.01;

interface Part extends Placing {
  readonly stream: number;
  readonly document: number;
  /** The part that it is shown in. */
  readonly parent: Part | undefined;
  /** How many of its events are in the scene. */
  count: number;
}

interface Making {
  readonly events: RrwebEvent[];
  readonly parts: Part[];
  /** Moment in the episode of the last event, and its time in the film. */
  last: number;
  time: number;
}

/** The scenes of an episode, one for each stream of a top frame, and where in them its observations are. */
export function scenesOf(episode: Episode): { scenes: Scene[]; places: (ScenePlace | null)[] } {
  const makings = new Map<number, Making>();
  const observations = [...episode.steps.map(({ observation }) => observation), episode.finalObservation];
  const places = observations.map((observation, step): ScenePlace | null => {
    const root = rootOf(episode, observation);
    if (root === undefined) return null;
    const making = makings.get(root) ?? { events: [], parts: [], last: Number.NaN, time: 0 };
    makings.set(root, making);
    advance(making, episode, observation, root);
    const place = placeIn(making, [...makings.keys()].indexOf(root), episode, observation);
    return point(making, place, pointerAt(episode, step));
  });
  return { scenes: [...makings.values()].map(({ events }) => ({ events })), places };
}

/** The stream of the top frame; without it the first that is shown. */
function rootOf({ documents, streams }: Episode, { streams: shown }: Observation): number | undefined {
  const top = shown.find(({ stream }) => documents[streams[stream]?.document ?? -1]?.frame === 0);
  return (top ?? shown[0])?.stream;
}

/** Goes on with a scene until all that the observation saw is in it. */
function advance(making: Making, episode: Episode, observation: Observation, root: number): void {
  const news: { readonly at: number; readonly event: RrwebEvent; readonly part: Part }[] = [];
  const isFirst = (stream: number) => stream === root;
  const waiting = observation.streams.toSorted((a, b) => Number(isFirst(b.stream)) - Number(isFirst(a.stream)));
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length;
    for (const place of waiting.splice(0)) {
      const known = making.parts.find(({ stream }) => stream === place.stream);
      const part = known ?? partOf(making, episode, place.stream, root);
      if (!part) waiting.push(place);
      else {
        const from = known ? 0 : attachableAt(episode, part);
        if (!known) making.parts.push(part);
        const events = episode.streams[place.stream]?.events.slice(part.count, place.events) ?? [];
        news.push(...events.map((event) => ({ at: Math.max(event.timestamp, from), event, part })));
        part.count = Math.max(part.count, place.events);
      }
    }
  }
  // Sorting keeps the order of what happened at once: parents come before their frames.
  append(
    making,
    news
      .sort((a, b) => a.at - b.at)
      .flatMap(({ at, event, part }) => placedEvent(event, part).map((seen) => ({ at, seen }))),
  );
}

/** Undefined while the element that owns the frame is not in the scene. */
function partOf(making: Making, { documents, streams }: Episode, stream: number, root: number): Part | undefined {
  const { document = -1, events = [] } = streams[stream] ?? {};
  const id = documentId(events);
  if (id === undefined) return undefined;
  const offset = making.parts.reduce(
    (most, part) => Math.max(most, part.offset + highestId(streams[part.stream]?.events ?? [])),
    0,
  );
  if (stream === root) return { stream, document, parent: undefined, offset, owner: undefined, root: id, count: 0 };
  const parent = making.parts.findLast((part) => part.document === documents[document]?.parent);
  const owner = streams[parent?.stream ?? -1]?.frames.find((frame) => frame.document === document);
  return (
    parent && owner && { stream, document, parent, offset, owner: parent.offset + owner.nodeId, root: id, count: 0 }
  );
}

/** When the element that owns a frame came into its page: recorders do not tell of both in order. */
function attachableAt({ streams }: Episode, { owner, parent }: Part): number {
  if (!parent || owner === undefined) return 0;
  const page = createPageModel();
  for (const event of streams[parent.stream]?.events.slice(0, parent.count) ?? []) {
    page.apply(event);
    if (page.node(owner - parent.offset)) return event.timestamp;
  }
  return 0;
}

function append(making: Making, news: readonly { readonly at: number; readonly seen: RrwebEvent }[]): void {
  const pauses = news.map(({ at }, index) => {
    const before = news[index - 1]?.at ?? (Number.isNaN(making.last) ? at : making.last);
    return Math.min(LONGEST_PAUSE, Math.max(0, at - before));
  });
  const haste = Math.min(
    1,
    LONGEST_PART /
      Math.max(
        1,
        pauses.reduce((sum, pause) => sum + pause, 0),
      ),
  );
  for (const [index, { at, seen }] of news.entries()) {
    making.time += (pauses[index] ?? 0) * haste + TICK;
    making.last = at;
    making.events.push({ ...seen, timestamp: making.time });
  }
}

/** The pointer comes to where it is before a step. */
function point(making: Making, place: ScenePlace, pointer: PointedAt | undefined): ScenePlace {
  const id = pointer && place.idOf(pointer.document, pointer.nodeId);
  if (id === undefined) return place;
  making.time += TICK;
  making.events.push(pointerEvent(id, making.time));
  return { ...place, time: making.time + TICK / 2 };
}

function placeIn(
  { parts, time }: Making,
  scene: number,
  { streams }: Episode,
  { streams: shown }: Observation,
): ScenePlace {
  const inPlace = shown.flatMap(({ stream }) => parts.find((part) => part.stream === stream) ?? []);
  const of = (document: number) => inPlace.find((part) => streams[part.stream]?.document === document);
  return {
    scene,
    time: time + TICK / 2,
    idOf: (document, nodeId) => {
      const part = of(document);
      return part && part.offset + nodeId;
    },
    rootOf: (document) => {
      const part = of(document);
      return part && part.offset + part.root;
    },
    owners: inPlace.flatMap(({ owner }) => owner ?? []),
  };
}
