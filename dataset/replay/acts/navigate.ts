import type { Page } from 'playwright';
import type { Action } from '../../../lib/action.ts';
import { StepFailure } from '../report.ts';
import type { Addresses } from '../addresses.ts';

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

/** What a navigation works with: there may be no page yet that could be looked into. */
export interface Journey {
  readonly page: Page;
  readonly addresses: Addresses;
  readonly timeoutMs: number;
  readonly differences: string[];
  /** It leads to where the episode begins. */
  readonly isFirst: boolean;
}

/** Causes that are a person's own: nothing on a page leads there. */
const OWN = new Set(['address_bar', 'bookmark', 'start', 'other']);

/** Another URL: typed in, or where the page goes by itself, waited for. */
export async function goto(
  { page, addresses, timeoutMs, differences, isFirst }: Journey,
  action: Verb<'goto'>,
): Promise<void> {
  const isThere = (live: URL | string) => addresses.isSame(action.url, String(live));
  if (!OWN.has(action.cause)) {
    const arrived =
      isThere(page.url()) ||
      (await page.waitForURL(isThere, { timeout: timeoutMs / 2, waitUntil: 'commit' }).then(
        () => true,
        () => false,
      ));
    if (arrived) return;
    differences.push('the page did not go there by itself');
  }
  const url = addresses.liveOf(action.url);
  if (url === undefined) {
    if (isThere(page.url())) return;
    throw new StepFailure(`The address ${action.url} is not known in full.`);
  }
  // Whoever hands over a page that is there already may have made it ready.
  if (isFirst && isThere(page.url())) return;
  await page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: Math.max(timeoutMs, LOAD_MS) })
    .catch((cause: Error) => {
      throw new StepFailure(`${url} did not load: ${cause.message.split('\n')[0]}`, { cause });
    });
  await page.waitForLoadState('load', { timeout: REST_MS }).catch(() => undefined);
}

/** What a page may still load once it can be read, in ms: people act later than that. */
const REST_MS = 3_000;

/** Longest load of a page that was asked for, in ms. */
const LOAD_MS = 30_000;

export async function goBack(
  { page, addresses, timeoutMs, differences }: Journey,
  action: Verb<'goBack'>,
): Promise<void> {
  const options = { waitUntil: 'commit', timeout: timeoutMs } as const;
  if (action.inFrame) {
    // The page itself goes nowhere, which Playwright would wait for.
    const arrived = page.waitForEvent('framenavigated', { timeout: timeoutMs });
    const asked = action.forward ? page.goForward(options) : page.goBack(options);
    await Promise.race([arrived, asked.then(() => arrived)]);
    return;
  }
  if (action.forward) await page.goForward(options);
  else await page.goBack(options);
  if (action.forward === undefined && !addresses.isSame(action.url, page.url())) await page.goForward(options);
  if (!addresses.isSame(action.url, page.url())) differences.push(`the address is ${page.url()}, not ${action.url}`);
}

export async function reload({ page, timeoutMs }: Journey): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded', timeout: Math.max(timeoutMs, LOAD_MS) });
}
