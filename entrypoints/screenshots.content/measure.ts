import type { MeasuredPage } from '../../lib/screenshot.ts';
import { areNear, type Clip, clipOf, type Clips, clipsIn, type Reach, seen, viewport } from './clips.ts';
import { boxesOf, isSymbol } from './drawings.ts';
import { shadowRootOf } from './shadow-root.ts';
import { generatedBy, isPaintedOn, isShownElsewhere, reachOf } from './styles.ts';
import { type ElementNode, elementNode, textNode } from './tree.ts';

/** Elements and characters in view beyond which a page is not measured: it would notice. */
const MAX_ELEMENTS = 15_000;
const MAX_CHARACTERS = 300_000;
/** Elements that are measured at a time. */
const STEP = 16;

/** A page as it was at one moment. */
export interface Measured {
  readonly page: Omit<MeasuredPage, 'typed'>;
  /** The document and the shadow roots in it. */
  readonly roots: readonly (Document | ShadowRoot)[];
  /** Equal for two moments of a page that has not moved, nor changed what it shows. */
  readonly print: string;
}

/** What is in these is not of this document, or no part of any, and stays in their boxes. */
const FRAMES = new Set(['iframe', 'frame', 'fencedframe']);
/** What these show stays in their boxes too, unless a style says otherwise. */
const PICTURES = new Set(['img', 'canvas', 'video']);
/** Of these it is not known. */
const UNCLEAR = new Set(['object', 'embed', 'portal', 'audio', 'marquee']);
const FIELDS = new Set(['input', 'textarea', 'select']);
/** Inputs that hold no text, and those that have a label in place of it. */
const TOGGLES = new Set(['checkbox', 'radio', 'hidden']);
const BUTTONS = new Set(['button', 'submit', 'reset']);

class Unmeasurable extends Error {}

/** Measures what is in view, some elements at a time. Undefined when something is that cannot be measured. */
export function* measurePage(secrets: ReadonlySet<string>): Generator<void, Measured | undefined> {
  try {
    return yield* measure(secrets);
  } catch (error) {
    if (error instanceof Unmeasurable) return undefined;
    throw error;
  }
}

function* measure(secrets: ReadonlySet<string>): Generator<void, Measured> {
  const texts: MeasuredPage['texts'] = [];
  const covered: MeasuredPage['covered'] = [];
  const roots: (Document | ShadowRoot)[] = [document];
  const range = document.createRange();
  const nextId = { value: 0 };
  const left = { elements: MAX_ELEMENTS, characters: MAX_CHARACTERS };

  const refuse = (isRefused: boolean) => {
    if (isRefused) throw new Unmeasurable();
  };
  const cover = (
    rule: MeasuredPage['covered'][number]['rule'],
    boxes: Iterable<DOMRect>,
    clip: Clip,
    reach?: Reach,
  ) => {
    const inView = seen(boxes, clip, reach);
    if (inView.length > 0) covered.push({ rule, boxes: inView });
  };

  function* visit(element: Element, outside: Clips, parent: ElementNode): Generator<void, void> {
    refuse((left.elements -= 1) < 0);
    if (left.elements % STEP === 0) yield;
    const tag = element.localName;
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const own = clipOf(element, style, outside);
    const isShown =
      style.visibility === 'visible' &&
      (style.display === 'contents' || element.checkVisibility({ contentVisibilityAuto: true }));
    const box = () => [element.getBoundingClientRect()];
    if (UNCLEAR.has(tag)) return refuse(isShown && seen(box(), own).length > 0);
    if (isShown) showOf(element, style, own);
    if (element instanceof SVGElement && tag === 'svg') {
      if (isShown && !isSymbol(element)) cover('drawing', boxesOf(element), own);
      return;
    }
    if (FRAMES.has(tag)) return isShown ? cover('frame', box(), own) : undefined;
    if (PICTURES.has(tag)) {
      if (isShown) cover('image', box(), own);
      return refuse(style.overflowX === 'visible');
    }
    const node = elementNode(element, nextId);
    parent.childNodes.push(node);
    if (FIELDS.has(tag)) return isShown ? field(element, own, node) : undefined;
    if (isShown) generated(element, style, node);
    const inside = clipsIn(element, style, own, outside);
    const shadow = shadowRootOf(element);
    refuse(shadow === undefined);
    if (shadow) roots.push(shadow);
    for (const child of [...(shadow?.childNodes ?? []), ...element.childNodes]) {
      if (child instanceof Element) yield* visit(child, inside, node);
      else if (child instanceof Text) text(child, style, inside.inFlow, node, isShown);
    }
  }
  function showOf(element: Element, style: CSSStyleDeclaration, own: Clip) {
    const isReplaced = style.content !== 'normal' && style.content !== 'none';
    if (!isReplaced && !isPaintedOn(style) && !isShownElsewhere(style)) return;
    const boxes = [element.getBoundingClientRect(), ...element.getClientRects()];
    if (seen(boxes, own).length === 0 && !areNear(boxes)) return;
    // The background of these is that of the whole viewport.
    refuse(isShownElsewhere(style) || element === document.documentElement || element === document.body);
    cover('image', boxes, own);
  }
  function field(element: Element, own: Clip, node: ElementNode) {
    const type = element instanceof HTMLInputElement ? element.type : '';
    refuse(OPEN_IS_KNOWN && element.matches(':open'));
    if (TOGGLES.has(type)) return;
    const boxes = [element.getBoundingClientRect()];
    const inView = seen(boxes, own);
    if (BUTTONS.has(type) && inView.length > 0) texts.push({ node: node.id, boxes: inView });
    else cover('field', boxes, own);
  }
  function generated(element: Element, style: CSSStyleDeclaration, node: ElementNode) {
    if (style.display !== 'contents' && !areNear(element.getClientRects())) return;
    const { texts: made, isUnclear } = generatedBy(element, style);
    refuse(isUnclear);
    for (const content of made) {
      const child = textNode(content, nextId);
      node.childNodes.push(child);
      texts.push({ node: child.id, boxes: [] });
    }
  }
  function text(shown: Text, style: CSSStyleDeclaration, clip: Clip, parent: ElementNode, isShown: boolean) {
    const { data } = shown;
    if (!/\S/.test(data)) return;
    range.selectNodeContents(shown);
    const boxes = range.getClientRects();
    if (!areNear(boxes)) return;
    refuse((left.characters -= data.length) < 0);
    const isSecret = [...secrets].some((secret) => data.includes(secret));
    const reach = reachOf(style);
    if (isSecret) return isShown ? cover('text', boxes, clip, reach) : undefined;
    const node = textNode(data, nextId);
    parent.childNodes.push(node);
    const inView = isShown ? seen(boxes, clip, reach) : [];
    if (inView.length > 0) texts.push({ node: node.id, boxes: inView });
  }

  const { scale = 1, offsetLeft = 0, offsetTop = 0 } = window.visualViewport ?? {};
  refuse(scale !== 1 || offsetLeft !== 0 || offsetTop !== 0 || document.designMode === 'on');
  const top: ElementNode = { type: 2, id: (nextId.value += 1), tagName: 'div', attributes: {}, childNodes: [] };
  yield* visit(document.documentElement, { inFlow: viewport(), absolute: viewport() }, top);
  const page = { width: innerWidth, height: innerHeight, tree: top, texts, covered };
  const print = JSON.stringify([page, location.href, scrollX, scrollY, devicePixelRatio]);
  return { page, roots, print };
}

/** Older browsers do not tell whether the popup of a field is open. */
const OPEN_IS_KNOWN = CSS.supports('selector(:open)');
