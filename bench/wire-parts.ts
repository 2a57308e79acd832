import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EventType, type RrwebEvent } from '../lib/capture.ts';
import { splitRecords } from '../lib/chunk.ts';
import type { CaptureRecord } from '../lib/record.ts';
import { Source } from '../lib/redaction/rrweb-types.ts';
import type { ArrivedEpisode } from '../tests/support/arrived.ts';

/** Bytes on the wire by what they are for. */
export type WireParts = Readonly<Record<string, number>>;

/**
 * What sealed bytes are for. A record is compressed as a whole: its bytes are shared out by what each part of it takes when
 * it is compressed alone.
 */
export async function wireParts(objectsFolder: string, arrived: readonly ArrivedEpisode[]): Promise<WireParts> {
  const parts: Record<string, number> = {};
  const add = (part: string, bytes: number): void => void (parts[part] = (parts[part] ?? 0) + bytes);
  const seen = new Set<string>();
  for (const { manifest, records } of arrived) {
    add('manifests', JSON.stringify(manifest).length);
    const unread = [...records];
    for (const { digest } of manifest.chunks) {
      const chunk = await readFile(join(objectsFolder, 'sessions', manifest.session, 'chunks', digest));
      for (const sealed of splitRecords(chunk)) {
        const record = unread.shift();
        // Episodes of a session share chunks.
        if (!record || seen.has(digest)) continue;
        if (record.kind === 'capture') shareOut(record, sealed.byteLength, add);
        else add(record.kind === 'asset' ? 'style sheets' : 'the browser’s', sealed.byteLength);
      }
      seen.add(digest);
    }
  }
  return parts;
}

function shareOut(record: CaptureRecord, bytes: number, add: (part: string, bytes: number) => void): void {
  const { events, actions, ...envelope } = record;
  const contents = new Map<string, unknown[]>([['envelopes', [envelope]]]);
  if (actions.length > 0) contents.set('actions', [...actions]);
  for (const event of events) {
    const part = partOf(event);
    contents.set(part, [...(contents.get(part) ?? []), event]);
  }
  const alone = [...contents].map(([part, items]) => [part, gzipSync(JSON.stringify(items)).byteLength] as const);
  const sum = alone.reduce((total, [, size]) => total + size, 0);
  for (const [part, size] of alone) add(part, (bytes * size) / sum);
}

function partOf({ type, data }: RrwebEvent): string {
  if (type === EventType.fullSnapshot) return 'full snapshots';
  if (type !== EventType.incremental) return 'other events';
  const { source } = data as { source?: number };
  if (source === Source.mutation) return 'mutations';
  return source === Source.styleSheetRule ? 'style rules' : 'other events';
}
