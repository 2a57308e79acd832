import { browser } from 'wxt/browser';
import type { SenderFrame } from './frames.ts';

/** Least time between two pictures, in milliseconds: browsers take two in a second, by clocks that are not quite the same. */
const QUOTA_MS = 520;
/** A picture that its page says no more of is forgotten after this long, in milliseconds. */
const LIFE_MS = 5_000;

/** A picture as the browser took it. It is in memory alone until it has been painted over. */
export interface Shot {
  readonly document: string;
  readonly png: Uint8Array<ArrayBuffer>;
  readonly at: number;
}

const shots = new Map<string, Shot>();
/** When the next may be taken. */
let nextAt = 0;

/**
 * Takes a picture of a tab that is in front and shows the document that asks for it, as soon as the browser takes one again.
 * Undefined: there is none, or another waits for that.
 */
export async function takeShot(frame: SenderFrame): Promise<string | undefined> {
  const wait = Math.max(0, nextAt - Date.now());
  if (wait > QUOTA_MS) return undefined;
  nextAt = Date.now() + wait + QUOTA_MS;
  await new Promise((resolve) => setTimeout(resolve, wait));
  const before = await windowInFront(frame);
  if (before === undefined) return undefined;
  // Rejected where the administrator's host rules or another policy forbid it.
  const url = await browser.tabs.captureVisibleTab(before, { format: 'png' }).catch(() => undefined);
  const at = Date.now();
  if (url === undefined || (await windowInFront(frame)) !== before) return undefined;
  const id = crypto.randomUUID();
  shots.set(id, { document: frame.document, png: Uint8Array.fromBase64(url.slice(url.indexOf(',') + 1)), at });
  setTimeout(() => shots.delete(id), LIFE_MS);
  return id;
}

/** Hands out a picture, for once, to the document that asked for it. */
export function claimShot(id: string, { document }: SenderFrame): Shot | undefined {
  const shot = shots.get(id);
  shots.delete(id);
  return shot?.document === document ? shot : undefined;
}

/** The window that shows the document, if its tab is in front. */
async function windowInFront({ tab: tabId, document }: SenderFrame): Promise<number | undefined> {
  const [tab, top] = await Promise.all([
    browser.tabs.get(tabId).catch(() => undefined),
    browser.webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => undefined),
  ]);
  return tab?.active && top?.documentId === document ? tab.windowId : undefined;
}
