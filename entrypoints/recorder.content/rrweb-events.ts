import type { RrwebEvent } from '../../lib/capture.ts';

const INCREMENTAL = 3;

/** rrweb's `IncrementalSource` of rules that came into a style sheet or left it. */
const STYLE_SHEET_RULE = 8;

/** What rrweb would have said of rules that a script inserted, had it seen them. */
export function rulesAppended(
  id: number,
  adds: readonly { readonly rule: string; readonly index: number }[],
): RrwebEvent {
  return { type: INCREMENTAL, data: { source: STYLE_SHEET_RULE, id, adds }, timestamp: 0 };
}
