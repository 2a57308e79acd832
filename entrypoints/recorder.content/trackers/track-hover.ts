import { momentOf } from '../../../page/clock.ts';
import { ancestry, rootOf } from '../dom-tree.ts';
import { hitNode } from '../event-hub.ts';
import { hiddenByDefault, isUncoveredBy, readRules, uncovered, wasHidden } from '../hover-rules.ts';
import { meantElement } from '../meant-element.ts';
import { isNear, isOverlay, isPlaced } from '../overlays.ts';
import { distanceBetween } from '../paths.ts';
import type { Position } from '../snapshots.ts';
import type { Tools } from './tools.ts';

/** Elements that the pointer came to last, and what changed meanwhile: no more is remembered. */
const MAX_TRAIL = 12;
const MAX_CHANGES = 200;
/** A page that shows something because the pointer came does so within these, in milliseconds: at once, or in a while. */
const AT_ONCE_MS = 16;
const IN_A_WHILE_MS = 1_500;
/** What comes in an open dialog this soon after a press, a key or a turn of the wheel, in milliseconds, is their doing. */
const EFFECT_MS = 300;
/** How long the recording is taken to be up to date while the pointer moves, in milliseconds. */
const PLACE_MS = 50;
/** How many levels up the element and what it opens have to meet. */
const KIN_LEVELS = 5;
/** Somebody who stays this long, in milliseconds, wanted to see what opened. */
const STAYED_MS = 500;

const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'aria-expanded', 'aria-hidden', 'data-state'];
const OPENERS = '[aria-haspopup],[aria-expanded]';
const SURFACES = '[role="menu"],[role="listbox"],[role="dialog"],[role="tree"]';

/** An element that the pointer came to. */
interface Visit {
  readonly hit: Element;
  readonly event: PointerEvent;
  readonly position: Position;
  /** When the page had handled it, on the clock of `performance.now()`; infinity until then. */
  handledAt: number;
}

interface Change {
  readonly node: Element;
  readonly visit: Visit;
  readonly afterMs: number;
  /** The classes that it had before, where nothing else has changed. */
  readonly classes: string | null;
}

/**
 * Elements that the pointer had to rest on before what was done next could be done: it opened a menu, or showed buttons.
 * Where the pointer went otherwise is not kept.
 */
