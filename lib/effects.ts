import type { Observation, Step } from './episode.ts';
import { type Effect, MAX_LISTED } from './effect.ts';
import type { Scene } from './observe.ts';
import { type PageChange, pageChanges, type Telling } from './page-changes.ts';
import { settledAfter } from './settling.ts';

/** A step before it is known what came of it. */
export type BareStep = Omit<Step, 'effect' | 'flags' | 'ledger'>;

/** The time that a stream’s page said it was busy. */
export interface BusySpan {
  readonly stream: number;
  readonly from: number;
  readonly to: number;
}

/** What all streams of an episode tell of changes. */
export interface Happenings {
  /** By the place of the stream. */
  readonly changes: readonly (readonly PageChange[])[];
  readonly busy: readonly BusySpan[];
}

/** Reads the changes of all pages, once. */
export function happeningsOf({ streams }: Scene): Happenings {
  const changes = streams.map(({ events }) => pageChanges(events));
  return { changes, busy: changes.flatMap((each, stream) => busySpans(each).map((span) => ({ stream, ...span }))) };
}

/** A change and the stream that it happened in. */
interface PlacedChange extends PageChange {
  readonly stream: number;
}

/** What followed each step until the gesture after it. `end` is the state after the last. */
export function effectsOf(
  steps: readonly BareStep[],
  end: Observation,
  scene: Scene,
  happenings: Happenings,
): Effect[] {
  return steps.map((step, index) => {
    const next = steps.slice(index + 1).find(({ action }) => action.type !== 'wait');
    return effectOf(step, next, next?.observation ?? end, scene, happenings);
  });
}

function effectOf(
  step: BareStep,
  next: BareStep | undefined,
  after: Observation,
  scene: Scene,
  { changes, busy }: Happenings,
): Effect {
  const tab = step.tab ?? step.observation.tab;
  const streams = scene.streams.flatMap(({ document }, stream) =>
    scene.documents[document]?.tab === tab ? [stream] : [],
  );
  const placed = streams.flatMap((stream): PlacedChange[] => {
    const [from, to] = [step.observation, after].map((observation) => placeIn(scene, observation, stream));
    const seen = (changes[stream] ?? []).filter(({ event }) => event >= (from ?? 0) && event < (to ?? 0));
    return seen.map((change) => ({ ...change, stream }));
  });
  const tellings = placed.flatMap(({ stream, tellings: told }) => told.map((telling) => ({ stream, telling })));
  const navigation = navigationOf(step, tab, scene);
  const spans = busy.filter(({ stream, from, to }) => streams.includes(stream) && from < after.at && to >= step.at);
  const loaded = streams.flatMap((stream) => scene.streams[stream]?.events[0]?.timestamp ?? []);
  const isLoaded = navigation?.load === 'full' || hasLoadedFrame(scene, tab, step.at, after.at);
  const points = [
    ...placed,
    ...spans.map(({ to }) => ({ at: to, isStructural: true, tellings: [] })),
    ...(isLoaded ? loaded.map((at) => ({ at, isStructural: true, tellings: [] })) : []),
  ];
  return {
    navigation,
    dialog: next?.action.type === 'dialog' && next.tab === tab ? next.action.kind : null,
    tab: openedBy(step, scene),
    opened: surfacesOf(tellings, 'opened'),
    closed: surfacesOf(tellings, 'closed'),
    changed: changedIn(tellings),
    scrolled: scrolledIn(placed),
    focus: focusMoved(step.observation, after, scene),
    busy: [...(isLoaded ? (['loading'] as const) : []), ...(spans.length > 0 ? (['network'] as const) : [])],
    domChanges: placed.reduce((sum, { amount }) => sum + amount, 0),
    settledMs: settledAfter(
      step.until,
      points.filter(({ at }) => at < after.at),
    ),
  };
}

