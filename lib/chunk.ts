/**
 * Framing of sealed records in a chunk: each is its length (4 bytes, big endian) and its bytes.
 * A sealed record is a 12 byte IV, then AES-256-GCM of the gzipped UTF-8 text of one `Record` (`record-text.ts`), with
 * `sealContext` as additional data.
 */
const LENGTH_BYTES = 4;

/** What a record is bound to, so that it cannot be moved to another session. */
export function sealContext(session: string): string {
  return `showhow/1 ${session}`;
}

/** Joins sealed records into the bytes of one chunk. */
export function joinRecords(records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const total = records.reduce((sum, record) => sum + LENGTH_BYTES + record.byteLength, 0);
  const chunk = new Uint8Array(total);
  const view = new DataView(chunk.buffer);
  let at = 0;
  for (const record of records) {
    view.setUint32(at, record.byteLength);
    chunk.set(record, at + LENGTH_BYTES);
    at += LENGTH_BYTES + record.byteLength;
  }
  return chunk;
}

/** Takes a chunk apart. Throws a RangeError that names the offset when the bytes do not add up. */
export function splitRecords(chunk: Uint8Array): Uint8Array[] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at < chunk.byteLength;) {
    const length = at + LENGTH_BYTES <= chunk.byteLength ? view.getUint32(at) : Number.NaN;
    const end = at + LENGTH_BYTES + length;
    if (!(end <= chunk.byteLength)) throw new RangeError(`The chunk is cut off in the record at byte ${at}.`);
    records.push(chunk.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return records;
}
