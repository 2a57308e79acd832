import { EventType, type RrwebEvent } from './capture.ts';
import type { Gap } from './gap.ts';
import type { CaptureRecord, Record as SealedRecord } from './record.ts';
import { restoreStyleSheets, type StyleSheets, styleSheetsOf } from './style-sheets.ts';

/** An unbroken run of one rrweb stream that begins with Meta and a full snapshot. */
export interface JoinedStream {
  readonly recorder: string;
  /** Number of the stream in the life of its recorder. */
  readonly number: number;
  readonly document: string;
  readonly events: readonly RrwebEvent[];
  /** Place of the first of `events` in the recorder's own count. */
  readonly offset: number;
}

/** The capture records of an episode in order, each once, and the streams they make. */
export interface JoinedRecords {
  readonly captures: readonly CaptureRecord[];
  readonly streams: readonly JoinedStream[];
  readonly gaps: readonly Gap[];
}

/** Joins what the recorders sent. What is missing between the records becomes a gap. */
export function joinRecords(records: readonly SealedRecord[]): JoinedRecords {
  const sheets = styleSheetsOf(records);
  const byRecorder = groupBy(
    records.filter((record) => record.kind === 'capture'),
    (record) => record.recorder,
  );
  const lives = byRecorder.map(withoutRepetition);
  const gaps = lives.flatMap(missingBatches);
  const streams = lives
    .flatMap((life) => groupBy(life, (record) => record.stream))
    .flatMap((batches) => runsOf(batches))
    .flatMap((run) => playable(run, sheets, gaps))
    .toSorted((a, b) => startOf(a) - startOf(b));
  return { captures: lives.flat(), streams, gaps };
}

/** When the first event of a stream happened. */
export function startOf(stream: JoinedStream): number {
  return stream.events[0]?.timestamp ?? 0;
}

/** First and last moment that a record tells of. Undefined when it tells of none. */
export function spanOf(record: Pick<CaptureRecord, 'events' | 'actions'>): { from: number; to: number } | undefined {
  const moments = [
    ...record.events.map((event) => event.timestamp),
    ...record.actions.flatMap((action) => [action.at, action.until]),
  ];
  if (moments.length === 0) return undefined;
  return { from: moments.reduce((a, b) => Math.min(a, b)), to: moments.reduce((a, b) => Math.max(a, b)) };
}

/** Splits into groups of equal key, in the order in which the keys appear. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function withoutRepetition(life: readonly CaptureRecord[]): CaptureRecord[] {
  const bySeq = new Map(life.toReversed().map((record) => [record.seq, record]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function missingBatches(life: readonly CaptureRecord[]): Gap[] {
  return life.flatMap((record, index) => {
    const count = record.seq - (life[index - 1] ?? record).seq - 1;
    if (count < 1) return [];
    const from = life
      .slice(0, index)
      .reduce((latest, { events, actions }) => Math.max(latest, spanOf({ events, actions })?.to ?? 0), 0);
    const to = spanOf(record)?.from ?? null;
    return [{ reason: 'lost', from: from || (to ?? 0), to, count }];
  });
}

interface Run {
  readonly record: CaptureRecord;
  readonly events: RrwebEvent[];
  readonly offset: number;
}

/** Cuts one stream where events are missing: to play on across a hole would show a page that never was. */
function runsOf(batches: readonly CaptureRecord[]): Run[] {
  const runs: Run[] = [];
  for (const record of batches.toSorted((a, b) => a.firstEvent - b.firstEvent)) {
    const run = runs.at(-1);
    const expected = run ? run.offset + run.events.length : Number.NaN;
    if (run && record.firstEvent <= expected) run.events.push(...record.events.slice(expected - record.firstEvent));
    else if (record.events.length > 0) runs.push({ record, events: [...record.events], offset: record.firstEvent });
  }
  return runs;
}

/** What rrweb emits while a page loads, before its first snapshot: DomContentLoaded and Load. Nothing is lost with them. */
const isLoadEvent = ({ type }: RrwebEvent): boolean => type === 0 || type === 1;

function playable({ record, events, offset }: Run, sheets: StyleSheets, gaps: Gap[]): JoinedStream[] {
  const start = events.findIndex(
    ({ type }, index) => type === EventType.meta && events[index + 1]?.type === EventType.fullSnapshot,
  );
  const lost = (start < 0 ? events : events.slice(0, start)).filter((event) => !isLoadEvent(event));
  const [first, last] = [lost[0], events[start] ?? lost.at(-1)];
  if (first && last) gaps.push({ reason: 'lost', from: first.timestamp, to: last.timestamp, count: lost.length });
  if (start < 0) return [];
  const missing = new Set<string>();
  const kept = events.slice(start).map((event) => restoreStyleSheets(event, sheets, (asset) => missing.add(asset)));
  if (missing.size > 0) gaps.push({ reason: 'lost', from: kept[0]?.timestamp ?? 0, to: null, count: missing.size });
  return [
    {
      recorder: record.recorder,
      number: record.stream,
      document: record.document,
      events: kept,
      offset: offset + start,
    },
  ];
}
