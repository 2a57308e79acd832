/** Paints text for a terminal, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
}

const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const plain = (text: string) => text;

export const PLAIN: Paint = { bold: plain, dim: plain, accent: plain };
export const COLOURED: Paint = { bold: code(1, 22), dim: code(2, 22), accent: code(36, 39) };

/** Colour only where somebody looks, and did not say no. @see https://no-color.org */
export function paintFor(stream: { readonly isTTY?: boolean }, env: { readonly NO_COLOR?: string | undefined }): Paint {
  return stream.isTTY && !env.NO_COLOR ? COLOURED : PLAIN;
}

/** Breaks text into lines of at most `width` characters, between words where it can. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Takes out what a page could use to steer the terminal: control characters and invisible marks of direction. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** At most `length` characters, with an ellipsis where something is left out. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

function pieces(word: string, width: number): string[] {
  return word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []);
}
