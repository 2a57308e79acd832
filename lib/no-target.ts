import { z } from 'zod';
import type { Action } from './action.ts';
import type { Element } from './element.ts';

/** Why a step has no target. */
export const NoTarget = z
  .enum(['page', 'browser', 'busy', 'unknown'])
  .describe(
    '`page`: it was done to the page as a whole. `browser`: it was done outside the page. `busy`: nothing was done. `unknown`: ' +
      'there was one, and it was not seen.',
  );
export type NoTarget = z.infer<typeof NoTarget>;

const TO_PAGE: readonly Action['type'][] = ['press', 'scroll', 'wheel', 'copy', 'cut', 'paste', 'submit', 'selectText'];
const TO_BROWSER: readonly Action['type'][] = [
  'goto',
  'goBack',
  'reload',
  'tabOpen',
  'tabSwitch',
  'tabClose',
  'dialog',
];

/** The reason why there is no target; null where there is one. */
export function reasonForNoTarget({ type }: Action, target: Element | null): NoTarget | null {
  if (target) return null;
  if (type === 'wait') return 'busy';
  if (TO_BROWSER.includes(type)) return 'browser';
  return TO_PAGE.includes(type) ? 'page' : 'unknown';
}
