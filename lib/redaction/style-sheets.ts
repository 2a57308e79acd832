import type { RrwebEvent } from '../capture.ts';
import type { BatchContent } from './redact-batch.ts';
import type { Redacted } from './redacted.ts';

/** Shorter style sheets stay where they are, in characters: a reference would not be smaller. */
const MIN_LENGTH = 256;

/** Texts of the style sheets in redacted content, each once: they are stored apart, and once in a session. */
export function styleSheetsIn({ events }: Redacted<BatchContent>): readonly string[] {
  const texts = new Set<string>();
  for (const { data } of events) {
    replaceIn(data, (text) => {
      texts.add(text);
      return undefined;
    });
  }
  return [...texts];
}

/**
 * The content with `_cssAsset` in the place of `_cssText` where a style sheet has a name.
 * @param nameOf the id of the asset with this text; undefined to leave it where it is.
 */
export function withStyleSheetReferences(
  content: Redacted<BatchContent>,
  nameOf: (text: string) => string | undefined,
): Redacted<BatchContent> {
  const events = content.events.map((event): RrwebEvent => ({ ...event, data: replaceIn(event.data, nameOf) }));
  return { ...content, events };
}

/** The same value where nothing is replaced, a copy of what leads there otherwise. */
function replaceIn(value: unknown, nameOf: (text: string) => string | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => replaceIn(item, nameOf));
    return items.every((item, place) => item === value[place]) ? value : items;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, inner] of Object.entries(value)) {
    const isSheet = key === '_cssText' && typeof inner === 'string' && inner.length >= MIN_LENGTH;
    const name = isSheet ? nameOf(inner) : undefined;
    const safe = isSheet ? inner : replaceIn(inner, nameOf);
    if (name === undefined && safe === inner) continue;
    copy ??= { ...value };
    if (name === undefined) copy[key] = safe;
    else {
      delete copy[key];
      copy['_cssAsset'] = name;
    }
  }
  return copy ?? value;
}
