import { parseJson } from '../sealed-data.ts';
import { phrasesIn } from './phrase.ts';
import { readHtml } from './read-html.ts';

/** Files that hold the words of an app, by their path: `locales/de.json`, `messages.en-GB.json`. Other JSON is data. */
const MESSAGE_FILE =
  /(?:^|[/._-])(?:locales?|i18n|l10n|lang(?:uage)?s?|messages?|translations?|strings)[/._-]|\/[a-z]{2}(?:[-_][A-Z]{2})?\.json$/;
export const MARKUP = /<[a-z][\w-]*(?:\s[^<>]*)?\/?>/i;

/** Places of elements in a message, as some libraries write them: `Choose <0>your plan</0>, then <1/>`. */
const NUMBERED = /<(\/?)\d+ ?(\/?)>/g;

/** A message with mark-up that has the names of elements. */
export const withElements = (text: string): string => text.replace(NUMBERED, '<$1b$2>');

export const isMessageFile = (pathname: string): boolean => MESSAGE_FILE.test(pathname);

/** The texts of a file of messages, those with mark-up in them as a page shows them: in pieces. */
export const readMessages = (value: unknown): string[] =>
  stringsIn(value)
    .map(withElements)
    .flatMap((text) => (MARKUP.test(text) ? readHtml(text, 'template').phrases : phrasesIn(text, 'messages')));

export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The messages among what a page brings along as JSON: what stands below a name such as `$:/language/Buttons/Save`. */
export function readEmbedded(value: unknown): string[] {
  if (typeof value === 'string') return /^\s*[[{]/.test(value) ? readEmbedded(parseJson(value)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    isMessageFile(name) ? readMessages(inner) : readEmbedded(inner),
  );
}
