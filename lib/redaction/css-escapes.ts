const ESCAPES = /\\(?:([\da-f]{1,6})\s?|(\n)|([\s\S]))/gi;

/** A CSS string or name with its escapes resolved. */
export function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPES, (_, code?: string, lineEnd?: string, character = '') => {
    if (lineEnd !== undefined) return '';
    if (code === undefined) return character;
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

/** The text as it may stand between double quotes in CSS. */
export function escapeCss(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replace(/[\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
}
