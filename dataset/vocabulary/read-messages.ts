import { couldBeWords, tidy } from './phrase.ts';

/** Files that hold the words of an app, by their path: `locales/de.json`, `messages.en-GB.json`. Other JSON is data. */
const MESSAGE_FILE =
  /(?:^|[/._-])(?:locales?|i18n|l10n|lang(?:uage)?s?|messages?|translations?|strings)[/._-]|\/[a-z]{2}(?:[-_][A-Z]{2})?\.json$/;

export const isMessageFile = (pathname: string): boolean => MESSAGE_FILE.test(pathname);

/** The texts of a file of messages that are a whole: one with a gap for a value never stands in a page as it is here. */
export function readMessages(value: unknown): string[] {
  if (typeof value === 'string') return couldBeWords(tidy(value)) ? [tidy(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readMessages);
}
