import type { BareStep, Happenings } from './effects.ts';
import type { Element } from './element.ts';
import { observe, type Scene } from './observe.ts';
import { withPage } from './page-at.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import type { PageNode } from './page-node.ts';
import type { Stage } from './stage.ts';

/**
 * Shortest wait that is told of, in ms, by its cause. Changes of a page are recorded up to a second late, so that a short
 * wait for one may be none.
 */
const SHORTEST_MS = { loading: 1_000, network: 500, change: 1_200 } as const;

type Cause = keyof typeof SHORTEST_MS;

/** Puts a `wait` before each step whose target could not be acted on before the page was ready. It points to nothing raw. */
export function withWaits(steps: readonly BareStep[], scene: Scene, happenings: Happenings, stage: Stage): BareStep[] {
  const all = steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const wait = before && waitBetween(before, step, scene, happenings, stage);
    return wait ? [wait, step] : [step];
  });
  return all.map((step, index) => ({ ...step, index }));
}

function waitBetween(
  before: BareStep,
  step: BareStep,
  scene: Scene,
  happenings: Happenings,
  stage: Stage,
): BareStep | undefined {
  if (before.tab !== step.tab || before.action.type === 'tabSwitch') return undefined;
  const from = before.until;
  const ready = readyFor(step, before, scene, stage);
  if (!ready) return undefined;
  const cause = ready.cause === 'change' && isBusy(step, from, ready.at, scene, happenings) ? 'network' : ready.cause;
  const forMs = Math.ceil((ready.at - from) / 100) * 100;
  if (ready.at - from < SHORTEST_MS[cause] || ready.at > step.at) return undefined;
  return {
    index: step.index,
    at: from,
    until: ready.at,
    observation: withPage(scene, observe(scene, from, step.observation.tab)),
    tab: step.tab,
    action: { type: 'wait', forMs, cause },
    target: null,
    noTarget: 'busy',
    captured: [],
  };
}

/** When the target of a step could first be acted on. Undefined: before the step before it was over, or it is not known. */
function readyFor(
  { target, observation }: BareStep,
  before: BareStep,
  scene: Scene,
  stage: Stage,
): { readonly at: number; readonly cause: Cause } | undefined {
  const shown = observation.streams.find(({ stream }) => scene.streams[stream]?.document === observation.document);
  if (!target || target.nodeId === null || !shown) return undefined;
  const id = target.nodeId;
  const events = (scene.streams[shown.stream]?.events ?? []).slice(0, shown.events);
  const isNew = (events[0]?.timestamp ?? 0) > before.until;
  const known = isNew ? 0 : events.filter(({ timestamp }) => timestamp <= before.until).length;
  if (known > 0) {
    const page = stage.pageAt(shown.stream, known);
    if (
      isReady(page, page.node(id)) ||
      page.find((node) => isLike(page, node, target)).some((node) => isReady(page, node))
    )
      return undefined;
  }
  const page = createPageModel();
  for (const [place, event] of events.entries()) {
    page.apply(event);
    if (place < known || !isReady(page, page.node(id))) continue;
    const loaded = isNew && place < 2 ? loadedAt(before, scene) : event.timestamp;
    return loaded === undefined ? undefined : { at: loaded, cause: isNew && place < 2 ? 'loading' : 'change' };
  }
  return undefined;
}

/** When the document came that the step before led to. A stream may begin later: it waits for the page to be idle. */
function loadedAt({ captured, tab }: BareStep, scene: Scene): number | undefined {
  const journeys = captured.map((place) => scene.captured[place]).filter((seen) => seen?.tab === tab);
  return journeys.findLast((seen) => seen && 'sameDocument' in seen.action && !seen.action.sameDocument)?.at;
}

function isReady(page: PageModel, node: PageNode | undefined): boolean {
  if (!node || page.isHidden(node.id)) return false;
  if (node.attributes.has('disabled') || node.attributes.get('aria-disabled') === 'true') return false;
  return !page.closest(
    node.id,
    ({ tag, attributes }) => attributes.has('inert') || (tag === 'fieldset' && attributes.has('disabled')),
  );
}

/** True for a node that is as good as the target: apps often put a new node in the place of one that looks the same. */
function isLike(page: PageModel, node: PageNode, { tag, name, attributes }: Element): boolean {
  if (node.tag !== tag || !Object.entries(attributes).every(([key, value]) => node.attributes.get(key) === value))
    return false;
  const names = ['aria-label', 'title', 'placeholder', 'alt', 'value'].map((key) => node.attributes.get(key));
  return name === '' || names.includes(name) || page.textOf(node.id) === name;
}

function isBusy(
  { tab }: BareStep,
  from: number,
  to: number,
  { documents, streams }: Scene,
  { busy }: Happenings,
): boolean {
  return busy.some((span) => {
    const document = documents[streams[span.stream]?.document ?? -1];
    return document?.tab === tab && span.from < to && span.to > from;
  });
}
