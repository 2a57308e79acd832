import { holdingOf } from './attribute-names.ts';
import { encodedIn, withoutEntities } from './encoded.ts';
import { decoded } from './normalise.ts';

/** What begins a picture in PNG, GIF, JPEG or WebP, in base64. */
const RASTER = /^data:image\/[\w.+-]+;base64,(?:iVBORw0KGgo|R0lGOD|\/9j\/|UklGR)/i;
const SVG = /^data:image\/svg\+xml(?:;[\w=-]+)*,(.*)$/is;
const DECLARATION = /^\s*<\?xml [^<>]*\?>/i;
const TAG = /<\/?[a-z][\w:-]*((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Attributes of a drawing whose values are the same everywhere, or are looked at no further. */
const FORMAL = /^(?:xmlns(?::\w+)?|xml:space|version|baseprofile|viewbox|width|height|style|focusable|aria-hidden)$/;

/**
 * The words in the picture of a `data:` URL: what its drawing is put together from, without numbers. Undefined for one that
 * may hold texts, and for what is no picture.
 */
export function wordsOfPicture(url: string): readonly string[] | undefined {
  if (RASTER.test(url)) return [];
  const written = SVG.exec(url)?.[1];
  if (written === undefined) return undefined;
  const plain = /^[^,]*;base64,/i.test(url) ? encodedIn(written.trim())[0]?.texts.at(-1) : decoded(written);
  return plain === undefined ? undefined : wordsOfDrawing(plain.replace(DECLARATION, ''));
}

function wordsOfDrawing(svg: string): readonly string[] | undefined {
  const words: string[] = [];
  let isDrawn = true;
  const around = svg.replace(TAG, (_, attributes: string) => {
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      const lower = name.toLowerCase();
      const holding = holdingOf(lower);
      const isKnown = FORMAL.test(lower) || holding === 'drawing' || holding === 'state' || holding === 'name';
      if (!isKnown) isDrawn = false;
      if (!lower.startsWith('xmlns')) words.push(withoutEntities(double ?? single ?? ''));
    }
    return '';
  });
  return isDrawn && around.trim() === '' ? words : undefined;
}
