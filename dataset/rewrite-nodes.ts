/** Fields of rrweb's data that hold the id of a node or of a style sheet. */
const ID_FIELDS = new Set(['id', 'parentId', 'nextId', 'previousId', 'rootId', 'styleId']);

/** The highest id of a node or style sheet in rrweb's data. */
export function highestId(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((most, item) => Math.max(most, highestId(item)), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((most, [key, inner]) => {
    if (isAttributeMap(key, inner)) return most;
    if (isIdField(key, inner)) return Math.max(most, inner);
    return Math.max(most, key === 'styleIds' ? Math.max(0, ...numbersIn(inner)) : highestId(inner));
  }, 0);
}

/**
 * rrweb's data with `offset` added to every id, and `root` named as the document of every node that names none: this is
 * how a player knows in which frame it is. Elements lose what would reach for the network or shut the player out.
 */
export function rewritten(value: unknown, offset: number, root?: number): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, offset, root));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (isAttributeMap(key, inner))
      return [key, inertAttributes('tagName' in value ? value.tagName : undefined, inner)];
    if (isIdField(key, inner)) return [key, inner + offset];
    if (key === 'styleIds') return [key, numbersIn(inner).map((id) => id + offset)];
    return [key, rewritten(inner, offset, root)];
  });
  const needsRoot = root !== undefined && isInnerNode(value) && value.rootId === undefined;
  return Object.fromEntries(needsRoot ? [...entries, ['rootId', root]] : entries);
}

/** True for a serialised node, unless it is a document: that one is the root itself. */
function isInnerNode(value: object): value is { readonly rootId?: unknown } {
  const isDocument = 'type' in value && value.type === 0;
  return !isDocument && 'id' in value && ['childNodes', 'textContent', 'publicId'].some((field) => field in value);
}

/** Ids are positive; rrweb writes -1 for a node that it does not know. */
function isIdField(key: string, value: unknown): value is number {
  return ID_FIELDS.has(key) && typeof value === 'number' && value > 0;
}

function isAttributeMap(key: string, value: unknown): value is Readonly<Record<string, unknown>> {
  return key === 'attributes' && typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numbersIn(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/**
 * A `sandbox` or `src` of a frame would keep the player from filling it. Hints such as `preconnect` and a `refresh` go past
 * a content security policy. A popover that was open is none to the browser that plays.
 */
function inertAttributes(
  tag: unknown,
  attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { sandbox: _sandbox, ...rest } = attributes;
  if (tag === 'iframe' || tag === 'frame') {
    const { src: _src, srcdoc: _srcdoc, ...frame } = rest;
    return frame;
  }
  if (tag === 'base' || (tag === 'link' && !('_cssText' in rest))) return {};
  if (tag === 'meta' && 'http-equiv' in rest) return {};
  const css = rest['_cssText'];
  return typeof css === 'string' ? { ...rest, _cssText: css.replaceAll(':popover-open', '[rr-popover]') } : rest;
}