export function trackHover({ listen, signal, observer, gestures, later }: Tools): void {
  let trail: Visit[] = [];
  let changes = new Map<Element, Change>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  /** Where the pointer was last. */
  let spot: MouseEvent | undefined;
  let deedAt = Number.NEGATIVE_INFINITY;
  const watch = new MutationObserver(changed);

  function stopWatching() {
    clearTimeout(timer);
    changed(watch.takeRecords());
    watch.disconnect();
  }
  function forget() {
    stopWatching();
    trail = [];
    changes = new Map();
  }
  function changed(records: readonly MutationRecord[]) {
    const visit = trail.at(-1);
    if (!visit) return;
    const now = performance.now();
    const afterMs = now - visit.handledAt;
    if (afterMs > AT_ONCE_MS && now - deedAt < EFFECT_MS && isInDialog(visit.hit)) return;
    for (const { target, addedNodes, attributeName, oldValue } of records) {
      const nodes = addedNodes.length > 0 ? addedNodes : [target];
      const classes = attributeName === 'class' ? (oldValue ?? '') : null;
      for (const node of nodes) {
        if (changes.size >= MAX_CHANGES) return watch.disconnect();
        if (!(node instanceof Element)) continue;
        const known = changes.get(node);
        if (!known || (known.classes !== null && classes === null))
          changes.set(node, { node, visit, afterMs, classes });
      }
    }
  }
  /** The visit without which an element would not be where it is. */
  function visitThatShowed(shown: Element, visits: readonly Visit[]): Visit | undefined {
    const meant = meantElement(shown);
    const others = visits.filter(({ hit }) => hit.isConnected && !meant.contains(hit) && meantElement(hit) !== meant);
    if (others.length === 0) return undefined;
    const hidden = uncovered(shown);
    return others.findLast((visit) => hidden.some((each) => isUncoveredBy(each, visit.hit)) || hasShown(visit, shown));
  }
  function hasShown(visit: Visit, shown: Element): boolean {
    return [...ancestry(shown)]
      .map((around) => changes.get(around))
      .some((change) => change?.visit === visit && isBecauseOf(change, shown));
  }
  /** True for what opened and stays open, though nothing was done in it. */
  function isOpener(visit: Visit, index: number): boolean {
    const leftAt = trail[index + 1]?.event.timeStamp ?? performance.now();
    if (leftAt - visit.event.timeStamp < STAYED_MS || !visit.hit.isConnected) return false;
    return [...changes.values()].some(({ node, visit: by }) => by === visit && isSurface(node, visit.hit));
  }
  function tell({ hit, event, position }: Visit) {
    // Nobody points at a page as a whole: what came while the pointer was there came by itself.
    if (hit.contains(document.body)) return;
    const element = meantElement(hit);
    const { page } = observer.observe(new Event('hover'));
    observer.act({ at: momentOf(event), position, page, target: observer.describe(element, event) }, { type: 'hover' });
  }
  function ended(shown: Element | null) {
    stopWatching();
    const meant = shown && meantElement(shown);
    const needed = trail.filter((visit, index) => meantElement(visit.hit) !== meant && isOpener(visit, index));
    let before = trail;
    for (let next = shown; next;) {
      const visit = visitThatShowed(next, before);
      if (!visit) break;
      needed.push(visit);
      before = before.slice(0, before.indexOf(visit));
      next = visit.hit;
    }
    trail.filter((visit) => needed.includes(visit)).forEach(tell);
    forget();
  }
  /** What changes from here on is not because the pointer has come where it is. */
  function acted() {
    stopWatching();
    deedAt = performance.now();
  }
  listen(
    'pointerover',
    (event) => {
      const hit = hitNode(event);
      // The page has put something under a pointer that rests, or scrolled it there.
      const isResting = spot && !distanceBetween(event, spot);
      if (!hit || isResting || gestures.isPressed() || event.pointerType === 'touch') return;
      changed(watch.takeRecords());
      const last = trail.at(-1);
      const position =
        last && event.timeStamp - last.event.timeStamp < PLACE_MS ? last.position : observer.place(event);
      const visit = { hit, event, position, handledAt: Number.POSITIVE_INFINITY };
      later(() => (visit.handledAt = performance.now()));
      trail = [...trail.slice(1 - MAX_TRAIL), visit];
      const what = { subtree: true, childList: true, attributeFilter: ATTRIBUTES, attributeOldValue: true };
      for (const root of new Set([document, rootOf(hit)])) watch.observe(root, what);
      clearTimeout(timer);
      timer = setTimeout(stopWatching, IN_A_WHILE_MS);
      if (!isReading) requestIdleCallback(() => readRules(hit));
      isReading = true;
    },
    signal,
  );
  listen('pointerdown', (event) => ended(hitNode(event)), signal);
  listen(['pointerup', 'keydown', 'wheel'], acted, signal);
  // Rows are drawn as a list is scrolled.
  listen('scroll', () => performance.now() - deedAt < EFFECT_MS && acted(), signal);
  listen(['pointermove', 'pointerup'], (event) => (spot = event), signal);
  later.onSettle(forget);
  signal.addEventListener('abort', forget);
}

/** True when something changed because the pointer had come, and not at the same time by chance. */
function isBecauseOf({ node, visit: { hit }, afterMs, classes }: Change, shown: Element): boolean {
  if (afterMs > IN_A_WHILE_MS) return false;
  const isAround = node.contains(hit);
  // An open menu may say so itself, and marks what the pointer passes in it: that opens nothing.
  const isMark = classes !== null && meantElement(shown).contains(node);
  if (!isAround && !isMark && hit.closest(OPENERS)) return true;
  // A class, or what is around both, matters where it shows something that is hidden otherwise.
  if (isAround || classes !== null) {
    const hidden = hiddenByDefault(shown);
    const isShown = hidden && node.contains(hidden) && !hidden.contains(hit);
    return isShown || (!isAround && wasHidden(node, classes ?? ''));
  }
  if (isOverlay(node) && isNear(node, meantElement(hit))) return true;
  return afterMs <= AT_ONCE_MS && areKin(hit, node);
}

const areKin = (hit: Element, node: Element): boolean =>
  [...ancestry(hit)].slice(0, KIN_LEVELS).some((around) => around.parentElement?.contains(node));

/** True where the pointer passes over what lies over the page already, and may still be opening. */
const isInDialog = (hit: Element): boolean => !hit.closest(OPENERS) && [...ancestry(hit)].some(isPlaced);

const isSurface = (node: Element, hit: Element): boolean =>
  (node.matches(SURFACES) || node.querySelector(SURFACES) !== null || hit.closest(OPENERS) === node) &&
  node.checkVisibility() &&
  node.getAttribute('aria-expanded') !== 'false';
