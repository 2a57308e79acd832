import { checkCompleteness } from './check-completeness.ts';
import { withConsequences } from './consequences.ts';
import { type CapturedAction, type Episode, EPISODE_FORMAT, type EpisodeStream } from './episode.ts';
import { type Gap, isOfStreams } from './gap.ts';
import { type JoinedDocument, joinDocuments } from './join-documents.ts';
import { type JoinedRecords, joinRecords, type JoinedStream } from './join-records.ts';
import type { Manifest } from './manifest.ts';
import { stepsOf } from './observed-steps.ts';
import { screenshotsOf } from './screenshots-of.ts';
import { withPage } from './page-at.ts';
import { qualityOf } from './quality.ts';
import { withPaths } from './paths-of.ts';
import { type ExactPlace, observe, type Scene } from './observe.ts';
import type { BrowserRecord, CaptureRecord, OpeningRecord, Record as SealedRecord } from './record.ts';
import { createStage } from './stage.ts';
import { withLedgers } from './step-ledgers.ts';
import { taskOf } from './task-of.ts';
import { byMoment, sumCosts, sumLedgers, uniqueGaps } from './totals.ts';
import { withTurns } from './turns.ts';

/** An episode's cover and everything that was sealed under it, in any order. */
export interface EpisodeParts {
  readonly manifest: Pick<Manifest, 'session' | 'episode' | 'cut' | 'gaps'>;
  readonly records: readonly SealedRecord[];
}

/** The records do not make an episode. The message says what is missing. */
export class AssemblyError extends Error {
  override readonly name = 'AssemblyError';
}

/** Assembles the training unit from the records of one episode. Throws an `AssemblyError` if its opening is missing. */
export function toEpisode({ manifest, records }: EpisodeParts): Episode {
  const opening = openingOf(manifest.episode, records);
  const joined = joinRecords(records);
  const browser = records.filter((record) => record.kind === 'browser');
  const labels = records.filter((record) => record.kind === 'label');
  const documents = joinDocuments(joined);
  const tabs = numberTabs([
    ...documents.map(({ from, tab }) => ({ at: from, tab })),
    ...browser.flatMap(({ actions, tab }) => actions.map(({ at }) => ({ at, tab }))),
  ]);
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const streams = joined.streams.map(({ document, recorder, events }) => ({
    document: places.get(document) ?? 0,
    events: [...events],
    frames: framesIn(places.get(document) ?? 0, recorder, documents),
  }));
  const shown = documents.map(({ id: _id, owners: _owners, ...document }) => ({
    ...document,
    tab: tabs.get(document.tab) ?? 0,
  }));
  const seen = withStart(capturedOf(joined, browser, { tabs, places }), streams, shown);
  const scene: Scene = { documents: shown, streams, captured: seen.map(({ action }) => action) };
  const endedAt = lastMoment(scene, opening.at);
  const { steps: told, front } = stepsOf(
    scene,
    seen.map(({ exact }) => exact),
  );
  const bare = withTurns(told, createStage(streams));
  const finalObservation = withPage(scene, { ...observe(scene, endedAt + 1, front), at: endedAt });
  const gaps = uniqueGaps([...manifest.gaps, ...joined.gaps, ...gapsOf(joined.captures), ...gapsOf(browser)]);
  const unseen = gaps.filter(isOfStreams);
  const pictured = screenshotsOf(records, { tabs, places }, { steps: bare, finalObservation });
  const telling = [...joined.captures, ...browser, ...pictured.records];
  const steps = withLedgers(
    withConsequences(withPaths(pictured.steps, records, places), pictured.finalObservation, scene, unseen),
    telling,
  );
  return {
    format: EPISODE_FORMAT,
    id: manifest.episode,
    session: manifest.session,
    startedAt: Math.min(opening.at, ...shown.map(({ from }) => from), ...scene.captured.map(({ at }) => at)),
    endedAt,
    cut: manifest.cut,
    task: taskOf(labels, { steps, captured: [...scene.captured] }, manifest.cut),
    provenance: opening.provenance,
    tabs: tabs.size,
    documents: shown.map(({ from: _from, gone: _gone, top: _top, ...document }) => document),
    streams,
    captured: [...scene.captured],
    steps,
    finalObservation: pictured.finalObservation,
    ...(pictured.screenshots.length > 0 && { screenshots: pictured.screenshots }),
    completeness: checkCompleteness({ scene, steps, finalObservation, gaps: unseen }, createStage(streams)),
    quality: qualityOf(scene, steps, unseen, endedAt),
    gaps,
    ledger: sumLedgers([...telling, ...labels].map(({ ledger }) => ledger)),
    cost: sumCosts(joined.captures.map(({ cost }) => cost)),
  };
}

