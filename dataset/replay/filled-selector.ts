import { quoted } from '../../lib/css-string.ts';
import { LandmarkPlace, RowPlace, type Selector } from '../../lib/element.ts';

/** The text with every placeholder that is known replaced by its value, as it is written there. */
export type Fill = (text: string, written?: (value: string) => string) => string;

const STRINGS = /"(?:[^"\\]|\\[\s\S])*"/g;
const STRINGS_AND_NAMES = new RegExp(`${STRINGS.source}|[^"]+`, 'g');

/** A selector with what is known of its placeholders, written as its kind asks for: as text, in CSS, in JSON. */
export function filledSelector({ kind, value }: Pick<Selector, 'kind' | 'value'>, fill: Fill): string {
  switch (kind) {
    case 'label':
    case 'text':
      return filledText(value, fill);
    case 'row': {
      const { among, row, column, inside } = RowPlace.parse(JSON.parse(value));
      const filled: RowPlace = {
        among: filledCss(among, fill),
        row: filledText(row, fill),
        column: column && filledText(column, fill),
        inside: filledCss(inside, fill),
      };
      return JSON.stringify(filled);
    }
    case 'landmark': {
      const place = LandmarkPlace.parse(JSON.parse(value));
      const { name, inside } = place;
      return JSON.stringify({ ...place, name: filledText(name, fill), inside: filledCss(inside, fill) });
    }
    case 'role':
      return value.replace(STRINGS, (name) => JSON.stringify(filledText(JSON.parse(name) as string, fill)));
    case 'xpath':
      return fill(value);
    default:
      return filledCss(value, fill);
  }
}

/** In texts of selectors all white space is one space. */
const filledText = (text: string, fill: Fill): string => fill(text).replace(/\s+/g, ' ').trim();

/** CSS with what is known of its placeholders: between quotes, a value is written as CSS has it there. */
export const filledCss = (css: string, fill: Fill): string =>
  css.replace(STRINGS_AND_NAMES, (part) => (part.startsWith('"') ? fill(part, insideQuotes) : fill(part)));

const insideQuotes = (value: string): string => quoted(value).slice(1, -1);
