import type { RrwebEvent } from '../../lib/capture.ts';

const INCREMENTAL = 3;

/** Attribute that says of a popover in the recording that it is open. */
const OPEN_POPOVER = 'rr-popover';

/** rrweb's `IncrementalSource` of changes of nodes, of what fields hold, and of rules that came into a style sheet or left it. */
const MUTATION = 0;
const INPUT = 5;
const STYLE_SHEET_RULE = 8;

/** What rrweb would have said of rules that a script inserted, had it seen them. */
export function rulesAppended(
  id: number,
  adds: readonly { readonly rule: string; readonly index: number }[],
): RrwebEvent {
  return { type: INCREMENTAL, data: { source: STYLE_SHEET_RULE, id, adds }, timestamp: 0 };
}

/** What rrweb would have said of a field that a script filled in. */
export function fieldFilled(id: number, field: { readonly value: string; readonly checked?: boolean }): RrwebEvent {
  return {
    type: INCREMENTAL,
    data: { source: INPUT, id, text: field.value, isChecked: !!field.checked },
    timestamp: 0,
  };
}

/** A popover that was opened or closed, in the form of a change of one of its attributes. */
export function popoverToggled(id: number, isOpen: boolean): RrwebEvent {
  const attributes = [{ id, attributes: { [OPEN_POPOVER]: isOpen ? 'open' : null } }];
  return {
    type: INCREMENTAL,
    data: { source: MUTATION, texts: [], attributes, removes: [], adds: [] },
    timestamp: 0,
  };
}

/** Id of the field of which an event tells what it holds. */
export function filledField({ data }: RrwebEvent): number | undefined {
  const { source, id } = data as { source?: number; id?: number };
  return source === INPUT ? id : undefined;
}
