import { PAST_LENGTH, type Quoter, unquote } from './quotes.ts';
import type { CaptureRecord } from './record.ts';
import { withAbsoluteIds, withRelativeIds } from './relative-ids.ts';

/**
 * What is sealed of a record: its JSON. Capture records repeat much of what those before them in their episode say: each
 * is written as its place among them, a line feed, and JSON with relative ids and quotes from those before.
 */
const PLACE = /^(\d+)\n/;

/** A text is not what is sealed of a record. The message does not quote it. */
export class RecordTextError extends Error {
  override readonly name = 'RecordTextError';
  readonly index: number;

  /** @param index of the text among those of its episode. */
  constructor(index: number, message: string) {
    super(message);
    this.index = index;
  }
}

/** The text of a capture record, and what the quoter is to learn once it is stored. */
export function writeCapture(place: number, record: CaptureRecord, quoter: Quoter): { text: string; toLearn: string } {
  const toLearn = JSON.stringify({ ...record, events: withRelativeIds(record.events) });
  return { text: `${place}\n${quoter.quote(toLearn)}`, toLearn };
}

/** The records of an episode as JSON values, in the order of their texts. Throws a `RecordTextError`. */
export function readRecords(texts: readonly string[]): unknown[] {
  const records: unknown[] = [];
  const captures: { readonly index: number; readonly place: number; readonly quoted: string }[] = [];
  texts.forEach((text, index) => {
    const [head, place] = PLACE.exec(text) ?? [];
    if (head === undefined) records[index] = parse(text, index);
    else captures.push({ index, place: Number(place), quoted: text.slice(head.length) });
  });
  let past = '';
  for (const { index, quoted } of captures.sort((a, b) => a.place - b.place)) {
    const text = unquoted(quoted, past, index);
    records[index] = withIds(parse(text, index), index);
    past = (past + text).slice(-PAST_LENGTH);
  }
  return records;
}

function unquoted(quoted: string, past: string, index: number): string {
  const text = unquote(quoted, past);
  if (text === undefined) throw new RecordTextError(index, 'It quotes what no record before it says.');
  return text;
}

function parse(text: string, index: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordTextError(index, 'It is not JSON.');
  }
}

function withIds(record: unknown, index: number): unknown {
  try {
    const { events } = record as CaptureRecord;
    return { ...(record as CaptureRecord), events: withAbsoluteIds(events) };
  } catch {
    throw new RecordTextError(index, 'It is not a capture record.');
  }
}