/** Where the frames of a document are shown in a stream of it. */
function framesIn(
  parent: number,
  recorder: string,
  documents: readonly JoinedDocument[],
): { document: number; nodeId: number }[] {
  return documents.flatMap((child, document) => {
    const nodeId = child.parent === parent ? child.owners.get(recorder) : undefined;
    return nodeId === undefined ? [] : [{ document, nodeId }];
  });
}

/** A captured action and its exact place in a stream. */
interface Seen {
  readonly action: CapturedAction;
  readonly exact: ExactPlace;
}

interface Numbers {
  readonly tabs: ReadonlyMap<number, number>;
  readonly places: ReadonlyMap<string, number>;
}

function openingOf(episode: string, records: readonly SealedRecord[]): OpeningRecord {
  const opening = records.find((record) => record.kind === 'opening' && record.episode === episode);
  if (opening?.kind !== 'opening') {
    throw new AssemblyError(`The opening record of episode ${episode} is missing, so its provenance is not known.`);
  }
  return opening;
}

function numberTabs(meetings: readonly { readonly at: number; readonly tab: number | null }[]): Map<number, number> {
  const inOrder = meetings.toSorted(byMoment).flatMap(({ tab }) => (tab === null ? [] : [tab]));
  return new Map([...new Set(inOrder)].map((tab, number) => [tab, number]));
}

function capturedOf({ captures, streams }: JoinedRecords, browser: readonly BrowserRecord[], numbers: Numbers): Seen[] {
  const inPages = captures.flatMap((record) =>
    record.actions.map((action) => ({
      action: {
        ...action,
        tab: numbers.tabs.get(record.tab) ?? null,
        document: numbers.places.get(record.document) ?? null,
      },
      exact: exactPlace(streams, record, action.eventsBefore),
    })),
  );
  const inBrowser = browser.flatMap(({ tab, actions }) =>
    actions.map((action) => ({
      action: { ...withTabNumbers(action, numbers.tabs), tab: numbers.tabs.get(tab ?? -1) ?? null, document: null },
      exact: undefined,
    })),
  );
  return [...inPages, ...inBrowser].sort((a, b) => byMoment(a.action, b.action));
}

function withTabNumbers<A extends BrowserRecord['actions'][number]>(captured: A, tabs: Numbers['tabs']): A {
  if (captured.action.type !== 'tabOpen') return captured;
  return { ...captured, action: { ...captured.action, opener: tabs.get(captured.action.opener ?? -1) ?? null } };
}

function exactPlace(streams: readonly JoinedStream[], record: CaptureRecord, eventsBefore: number | null): ExactPlace {
  if (eventsBefore === null) return undefined;
  const stream = streams.findLastIndex(
    ({ recorder, number, offset }) =>
      recorder === record.recorder && number === record.stream && offset <= eventsBefore,
  );
  const found = streams[stream];
  return found && { stream, events: Math.min(eventsBefore - found.offset, found.events.length) };
}

/** Trainers need to know where the work began: if no navigation says so, the first page does. */
function withStart(seen: readonly Seen[], streams: readonly EpisodeStream[], documents: Scene['documents']): Seen[] {
  const first = seen.find(({ action }) => !['tabOpen', 'tabSwitch'].includes(action.action.type))?.action;
  if (first?.action.type === 'goto') return [...seen];
  const top = streams.find(({ document }) => documents[document]?.frame === 0);
  const meta = top?.events[0];
  const url = urlOf(meta?.data) ?? first?.page?.url;
  if (url === undefined) return [...seen];
  const begun = streams.map(({ events }) => events[0]?.timestamp ?? Number.POSITIVE_INFINITY);
  const at = Math.min(...begun, seen[0]?.action.at ?? Number.POSITIVE_INFINITY);
  const tab = (top && documents[top.document]?.tab) ?? first?.tab ?? null;
  const action = { type: 'goto', url, cause: 'start', sameDocument: false } as const;
  const start = { at, until: at, eventsBefore: null, action, target: null, page: null, tab, document: null };
  return [{ action: start, exact: undefined }, ...seen];
}

function urlOf(meta: unknown): string | undefined {
  return typeof meta === 'object' && meta && 'href' in meta && typeof meta.href === 'string' ? meta.href : undefined;
}

function lastMoment({ streams, captured }: Scene, openedAt: number): number {
  const ends = [...streams.map(({ events }) => events.at(-1)?.timestamp ?? 0), ...captured.map(({ until }) => until)];
  return ends.reduce((a, b) => Math.max(a, b), openedAt);
}

function gapsOf(records: readonly { readonly gaps: readonly Gap[] }[]): Gap[] {
  return records.flatMap(({ gaps }) => gaps);
}
