import type { Channel } from '../record.ts';
import { holdingOf, NEVER_ATTRIBUTES, PICTURE_ATTRIBUTES } from './attribute-names.ts';
import { namesSecret } from './guarded-fields.ts';
import type { NodeKind } from './node-kind.ts';
import type { Pass } from './pass.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { redactCss, redactDeclared } from './redact-css.ts';
import { attributeRegion, textRegion } from './region.ts';
import { redactAmounts, redactGeometry, redactShares } from './redact-geometry.ts';
import { isTellingName, redactName } from './redact-name.ts';
import { isTelling, redactText, redactValue } from './redact-text.ts';
import { redactSrcset, redactUrl, TRANSPARENT_PIXEL } from './redact-url.ts';

/** Longest `data-*` value that can be a state or a name, in characters; longer ones are the page's own data. */
const MAX_DATA = 64;
/** Whole numbers may be the app's: of a row, of a step. */
const AMOUNT = /^[+-]?\d+[.,]\d+$/;
/** Longest list of pictures that is read, in characters. */
const MAX_SRCSET = 4_000;

const KEYWORDS = /^[\w\s.,%#()+:;/*|=-]{0,200}$/;
const GEOMETRY = /^[\w\s.,%#()+:;'"/*-]*$/;
/** Names that carry a style: `_ngcontent-abc-1`, `data-v-12ab`, `variant`. */
const PLAIN_NAME = /^[a-z_][a-z\d_-]{0,40}$/i;
const PLAIN_VALUE = /^[a-z][a-z-]{0,23}$/;
/** Words and numbers that code uses. */
const ORDINARY = /^(?:[a-z-]+|[\d.%, -]+)$/;
/** `100px`, `1.5em`, `#ff00aa`, `max-width`, `1280`. */
const MEASURES = new RegExp(
  [
    String.raw`(?<![\w#.])\d{1,6}(?!\w)`,
    String.raw`#[\da-f]{3,8}\b`,
    String.raw`(?<![\w#])[\d.]+(?:px|r?em|%|pt|pc|[cm]m|in|ch|ex|v[hw]|fr|deg|m?s|dp(?:i|px)|[xwh])(?!\w)`,
    String.raw`(?<![\w-])max-(?:device-)?(?:width|height|aspect-ratio|resolution)(?![\w-])`,
  ].join('|'),
  'gi',
);
/** Numbers, with the letters of paths before them. Not those in words: `Qx31secret`. */
const NUMBERS =
  /(?:(?<![a-z])[a-z]\s*[+-]?|[+-]|(?<![a-z\d])|(?=\.))(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?!\d|[a-z]{5})/gi;
const REFERENCE = /^#[\w:.-]{1,64}$/;
/** What rrweb notes, and in which words: an attribute of the page may be called like that too. */
const RRWEB_NAME =
  /^rr_(?:width|height|scroll(?:Left|Top)|media(?:State|CurrentTime|PlaybackRate|Muted|Loop|Volume)|open_mode)$/;
const RRWEB_VALUE = /^(?:-?[\d.]{1,20}(?:px|%)?|auto|paused|played|modal|non-modal|true|false)?$/;

type Scalar = string | number | boolean | null;

/** An attribute as it may be kept; undefined when it is dropped. What is on no list is dropped. */
export function redactAttribute(
  name: string,
  value: unknown,
  kind: NodeKind | undefined,
  channel: Channel,
  pass: Pass,
): unknown {
  const safe =
    name === 'style' && typeof value === 'object' && value !== null
      ? redactStyleChanges(value, pass)
      : isScalar(value)
        ? redactScalar(name.toLowerCase(), name, value, kind, channel, pass)
        : undefined;
  if (safe === undefined) pass.tally.count(channel, 'attribute');
  return safe;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function redactScalar(
  lower: string,
  name: string,
  value: Scalar,
  kind: NodeKind | undefined,
  channel: Channel,
  pass: Pass,
): Scalar | undefined {
  if (lower === 'value') return redactFieldValue(value, kind, channel, pass);
  if (name === '_cssText') return typeof value === 'string' ? redactCss(value, pass) : undefined;
  if (name.startsWith('rr_') && lower !== 'rr_src') return redactRrwebState(name, value);
  const holding = holdingOf(lower);
  if (typeof value !== 'string') return holding || isCustom(lower, '', pass) ? value : undefined;
  switch (holding) {
    case 'text':
      return redactText(value, channel, pass, attributeRegion(lower, pass.region));
    case 'url':
      return redactUrlAttribute(lower, value, pass);
    case 'srcset':
      return value.length <= MAX_SRCSET ? redactSrcset(value, pass) : undefined;
    case 'style':
      return redactCss(pass.level === 'open' ? value : redactShares(value), pass);
    case 'name':
      return redactName(value, channel, pass);
    case 'state':
      return KEYWORDS.test(value) ? redactState(value, channel, pass) : undefined;
    case 'drawing':
      return redactDrawing(lower, value, channel, pass);
    case undefined:
      if (lower.startsWith('data-')) return redactDataAttribute(lower, value, channel, pass);
      return isCustom(lower, value, pass) ? untold(value, channel, pass) : undefined;
  }
}

/** Attributes of components and frameworks, as long as they say no more than a style needs. */
function isCustom(name: string, value: string, pass: Pass): boolean {
  if (
    !PLAIN_NAME.test(name) ||
    name.startsWith('on') ||
    NEVER_ATTRIBUTES.has(name) ||
    isTellingName(name, 'other', pass)
  )
    return false;
  return value === '' || (pass.level !== 'strict' && PLAIN_VALUE.test(value) && !isTellingName(value, 'other', pass));
}

function redactFieldValue(value: Scalar, kind: NodeKind | undefined, channel: Channel, pass: Pass): Scalar | undefined {
  if (value === null) return null;
  if (kind === 'button') return redactText(String(value), channel, pass, 'label');
  if (kind === 'field' || kind === 'guarded' || kind === 'choice')
    return redactValue(String(value), channel, pass, kind === 'guarded').text;
  // An amount, or somebody’s number: on a test system, that of an item or of a measure.
  const isNumber = pass.level === 'open' && kind === undefined && /^-?\d{1,3}$/.test(String(value));
  return isNumber && !isTelling(String(value), channel, pass) ? value : undefined;
}

/** What rrweb notes about scroll positions, sizes, media and dialogs. Never pixels. */
function redactRrwebState(name: string, value: Scalar): Scalar | undefined {
  if (!RRWEB_NAME.test(name)) return undefined;
  return typeof value !== 'string' || RRWEB_VALUE.test(value) ? value : undefined;
}

function redactUrlAttribute(name: string, value: string, pass: Pass): string | undefined {
  if (REFERENCE.test(withoutPlaceholders(value, pass.standing, () => 'x'))) return redactName(value, 'url', pass);
  const url = redactUrl(value, pass);
  if (url !== '' || value === '') return url;
  return PICTURE_ATTRIBUTES.has(name) ? TRANSPARENT_PIXEL : undefined;
}

function redactDrawing(name: string, value: string, channel: Channel, pass: Pass): string | undefined {
  if (value.includes('url(')) return redactCss(value, pass);
  if (!GEOMETRY.test(value)) return undefined;
  if (name === 'font-family') return redactDeclared(name, value, pass);
  if (isTelling(value, channel, pass) || isTellingName(value.replace(NUMBERS, ' '), channel, pass)) return undefined;
  return pass.level === 'open' ? value : redactGeometry(value);
}

/** What an attribute of a page's own holds that is named for a secret, or an amount; undefined if it is something else. */
export function redactOwn(name: string, value: string, channel: Channel, pass: Pass): string | undefined {
  const isSecret = value !== '' && namesSecret(name);
  return isSecret || AMOUNT.test(value) ? redactValue(value, channel, pass, isSecret).text : undefined;
}

function redactDataAttribute(name: string, value: string, channel: Channel, pass: Pass): string | undefined {
  if (!PLAIN_NAME.test(name) || isTellingName(name, channel, pass)) return undefined;
  const bare = withoutPlaceholders(value, pass.standing);
  const own = redactOwn(name.slice('data-'.length), value, channel, pass);
  if (own !== undefined) return own;
  if (bare.length > MAX_DATA || /^\s*[[{"]|[{}]/.test(bare)) return undefined;
  const isCode = /^[\w.:-]*$/.test(bare);
  return isCode ? redactName(value, channel, pass) : redactText(value, channel, pass, textRegion(pass.region));
}

/** Keywords, numbers, measures and colours: whatever else is written between them has to be a word that code uses. */
function redactState(value: string, channel: Channel, pass: Pass): string | undefined {
  return isTelling(value, channel, pass) || isTellingName(value.replace(MEASURES, ''), channel, pass)
    ? undefined
    : pass.level === 'open'
      ? value
      : redactAmounts(value);
}

/** The value, unless it tells something, or is a word that no code is known to use. */
function untold(value: string, channel: Channel, pass: Pass): string | undefined {
  const isOther = ORDINARY.test(value) ? isTellingName : isTelling;
  return isOther(value, channel, pass) ? undefined : value;
}

/** rrweb's form of a changed `style` attribute: a value, a value with its priority, or false for each property. */
function redactStyleChanges(changes: object, pass: Pass): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  const declared = (property: string, value: string) =>
    redactDeclared(property, pass.level === 'open' ? value : redactShares(value), pass);
  for (const [property, value] of Object.entries(changes)) {
    if (!/^-{0,2}[a-z][a-z\d-]{0,60}$/i.test(property) || isTellingName(property, 'style', pass)) continue;
    if (value === false) safe[property] = false;
    else if (typeof value === 'string') safe[property] = declared(property, value);
    else if (Array.isArray(value))
      safe[property] = [declared(property, String(value[0])), value[1] === 'important' ? 'important' : ''];
  }
  return safe;
}
