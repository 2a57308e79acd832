import { browser } from 'wxt/browser';
import { BUILT_IN_DENY } from '../../lib/deny-list.ts';
import { withAnyPath } from '../../lib/match-pattern.ts';
import { monitoredSite, type Policy } from '../../lib/policy.ts';
import { wantsScreenshots } from '../../lib/wants-screenshots.ts';

/** Where the build puts `recorder.content` and the scripts beside it. */
const SCRIPT = '/content-scripts/recorder.js' as const;
const DIALOGS = '/content-scripts/dialogs.js';
const SCREENSHOTS = '/content-scripts/screenshots.js' as const;
const POINTER_PATH = '/content-scripts/pointer-path.js' as const;
/** In this order the browser starts them. */
const IDS = ['recorder', 'recorder-dialogs', 'screenshots', 'pointer-path'];

const TOP_FRAMES = { allFrames: false, matchOriginAsFallback: false };

/**
 * Makes the registered content scripts those of the policy: its monitored sites, and none without one.
 * Browsers follow scripts into about:blank only for patterns with any path, so that paths, and deny patterns with a path,
 * are applied when the recorder asks whether it may record.
 */
export async function registerRecorder(policy: Policy | undefined): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: IDS });
  if (!policy) {
    const ids = registered.map(({ id }) => id);
    if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const where = {
    matches: [...new Set(policy.sites.map((site) => withAnyPath(site.match)))],
    excludeMatches: [...BUILT_IN_DENY, ...policy.deny].filter((pattern) => withAnyPath(pattern) === pattern),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  const wantsPictures = wantsScreenshots(policy.screenshots);
  const scripts = [
    { ...where, id: 'recorder', js: [SCRIPT] },
    // What answers a dialog can only be seen from within the page.
    { ...where, id: 'recorder-dialogs', js: [DIALOGS], world: 'MAIN' as const },
    // They are taken of a tab as a whole.
    ...(wantsPictures ? [{ ...where, id: 'screenshots', js: [SCREENSHOTS], ...TOP_FRAMES }] : []),
    ...(policy.pointerPath ? [{ ...where, id: 'pointer-path', js: [POINTER_PATH] }] : []),
  ];
  const wanted = new Set(scripts.map(({ id }) => id));
  const unwanted = registered.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  if (unwanted.length > 0) await browser.scripting.unregisterContentScripts({ ids: unwanted });
  const before = new Map(registered.map((script) => [script.id, script]));
  const fresh = scripts.filter(({ id }) => !before.has(id));
  // A page that loads while they are updated may get none: when the browser starts, mostly nothing has changed.
  const changed = scripts.filter((script) => !fresh.includes(script) && !isAsBefore(script, before.get(script.id)));
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
}

/** True where the browser has each value of a script already. It sorts patterns, and writes paths without their first slash. */
function isAsBefore(script: object, before: object | undefined): boolean {
  const written = (value: unknown) =>
    Array.isArray(value)
      ? value
          .map((item: string) => item.replace(/^\//, ''))
          .sort()
          .join('\n')
      : value;
  return Object.entries(script).every(
    ([key, value]) => before !== undefined && written(Reflect.get(before, key)) === written(value),
  );
}

/** Brings the recorder into tabs that were open before it was registered. A recorder that is there already stays alone. */
export async function injectIntoOpenTabs(policy: Policy): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map((tab) => tab.id !== undefined && !tab.incognito && injectIntoTab(policy, tab.id, tab.url ?? '')),
  );
}

/** Brings the recorder into a page that came while the browser was being given its scripts, and therefore got none. */
export async function injectIfMissing(policy: Policy, tabId: number, frameId: number, url: string): Promise<void> {
  if (!monitoredSite(policy, url)) return;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab || tab.incognito) return;
  const isThere = await browser.tabs.sendMessage(tabId, {}, { frameId }).then(
    () => true,
    () => false,
  );
  if (!isThere) await injectIntoTab(policy, tabId, tab.url ?? '');
}

async function injectIntoTab(policy: Policy, tabId: number, url: string): Promise<void> {
  if (!monitoredSite(policy, url)) return;
  const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
  const parents = new Map(frames.map((frame) => [frame.frameId, frame]));
  const shownUrl = (frame: (typeof frames)[number]): string => {
    const parent = parents.get(frame.parentFrameId);
    return /^https?:/.test(frame.url) || !parent ? frame.url : shownUrl(parent);
  };
  const monitored = frames.filter((frame) => monitoredSite(policy, shownUrl(frame)));
  // One by one: a frame that is gone, or that the administrator's host rules block, must not keep the others out.
  const injections = monitored.map(({ frameId }) =>
    browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [
        SCRIPT,
        ...(frameId === 0 && wantsScreenshots(policy.screenshots) ? [SCREENSHOTS] : []),
        ...(policy.pointerPath ? [POINTER_PATH] : []),
      ],
      injectImmediately: true,
    }),
  );
  await Promise.allSettled(injections);
}
