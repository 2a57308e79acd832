import type { Reach } from './clips.ts';

/** Functions of CSS that paint colours alone. */
const COLOURING =
  /^(?:(?:repeating-)?(?:linear|radial|conic)-gradient|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp|var)$/;

/** True for a picture of CSS: whatever is not made of colours alone. */
export function isPicture(image: string): boolean {
  if (image === 'none' || image === '') return false;
  const functions = [...image.matchAll(/([\w-]+)\(/g)].map(([, name = '']) => name);
  return functions.length === 0 || !functions.every((name) => COLOURING.test(name));
}

/** True for an element on which a picture is painted, in its box or around it. */
export const isPaintedOn = ({ backgroundImage, borderImageSource, maskImage }: CSSStyleDeclaration): boolean =>
  [backgroundImage, borderImageSource, maskImage].some(isPicture);

/** True for an element of which parts are shown where no box tells of them. */
export function isShownElsewhere(style: CSSStyleDeclaration): boolean {
  const reflection = style.getPropertyValue('-webkit-box-reflect');
  return (
    (reflection !== '' && reflection !== 'none') ||
    /drop-shadow|url\(/.test(`${style.filter} ${style.getPropertyValue('backdrop-filter')}`) ||
    (style.display === 'list-item' && isPicture(style.listStyleImage)) ||
    (isPicture(style.borderImageSource) && !/^0(?:px)?$/.test(style.borderImageOutset))
  );
}

/** Slanted signs stand out of their boxes by this share of their size, at most. */
const OVERHANG = 0.25;

/** How far a text is painted beyond its box: also what is drawn around its signs. */
export function reachOf({ textShadow, webkitTextStrokeWidth, fontSize }: CSSStyleDeclaration): Reach {
  const lengths = [...`${textShadow} ${webkitTextStrokeWidth}`.matchAll(/(-?[\d.]+)px/g)];
  const around = lengths.reduce((sum, [, length]) => sum + Math.abs(Number(length)), 0);
  return { x: around + OVERHANG * Number.parseFloat(fontSize), y: around };
}

const PSEUDO_ELEMENTS = ['::before', '::after'];

/** What an element has generated around its content. */
export interface Generated {
  /** Its texts. Where they stand cannot be measured. */
  readonly texts: readonly string[];
  /** Something is generated that is neither a text nor a colour. */
  readonly isUnclear: boolean;
}

/** What style sheets make beside the content of an element. */
export function generatedBy(element: Element, style: CSSStyleDeclaration): Generated {
  const texts: string[] = [];
  let isUnclear = false;
  const note = (text: string) => {
    if (/[\p{L}\p{N}]/u.test(text)) texts.push(text);
  };
  for (const name of PSEUDO_ELEMENTS) {
    const pseudo = getComputedStyle(element, name);
    const { content, display, visibility } = pseudo;
    if (content === 'none' || content === 'normal' || display === 'none' || visibility !== 'visible') continue;
    if (isPaintedOn(pseudo) || isShownElsewhere(pseudo)) isUnclear = true;
    const [strings, rest] = takeStrings(content);
    strings.forEach(note);
    if (/(?:open|close)-quote/.test(rest)) takeStrings(pseudo.quotes)[0].forEach(note);
    // Counters and quotation marks say nothing of their own.
    if (rest.replace(/counters?\([\w\s,-]*\)|(?:no-)?(?:open|close)-quote|normal|[\s/]/g, '') !== '') isUnclear = true;
  }
  if (style.display === 'list-item') takeStrings(style.listStyleType)[0].forEach(note);
  if (element.localName === 'dialog' || element.hasAttribute('popover'))
    isUnclear ||= isPicture(getComputedStyle(element, '::backdrop').backgroundImage);
  if (style.getPropertyValue('scroll-marker-group').replace('none', '') !== '') isUnclear = true;
  return { texts, isUnclear };
}

const STRING = /"((?:[^"\\]|\\.)*)"/gs;

/** The strings in a value of CSS, and the value without them. */
function takeStrings(value: string): [strings: string[], rest: string] {
  const strings = [...value.matchAll(STRING)].map(([, text = '']) => text.replace(/\\(.)/gs, '$1'));
  return [strings, value.replace(STRING, '')];
}
