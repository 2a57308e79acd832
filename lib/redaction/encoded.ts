/** Characters of a text that may be encoded; shorter ones are words. */
const MIN_LENGTH = 8;
const TOKEN = /[A-Za-z\d+/_-]{8,4096}={0,2}/g;
const HEX = /^(?:[\da-f]{2}){4,}$/i;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

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
  return readable((token.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

function fromBase64(token: string): string | undefined {
  // Words and names that code strings together are no base64: they would be read as noise, at some cost.
  if (/^[a-z]+(?:[-_][a-z]+)*$/.test(token)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of token.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '')) {
    held = (held << 6) | (VALUES.get(character) ?? 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return readable(bytes);
}

/** Bytes as UTF-8, if that is what they are, and no control characters. */
function readable(bytes: readonly number[]): string | undefined {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return undefined;
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    // Not UTF-8: not a text.
    return undefined;
  }
}
