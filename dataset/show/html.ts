import { harmless } from '../terminal.ts';

/** Text as it may stand in HTML, in an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text of a page as HTML, with what is withheld in it marked. */
export function marked(text: string): string {
  return escaped(harmless(text)).replace(/⟦[^⟧]*⟧/gu, (placeholder) => `<span class="withheld">${placeholder}</span>`);
}

/** JSON as it may stand in a script element. */
export function jsonInScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
