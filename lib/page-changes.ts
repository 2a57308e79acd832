import { EventType, type RrwebEvent } from './capture.ts';
import type { ControlAspect, SurfaceKind, SurfaceWay } from './effect.ts';
import { changedAspects, isExpanded, type Look, lookOf } from './page-look.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import { hidesItself, isEditable, type PageNode, type SerializedNode } from './page-node.ts';
import { Source } from './redaction/rrweb-types.ts';
import { isAway, isBusySign, isMessage, surfaceKind } from './surface.ts';

/** Something in a page that tells a person what came of an action. */
export type Telling =
  | {
      readonly type: 'opened' | 'closed';
      readonly nodeId: number;
      readonly kind: SurfaceKind;
      readonly by: SurfaceWay;
    }
  | { readonly type: 'changed'; readonly nodeId: number; readonly aspect: ControlAspect }
  | { readonly type: 'busy' | 'ready'; readonly nodeId: number };

/** What one event of a stream changed. */
export interface PageChange {
  /** Place of the event in its stream. */
  readonly event: number;
  readonly at: number;
  /** Nodes, texts and attributes that changed. */
  readonly amount: number;
  /** True when elements came or went. */
  readonly isStructural: boolean;
  /** The box that was scrolled, or the document. Null: none was. */
  readonly scrolled: number | null;
  readonly tellings: readonly Telling[];
}

/** What a stream tells of the changes of its page after its first snapshot, in order. Another snapshot is no change. */
export function pageChanges(events: readonly RrwebEvent[]): PageChange[] {
  const page = createPageModel();
  return events.flatMap((event, place): PageChange[] => {
    if (event.type !== EventType.incremental) {
      page.apply(event);
      return [];
    }
    const data = event.data as Changes;
    // A box that is scrolled as it comes or goes has no number yet, or no longer.
    if (data.source === Source.scroll)
      return [{ ...placed(event, place), scrolled: page.node(data.id ?? -1)?.id ?? null }];
    const isMutation = data.source === Source.mutation;
    if (!isMutation && data.source !== Source.input) return [];
    const before = stateBefore(page, data);
    page.apply(event);
    const tellings = isMutation
      ? [...before.gone, ...added(page, data), ...altered(page, data, before)]
      : typed(page, data, before);
    const { adds = [], removes = [], texts = [], attributes = [] } = data;
    const amount = adds.length + removes.length + texts.length + attributes.length;
    const isStructural = before.removesElements || adds.some(({ node }) => node.type === 2);
    return amount > 0 || tellings.length > 0 ? [{ ...placed(event, place), amount, isStructural, tellings }] : [];
  });
}

/** An event that changes nothing. */
const placed = ({ timestamp }: RrwebEvent, event: number): PageChange => ({
  ...{ event, at: timestamp, amount: 0, isStructural: false, scrolled: null, tellings: [] },
});

interface Changes {
  readonly source?: number;
  readonly id?: number;
  readonly adds?: readonly { readonly parentId: number; readonly node: SerializedNode }[];
  readonly removes?: readonly { readonly id: number }[];
  readonly texts?: readonly { readonly id: number }[];
  readonly attributes?: readonly { readonly id: number; readonly attributes: Readonly<Record<string, unknown>> }[];
}

/** What is to be compared with what comes after. */
interface Before {
  readonly nodes: ReadonlyMap<number, Look>;
  readonly gone: readonly Telling[];
  readonly removesElements: boolean;
}

function stateBefore(page: PageModel, { id, removes = [], attributes = [] }: Changes): Before {
  const ids = id === undefined ? attributes.map((change) => change.id) : [id];
  const nodes = ids.flatMap((each) => page.node(each) ?? []).map((node) => [node.id, lookOf(node)] as const);
  const going = removes.flatMap((removed) => page.node(removed.id) ?? []).filter(({ kind }) => kind === 'element');
  const gone = going.flatMap((node) => [
    ...surfacesIn(page, node.id).flatMap((surface) => closed(surface, 'node')),
    ...page.find(isBusySign, node.id).map((sign): Telling => ({ type: 'ready', nodeId: sign.id })),
  ]);
  return { nodes: new Map(nodes), gone, removesElements: going.length > 0 };
}

interface Found {
  readonly nodeId: number;
  readonly kind: SurfaceKind;
}