/** How many events of a stream had happened at an observation. */
function placeIn({ streams }: Scene, { at, streams: shown }: Observation, stream: number): number {
  const exact = shown.find((place) => place.stream === stream);
  if (exact) return exact.events;
  const events = streams[stream]?.events ?? [];
  const later = events.findIndex(({ timestamp }) => timestamp >= at);
  return later < 0 ? events.length : later;
}

function navigationOf({ captured }: BareStep, tab: number | null, scene: Scene): Effect['navigation'] {
  const journeys = captured.flatMap((place) => {
    const seen = scene.captured[place];
    if (!seen || seen.tab !== tab) return [];
    const { action } = seen;
    if (action.type === 'reload') return [{ url: action.url, isFull: true }];
    const isJourney = action.type === 'goto' || (action.type === 'goBack' && !action.inFrame);
    return isJourney ? [{ url: action.url, isFull: !action.sameDocument }] : [];
  });
  const url = journeys.at(-1)?.url;
  return url === undefined ? null : { url, load: journeys.some(({ isFull }) => isFull) ? 'full' : 'route' };
}

function openedBy({ captured, action }: BareStep, scene: Scene): number | null {
  if (action.type === 'tabOpen') return null;
  const opened = captured.map((place) => scene.captured[place]).find((seen) => seen?.action.type === 'tabOpen');
  return opened?.tab ?? null;
}

type Told = readonly { readonly stream: number; readonly telling: Telling }[];

function surfacesOf(tellings: Told, type: 'opened' | 'closed'): Effect['opened'] {
  const found = tellings.flatMap(({ stream, telling }) => {
    if (telling.type !== type) return [];
    const { nodeId, kind, by } = telling;
    return [{ stream, nodeId, kind, by }];
  });
  return uniqueBy(found, ({ stream, nodeId }) => `${stream} ${nodeId}`);
}

function changedIn(tellings: Told): Effect['changed'] {
  const found = tellings.flatMap(({ stream, telling }) =>
    telling.type === 'changed' ? [{ stream, nodeId: telling.nodeId, aspect: telling.aspect }] : [],
  );
  return uniqueBy(found, ({ stream, nodeId, aspect }) => `${stream} ${nodeId} ${aspect}`);
}

function scrolledIn(changes: readonly PlacedChange[]): Effect['scrolled'] {
  const found = changes.flatMap(({ stream, scrolled }) => (scrolled === null ? [] : [{ stream, nodeId: scrolled }]));
  return uniqueBy(found, ({ stream, nodeId }) => `${stream} ${nodeId}`);
}

/** True when a frame of the tab, which had shown another document, came to a new one. */
function hasLoadedFrame({ documents }: Scene, tab: number | null, from: number, to: number): boolean {
  const frames = documents.filter((document) => document.tab === tab && document.frame !== 0);
  return frames.some(
    (document) =>
      document.from >= from &&
      document.from < to &&
      frames.some((other) => other.frame === document.frame && other.from < document.from),
  );
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()].slice(0, MAX_LISTED);
}

/** Known where both gestures were made in one document. */
function focusMoved(before: Observation, after: Observation, { streams }: Scene): Effect['focus'] {
  const focus = after.page?.focus ?? null;
  if (before.document !== after.document || !before.page || focus === null || focus === before.page.focus) return null;
  const shown = after.streams.find(({ stream }) => streams[stream]?.document === after.document);
  return shown ? { stream: shown.stream, nodeId: focus } : null;
}

/** Signs of being busy count when they go away again: a bar that stays shows something else. */
function busySpans(changes: readonly PageChange[]): Omit<BusySpan, 'stream'>[] {
  const begun = new Map<number, number>();
  return changes.flatMap(({ at, tellings }) =>
    tellings.flatMap((telling) => {
      if (telling.type === 'busy') begun.set(telling.nodeId, at);
      const from = telling.type === 'ready' ? begun.get(telling.nodeId) : undefined;
      if (from === undefined) return [];
      begun.delete((telling as { nodeId: number }).nodeId);
      return [{ from, to: at }];
    }),
  );
}
