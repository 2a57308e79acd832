import { computeAccessibleName } from 'dom-accessibility-api';

/** Longest name that is kept, in characters. */
const MAX_NAME = 200;
/** Elements inside another from which on its name is not computed from its content: that would cost milliseconds. */
const MAX_CONTENT = 100;

/** The accessible name of an element, or the part of it that is cheap to know. */
export function accessibleName(element: Element): string {
  if (element.getElementsByTagName('*').length > MAX_CONTENT) return normalise(shortName(element));
  try {
    return normalise(computeAccessibleName(element));
  } catch {
    // The library stumbles over some documents without a default view; a name by attribute is better than none.
    return normalise(shortName(element));
  }
}

/** The name that an element would have by its attributes or its text, without computing styles. */
export function quickName(element: Element): string {
  return normalise(shortName(element) || element.textContent || '');
}

const shortName = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title') ?? '';

/** White space as one space, and not too long. */
export const normalise = (text: string): string =>
  text
    .slice(0, 10 * MAX_NAME)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME);