/** The surfaces at or below a node that can be seen, or could before `except` was hidden. */
function surfacesIn(page: PageModel, within: number, except?: number): Found[] {
  return page
    .find((node) => surfaceKind(node) !== undefined, within)
    .flatMap((node) => {
      const kind = surfaceKind(node);
      const isHidden = page.closest(node.id, (around) => around.id !== except && hidesItself(around)) !== undefined;
      if (!kind || isHidden || (node.id !== except && isAway(node))) return [];
      return isMessage(kind) && page.textOf(node.id) === '' ? [] : [{ nodeId: node.id, kind }];
    });
}

function opened(surface: Found, by: SurfaceWay): Telling {
  return { type: 'opened', ...surface, by };
}

function closed({ nodeId, kind }: Found, by: SurfaceWay): Telling[] {
  return isMessage(kind) ? [] : [{ type: 'closed', nodeId, kind, by }];
}

function added(page: PageModel, { adds = [], texts = [] }: Changes): Telling[] {
  const ids = new Set(adds.map(({ node }) => node.id));
  const tops = adds.filter(({ parentId }) => !ids.has(parentId)).map(({ node }) => node.id);
  const signs = tops.flatMap((top) => page.find(isBusySign, top));
  const surfaces = tops.flatMap((top) => surfacesIn(page, top));
  return [
    ...surfaces.map((surface) => opened(surface, 'node')),
    ...signs.map(({ id }): Telling => ({ type: 'busy', nodeId: id })),
    ...[...tops, ...texts.map(({ id }) => id)].flatMap((id) => around(page, id)),
  ];
}

/** The message that a text came into, and the editor that it is written in. */
function around(page: PageModel, id: number): Telling[] {
  const parent = page.node(id)?.parent ?? -1;
  const message = page.closest(parent, (node) => isMessage(surfaceKind(node) ?? 'popup'));
  const kind = message && surfaceKind(message);
  const editor = page.closest(parent, isEditable);
  const isSpeaking = message && page.textOf(message.id) !== '' && !page.closest(message.id, isAway);
  return [
    ...(kind && isSpeaking ? [{ type: 'opened', nodeId: message.id, kind, by: 'text' } as const] : []),
    ...(editor ? [{ type: 'changed', nodeId: editor.id, aspect: 'value' } as const] : []),
  ];
}

function altered(page: PageModel, { attributes = [] }: Changes, { nodes }: Before): Telling[] {
  return attributes.flatMap(({ id }): Telling[] => {
    const [node, before] = [page.node(id), nodes.get(id)];
    if (!node || !before) return [];
    const after = lookOf(node);
    return [
      ...changedAspects(before, after).map((aspect): Telling => ({ type: 'changed', nodeId: id, aspect })),
      ...changesOfSight(page, node, before, after),
    ];
  });
}

function typed(page: PageModel, { id = -1 }: Changes, { nodes }: Before): Telling[] {
  const [node, before] = [page.node(id), nodes.get(id)];
  return node && before
    ? changedAspects(before, lookOf(node)).map((aspect): Telling => ({ type: 'changed', nodeId: id, aspect }))
    : [];
}

function changesOfSight(page: PageModel, node: PageNode, before: Look, after: Look): Telling[] {
  const tellings: Telling[] = [];
  const [wasOpen, nowOpen] = [before, after].map(isExpanded);
  if (wasOpen !== nowOpen && node.attributes.has('aria-expanded'))
    tellings.push({ type: nowOpen ? 'opened' : 'closed', nodeId: node.id, kind: 'popup', by: 'expanded' });
  if (before.isBusy !== after.isBusy) tellings.push({ type: after.isBusy ? 'busy' : 'ready', nodeId: node.id });
  const own = surfaceKind(node);
  // What is around a dialog is often said to be inert for as long as it is there. That hides nothing.
  const [wasAway, nowAway] = [before, after].map((look) => (own ? look.isAway : look.isHidden));
  if (wasAway !== nowAway) {
    const surfaces = surfacesIn(page, node.id, nowAway ? node.id : undefined);
    const ways = nowAway
      ? surfaces.flatMap((surface) => closed(surface, 'visibility'))
      : surfaces.map((surface) => opened(surface, 'visibility'));
    return [...tellings, ...ways];
  }
  if (own && !isMessage(own) && before.isShown !== after.isShown && !nowAway)
    tellings.push({ type: after.isShown ? 'opened' : 'closed', nodeId: node.id, kind: own, by: 'visibility' });
  return tellings;
}
