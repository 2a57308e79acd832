import type { Rectangle } from '../../lib/screenshot.ts';

/** A part of the viewport, in CSS pixels. */
export interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What at most is seen of what an element holds. Too large does no harm: then more is covered than need be. */
export interface Clips {
  readonly inFlow: Clip;
  /** Of what is placed absolutely: boxes that scroll do not clip it unless they are what it is placed in. */
  readonly absolute: Clip;
}

export const viewport = (): Clip => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

/** How far something is painted beyond its box, in CSS pixels. */
export interface Reach {
  readonly x: number;
  readonly y: number;
}

const NO_REACH: Reach = { x: 0, y: 0 };

/** Boxes of these clip what overflows them; of others it is not sure. */
const CLIPPING = ['block', 'inline-block', 'flex', 'inline-flex', 'grid', 'inline-grid', 'flow-root', 'list-item'];

/** What is seen of an element itself. */
export function clipOf(element: Element, { position }: CSSStyleDeclaration, outside: Clips): Clip {
  if (position === 'fixed' || isInTopLayer(element)) return viewport();
  return position === 'absolute' ? outside.absolute : outside.inFlow;
}

/** What is seen of what is in an element. */
export function clipsIn(element: Element, style: CSSStyleDeclaration, own: Clip, outside: Clips): Clips {
  const inFlow = clips(element, style) ? overlap(own, clipFrom(element.getBoundingClientRect())) : own;
  const isContaining = style.position !== 'static' || isInTopLayer(element);
  return { inFlow, absolute: isContaining ? inFlow : outside.absolute };
}

function clips(element: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  // What these two overflow is the viewport's.
  if (element === document.documentElement || element === document.body) return false;
  return [overflowX, overflowY].every((way) => /auto|scroll|hidden/.test(way)) && CLIPPING.includes(display);
}

function isInTopLayer(element: Element): boolean {
  if (element.localName === 'dialog' && element.matches(':modal')) return true;
  if (document.fullscreenElement && element.matches(':fullscreen')) return true;
  return element.hasAttribute('popover') && element.matches(':popover-open');
}

/** What of boxes is seen in a clip, each grown by `reach` before. */
export function seen(boxes: Iterable<DOMRect>, clip: Clip, reach: Reach = NO_REACH): Rectangle[] {
  return [...boxes].flatMap((box): Rectangle[] => {
    if (box.width === 0 || box.height === 0) return [];
    const { left, top, right, bottom } = overlap(clip, grown(clipFrom(box), reach));
    return right > left && bottom > top ? [[left, top, right - left, bottom - top].map(rounded) as Rectangle] : [];
  });
}

/** True for boxes not far from the viewport. */
export function areNear(boxes: Iterable<DOMRect>): boolean {
  const near = grown(viewport(), { x: innerWidth, y: innerHeight });
  return seen(boxes, near).length > 0;
}

const rounded = (length: number): number => Math.round(length * 100) / 100;

function clipFrom({ left, top, right, bottom }: DOMRect): Clip {
  return { left, top, right, bottom };
}

function overlap(a: Clip, b: Clip): Clip {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function grown({ left, top, right, bottom }: Clip, { x, y }: Reach): Clip {
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}
