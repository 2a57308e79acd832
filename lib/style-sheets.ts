import type { RrwebEvent } from './capture.ts';
import type { Record as SealedRecord } from './record.ts';

/** Style sheets of a session by their asset id. */
export type StyleSheets = ReadonlyMap<string, string>;

/** The style sheets among `records`. */
export function styleSheetsOf(records: readonly SealedRecord[]): StyleSheets {
  return new Map(records.flatMap((record) => (record.kind === 'asset' ? [[record.asset, record.text]] : [])));
}

/**
 * Puts `_cssText` back where an event names a style sheet in `_cssAsset`.
 * @param onMissing is told of each style sheet that is not there; the page then looks unstyled in that place.
 */
export function restoreStyleSheets(
  event: RrwebEvent,
  sheets: StyleSheets,
  onMissing: (asset: string) => void,
): RrwebEvent {
  return { ...event, data: restored(event.data, sheets, onMissing) };
}

function restored(value: unknown, sheets: StyleSheets, onMissing: (asset: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => restored(item, sheets, onMissing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '_cssAsset' || typeof inner !== 'string') return [key, restored(inner, sheets, onMissing)];
      const text = sheets.get(inner);
      if (text === undefined) onMissing(inner);
      return ['_cssText', text ?? ''];
    }),
  );
}
