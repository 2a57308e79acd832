import { groupBy, type JoinedRecords, spanOf, startOf } from './join-records.ts';
import type { Shown } from './observe.ts';
import type { CaptureRecord } from './record.ts';

/** A document as its recorders told of it. Its tab is the browser's, not yet the episode's. */
export interface JoinedDocument extends Shown {
  /** The browser's id. */
  readonly id: string;
  /** rrweb node id of the iframe element, by the recorder of the parent. */
  readonly owners: ReadonlyMap<string, number>;
}

interface Life {
  readonly id: string;
  readonly records: readonly CaptureRecord[];
  readonly first: CaptureRecord;
  /** Ids of the documents around it, the parent first. Undefined: not known. */
  readonly ancestors: readonly string[] | undefined;
  readonly from: number;
  readonly to: number;
}

/** The documents of an episode in the order in which it meets them, with their parents. */
export function joinDocuments({ captures, streams }: JoinedRecords): JoinedDocument[] {
  const told = groupBy(captures, (record) => record.document)
    .flatMap(lifeOf)
    .map((life) => {
      const started = streams.filter((stream) => stream.document === life.id).map(startOf);
      return { ...life, from: started.reduce((a, b) => Math.min(a, b), life.from) };
    });
  const lives = told
    .map((life) => ({ ...life, from: begunWith(life, told) }))
    .sort((a, b) => a.from - b.from || a.first.frame - b.first.frame);
  return lives.map((life) => {
    const parent = parentOf(life, lives);
    const owners = parent ? ownersIn(parent, life) : new Map<string, number>();
    return {
      id: life.id,
      tab: life.first.tab,
      frame: life.first.frame,
      parent: parent ? lives.indexOf(parent) : null,
      top: topOf(life, lives),
      framePath: life.first.place.path,
      ownerNodeId: [...owners.values()][0] ?? null,
      owners,
      siteRule: life.first.siteRule,
      redaction: life.first.redaction,
      from: life.from,
      gone: isGone(life) ? life.to : Number.POSITIVE_INFINITY,
    };
  });
}

function lifeOf(records: readonly CaptureRecord[]): Life[] {
  const first = records[0];
  const spans = records.flatMap((record) => spanOf(record) ?? []);
  if (!first || spans.length === 0) return [];
  return [
    {
      id: first.document,
      records,
      first,
      ancestors: records.find((record) => record.ancestors)?.ancestors,
      from: spans.reduce((earliest, { from }) => Math.min(earliest, from), Number.POSITIVE_INFINITY),
      to: spans.reduce((latest, { to }) => Math.max(latest, to), 0),
    },
  ];
}

/** A page is there as soon as anything in it is, though its own recorder may tell of it later. */
function begunWith({ id, from }: Life, lives: readonly Life[]): number {
  return lives.filter(({ ancestors }) => ancestors?.includes(id)).reduce((a, life) => Math.min(a, life.from), from);
}

/** Where the page is that a frame is in: see `Shown`. */
function topOf({ first, ancestors }: Life, lives: readonly Life[]): number | null | undefined {
  if (first.frame === 0 || !ancestors) return undefined;
  const place = lives.findIndex(({ id }) => id === ancestors.at(-1));
  return place < 0 ? null : place;
}

/**
 * The document around this one. Where the browser did not say: the one that the parent frame showed while this one lived,
 * the newest that began before this one's end.
 */
function parentOf(child: Life, lives: readonly Life[]): Life | undefined {
  if (child.first.frame === 0) return undefined;
  if (child.ancestors) return lives.find(({ id }) => id === child.ancestors?.[0]);
  return lives.findLast(
    ({ first, from }) => first.tab === child.first.tab && first.frame === child.first.parentFrame && from <= child.to,
  );
}

/**
 * The iframe element in the parent, by the child's place among the windows: what each recorder of the parent said last
 * before the child's end. One that said nothing by then, of a child that is still there, is believed in what it says first.
 * Every recorder has ids of its own.
 */
function ownersIn(parent: Life, child: Life): Map<string, number> {
  const { index } = child.first.place;
  const said = parent.records
    .map((record) => ({ record, isInTime: (spanOf(record)?.from ?? parent.from) <= child.to }))
    .filter(({ isInTime }) => isInTime || !isGone(child));
  const owners = new Map<string, number>();
  for (const { record, isInTime } of said) {
    for (const { index: place, nodeId } of record.frameOwners)
      if (place === index && (isInTime || !owners.has(record.recorder))) owners.set(record.recorder, nodeId);
  }
  return owners;
}

const isGone = ({ records }: Life) => records.some(({ isLast }) => isLast);
