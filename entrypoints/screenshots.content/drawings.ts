/** What draws nothing but shapes. */
const SHAPES = new Set(
  'svg g path rect circle ellipse line polyline polygon defs title desc linearGradient radialGradient stop clipPath'.split(
    ' ',
  ),
);
/** A drawing of more parts shows data, not a symbol. */
const MAX_PARTS = 100;

/** True for a drawing that is made of shapes alone: no text, no picture, nothing from elsewhere. */
export function isSymbol(svg: Element): boolean {
  const parts = [svg, ...svg.querySelectorAll('*')];
  return parts.length <= MAX_PARTS && parts.every((part) => SHAPES.has(part.localName) && isPlain(part));
}

/** Patterns, masks, marks and filters may be drawn with anything. */
function isPlain(part: Element): boolean {
  const { fill, stroke, markerStart, markerMid, markerEnd, maskImage, filter } = getComputedStyle(part);
  return [fill, stroke, markerStart, markerMid, markerEnd, maskImage, filter].every((value) => !value.includes('url('));
}

/** Where a drawing is: its parts may lie outside of it. */
export function boxesOf(svg: Element): DOMRect[] {
  const boxes = [svg, ...svg.querySelectorAll('*')].map((part) => part.getBoundingClientRect());
  const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes;
}
