import { type Glance, glanceAt } from './glance.ts';
import { matchesIn } from './matches.ts';

/** Characters of a text that may be encoded; shorter ones are words. */
const MIN_LENGTH = 8;
const TOKEN = /[A-Za-z\d+/_-]{8,4096}={0,2}/g;
const JOINT = /[+/_-]/;
/** The last may have its padding. */
const PIECE = /[A-Za-z\d]{8,4096}={0,2}/g;
const HEX = /^(?:[\da-f]{2}){4,}$/i;
/** Names that code strings together are no base64: they would be read as noise, at some cost. */
const NAME_OF_CODE = /^[a-z\d]+(?:[-_]+[a-z\d]+)*$/;
/** Longer texts are of several tokens. */
const MAX_NAME = 4_096;
const NONE: readonly Encoded[] = [];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Values of characters by their codes; -1 for what is not of the alphabet. The last two are those of URLs. */
const VALUES = new Int8Array(128).fill(-1);
for (const [value, character] of [...ALPHABET].entries()) VALUES[character.charCodeAt(0)] = value;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

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
export function encodedIn(text: string, { code, isNameOfCode }: Glance = glanceAt(text)): readonly Encoded[] {
  if (code < MIN_LENGTH || (text.length < MAX_NAME && isNameOfCode)) return NONE;
  const found: Encoded[] = [];
  for (const { 0: token, index } of matchesIn(text, TOKEN)) {
    const whole = readings(token);
    if (whole.length > 0) found.push({ from: index, to: index + token.length, texts: whole });
    else found.push(...piecesOf(token, index));
  }
  return found;
}

/** Signs of base64 are such as stand between names, too: `user/QWxpY2U=`. */
function piecesOf(token: string, start: number): Encoded[] {
  if (!JOINT.test(token)) return [];
  return matchesIn(token, PIECE).flatMap(({ 0: piece, index }) => {
    const texts = readings(piece);
    return texts.length > 0 ? [{ from: start + index, to: start + index + piece.length, texts }] : [];
  });
}

function readings(token: string): string[] {
  return [HEX.test(token) ? fromHex(token) : undefined, fromBase64(token)].filter((way) => way !== undefined);
}

function fromHex(token: string): string | undefined {
  const bytes: number[] = [];
  let missing = 0;
  for (let at = 0; at < token.length; at += 2) {
    const byte = Number.parseInt(token.slice(at, at + 2), 16);
    missing = missingAfter(byte, missing);
    if (missing < 0) return undefined;
    bytes.push(byte);
  }
  return fromUtf8(bytes);
}

function fromBase64(token: string): string | undefined {
  if (NAME_OF_CODE.test(token)) return undefined;
  const bytes: number[] = [];
  let missing = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < token.length; at += 1) {
    const value = VALUES[token.charCodeAt(at)] ?? -1;
    if (value < 0) break;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = held >> bits;
    missing = missingAfter(byte, missing);
    if (missing < 0) return undefined;
    bytes.push(byte);
    held &= (1 << bits) - 1;
  }
  return fromUtf8(bytes);
}

/**
 * How many bytes of a character of UTF-8 are to follow a byte before which `missing` were; less than 0 for what is no
 * text: control characters, and bytes that no character has there. Noise is known as such after a byte or two.
 */
function missingAfter(byte: number, missing: number): number {
  if (missing > 0) return byte >> 6 === 0b10 ? missing - 1 : -1;
  if (byte < 128) return (byte > 31 && byte !== 127) || (byte > 8 && byte < 14) ? 0 : -1;
  if (byte < 0xc2 || byte > 0xf4) return -1;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

function fromUtf8(bytes: readonly number[]): string | undefined {
  if (bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes);
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    // Not UTF-8: not a text.
    return undefined;
  }
}
