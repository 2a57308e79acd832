/** Characters of a text that may be encoded; shorter ones are words. */
const MIN_LENGTH = 8;
const TOKEN = /[A-Za-z\d+/_-]{8,4096}={0,2}/g;
const HEX = /^(?:[\da-f]{2}){4,}$/i;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The last two are those of URLs. */
const VALUES = new Map([...[...ALPHABET].map((one, value) => [one, value] as const), ['-', 62], ['_', 63]]);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|commat|period));/gi;
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', commat: '@', period: '.' },
};

/** The text with the entities of HTML resolved that texts are written with. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** A part of a text that stands for another text. */
export interface Encoded {
  readonly from: number;
  readonly to: number;
  /** What it stands for, each way to read it. */
  readonly texts: readonly string[];
}

/** Parts of a text that are base64, of the common or the URL kind, or hexadecimal, and stand for something readable. */
export function encodedIn(text: string): Encoded[] {
  if (text.length < MIN_LENGTH || !/[A-Za-z\d+/_-]{8}/.test(text)) return [];
  const found: Encoded[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const ways = HEX.test(token) ? [fromHex(token), fromBase64(token)] : [fromBase64(token)];
    const texts = ways.filter((way) => way !== undefined);
    if (texts.length > 0) found.push({ from: index, to: index + token.length, texts });
  }
  return found;
}

function fromHex(token: string): string | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < token.length; at += 2) {
    const byte = Number.parseInt(token.slice(at, at + 2), 16);
    if (!isText(byte)) return undefined;
    bytes.push(byte);
  }
  return fromUtf8(bytes);
}

function fromBase64(token: string): string | undefined {
  // Names that code strings together are no base64: they would be read as noise, at some cost.
  if (/^[a-z\d]+(?:[-_]+[a-z\d]+)*$/.test(token)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of token) {
    const value = VALUES.get(character);
    if (value === undefined) break;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = held >> bits;
    if (!isText(byte)) return undefined;
    bytes.push(byte);
    held &= (1 << bits) - 1;
  }
  return fromUtf8(bytes);
}

/** False for control characters. */
const isText = (byte: number): boolean => (byte > 31 ? byte !== 127 : byte > 8 && byte < 14);

function fromUtf8(bytes: readonly number[]): string | undefined {
  if (bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes);
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    // Not UTF-8: not a text.
    return undefined;
  }
}
