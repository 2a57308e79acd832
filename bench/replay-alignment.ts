import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { joinFrames } from '../dataset/join-frames.ts';
import { replay } from '../dataset/picture-page.ts';
import { pointerAt } from '../dataset/pointer-at.ts';
import type { Element as DescribedElement } from '../lib/element.ts';
import type { Episode, Step } from '../lib/episode.ts';

/** A step whose target is not what stood under the pointer in the page rebuilt from the stream. */
export interface Misfit {
  readonly step: Step;
  readonly reason: string;
}

/** How well targets and rebuilt pages fit. */
export interface Alignment {
  /** Steps with a target in a page. */
  readonly checked: number;
  readonly misfits: readonly Misfit[];
  /** How many more do not fit, and the episode itself says so. */
  readonly flagged: number;
}

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');

const PLAYER_PAGE =
  '<!doctype html><style>body { margin: 0 } iframe { border: 0 } .replayer-wrapper { position: relative } .replayer-mouse, .replayer-mouse-tail { display: none }</style>';

/** Rebuilds the page before each step from the stream alone, and looks for the step's target in it. */
export async function checkAlignment(browser: Browser, episode: Episode): Promise<Alignment> {
  const misfits: Misfit[] = [];
  let flagged = 0;
  const inPages = episode.steps.filter(({ target, observation }) => target !== null && observation.document !== null);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true });
  try {
    const page = await context.newPage();
    for (const step of inPages) {
      const reason = isFromAfter(episode, step)
        ? 'an event from after the gesture began is in the observation'
        : step.target && (await misfitOf(page, episode, step, step.target));
      if (!reason) continue;
      if (step.flags.includes('misaligned')) flagged += 1;
      else misfits.push({ step, reason });
    }
  } finally {
    await context.close();
  }
  return { checked: inPages.length, misfits, flagged };
}

function isFromAfter({ streams }: Episode, { at, observation }: Step): boolean {
  return observation.streams.some(({ stream, events }) => {
    const last = streams[stream]?.events[events - 1];
    return last !== undefined && last.timestamp > at;
  });
}

async function misfitOf(
  page: Page,
  episode: Episode,
  step: Step,
  target: DescribedElement,
): Promise<string | undefined> {
  const { observation } = step;
  if (target.nodeId === null || observation.document === null) return 'the target has no node';
  const joined = joinFrames(episode, observation, pointerAt(episode, step.index));
  const id = joined?.idOf(observation.document, target.nodeId);
  if (!joined || id === undefined) return 'the page before is not known';
  await page.setContent(PLAYER_PAGE);
  await page.addScriptTag({ path: PLAYER });
  await page.evaluate(replay, [...joined.events]);
  const { box, point, hit } = target;
  // A press on a label is one on its field.
  const other = point && hit?.css === null ? hit : null;
  const held = other?.nodeId == null ? undefined : joined.idOf(observation.document, other.nodeId);
  return page.evaluate(lookFor, { id, box, point, held: held ?? null });
}

/** The node of a target, and that which the press was on, where it was on another: the label of a field. */
interface Sought extends Pick<DescribedElement, 'box' | 'point'> {
  readonly id: number;
  readonly held: number | null;
}

/** Runs in the page of the player. */
function lookFor({ id, held, box, point }: Sought): string | undefined {
  const elementOf = (nodeId: number): Element | undefined => {
    const node = window.player?.getMirror().getNode(nodeId);
    if (!node?.isConnected || node.nodeType !== Node.ELEMENT_NODE) return undefined;
    const found = node as Element;
    // An area has no box of its own.
    const map = found.localName === 'area' ? found.closest('map')?.getAttribute('name') : undefined;
    return (map && found.ownerDocument.querySelector(`img[usemap="#${CSS.escape(map)}"]`)) || found;
  };
  if (!elementOf(id)) return 'the target is not in the page';
  const element = elementOf(held ?? id);
  if (!element) return 'what was pressed for the target is not in the page';
  // The root is hit wherever nothing else is, as far as the page goes.
  const isRoot = element === element.ownerDocument.documentElement;
  const view = element.ownerDocument.defaultView;
  const rect = isRoot && view ? new DOMRect(0, 0, view.innerWidth, view.innerHeight) : element.getBoundingClientRect();
  const isFlat = /svg$/.test(element.namespaceURI ?? '')
    ? rect.width + rect.height === 0
    : rect.width * rect.height === 0;
  if (isFlat || !element.checkVisibility({ visibilityProperty: true })) return 'the target is not visible';
  if (!point) return undefined;
  const [x, y] = [box.x + point.x, box.y + point.y];
  const isInside = x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 2 && y <= rect.bottom + 2;
  if (!isInside)
    return `the target is at ${Math.round(rect.x)}, ${Math.round(rect.y)} and the point at ${Math.round(x)}, ${Math.round(y)}`;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  const isHit =
    hit !== null &&
    (element.contains(hit) ||
      hit.contains(element) ||
      hit.closest('label')?.control === element ||
      // An area of an image map.
      window.player?.getMirror().getId(hit) === id);
  return isHit ? undefined : `the point hits ${hit?.localName ?? 'nothing'}`;
}
