import type { CapturedAction, EpisodeDocument, EpisodeStream, Observation } from './episode.ts';

/** A document with the time it was there. */
export interface Shown extends EpisodeDocument {
  readonly from: number;
  /** When it went away, as far as its recorder told; otherwise never. */
  readonly gone: number;
  /** Of a frame: place of the page that it is in. Null: that has not told of itself. Undefined: not known. */
  readonly top: number | null | undefined;
}

/** What observations are made from. All tabs are numbered as in the episode. */
export interface Scene {
  readonly documents: readonly Shown[];
  readonly streams: readonly EpisodeStream[];
  readonly captured: readonly CapturedAction[];
}

/** Where the gesture itself says how many events of its stream came before it. */
export type ExactPlace = Observation['streams'][number] | undefined;

/** Meta and the full snapshot: a gesture made before they were there is seen in the stream before, if there is one. */
const SNAPSHOT_EVENTS = 2;

/** The state at `at`, before `action`, with `tab` in front. Events of that very millisecond are not yet part of it. */
export function observe(
  scene: Scene,
  at: number,
  tab: number | null,
  action?: CapturedAction,
  exact?: ExactPlace,
): Observation {
  const acted = exact && scene.streams[exact.stream]?.document;
  const places = new Set([...shownIn(scene, tab, at), ...(acted === undefined ? [] : [acted])]);
  const streams = [...places].flatMap((document) => {
    if (exact && document === acted && exact.events >= SNAPSHOT_EVENTS) return [exact];
    const latest = latestStream(scene, document, at);
    return latest.length === 0 && exact && document === acted ? [exact] : latest;
  });
  return {
    at,
    tab,
    document: action?.document ?? null,
    page: action?.page ?? null,
    streams,
    tabs: openTabs(scene, at),
  };
}

/**
 * Places of the documents shown in a tab: of each frame the one that gave the last sign, since going back may show an older
 * one; of those, the ones whose parents are shown themselves.
 */
function shownIn(scene: Scene, tab: number | null, at: number): number[] {
  const { documents } = scene;
  const newest = new Map<number, number>();
  documents.forEach((document, place) => {
    const other = newest.get(document.frame);
    const isLater = other === undefined || lastSign(scene, place, at) >= lastSign(scene, other, at);
    if (document.tab === tab && document.from <= at && isLater) newest.set(document.frame, place);
  });
  const top = newest.get(0);
  const topSign = top === undefined ? 0 : lastSign(scene, top, at);
  const isOrphan = (place: number): boolean => documents[place]?.top === null && !isGone(place);
  const isGone = (place: number): boolean => (documents[place]?.gone ?? 0) < at;
  /** Another page than the newest that is known has come, since something in it gave a sign. */
  const isUnknownPage = [...newest.values()].some((place) => isOrphan(place) && lastSign(scene, place, at) > topSign);
  const isShown = (place: number): boolean => {
    const document = documents[place];
    if (!document || newest.get(document.frame) !== place) return false;
    if (document.frame === 0) return !isUnknownPage;
    if (isGone(place)) return false;
    if (document.parent !== null) return isShown(document.parent);
    if (typeof document.top === 'number') return isShown(document.top);
    return document.top === null ? isUnknownPage : document.from >= (documents[top ?? -1]?.from ?? 0);
  };
  return [...newest.values()].filter(isShown).sort((a, b) => a - b);
}

/** When a document last began a stream or was acted in. */
function lastSign({ documents, streams, captured }: Scene, document: number, at: number): number {
  const begun = streams.flatMap((stream) => (stream.document === document ? (stream.events[0]?.timestamp ?? []) : []));
  const acted = captured.flatMap((action) => (action.document === document ? action.at : []));
  const signs = [...begun, ...acted].filter((sign) => sign <= at);
  return signs.reduce((a, b) => Math.max(a, b), documents[document]?.from ?? 0);
}

function latestStream({ streams }: Scene, document: number, at: number): Observation['streams'] {
  const stream = streams.findLastIndex(
    (candidate) => candidate.document === document && (candidate.events[0]?.timestamp ?? at) < at,
  );
  const events = streams[stream]?.events;
  if (!events) return [];
  const later = events.findIndex(({ timestamp }) => timestamp >= at);
  return [{ stream, events: later < 0 ? events.length : later }];
}

function openTabs({ documents, captured }: Scene, at: number): number[] {
  const met = [...documents.filter(({ from }) => from <= at), ...captured.filter((action) => action.at <= at)];
  const closed = captured.filter((action) => action.action.type === 'tabClose' && action.at < at).map(({ tab }) => tab);
  const open = new Set(met.map(({ tab }) => tab).filter((tab) => tab !== null && !closed.includes(tab)));
  return [...open].filter((tab) => tab !== null).sort((a, b) => a - b);
}
