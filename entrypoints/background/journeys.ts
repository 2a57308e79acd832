import { type Browser, browser } from 'wxt/browser';
import type { RawAction } from '../../lib/action.ts';
import { switchCut } from '../../lib/cutting.ts';
import { monitoredSite } from '../../lib/policy.ts';
import { redactBrowserAction, RedactionError } from '../../lib/redaction/redact-browser-action.ts';
import { stillRedacted } from '../../lib/redaction/redacted.ts';
import type { Passage, Way } from '../../lib/tab-history.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { cutEpisode, openEpisode, withBrowserRecord } from './episodes.ts';
import { withIngestLock } from './lock.ts';
import { countRedactionFailures } from './problems.ts';
import { readRedactionMemory, writeRedactionMemory } from './redaction-memory.ts';
import { seal } from './seal.ts';
import { currentSession } from './session.ts';
import type { Store } from './store.ts';
import { followHistory, forgetHistory } from './tab-history.ts';

type Committed = Browser.webNavigation.WebNavigationTransitionCallbackDetails;

/** Adds to the open episode what only the browser can tell: where a tab went, and which tab is in front. */
export function createJourneys(store: Store) {
  return {
    /** A top frame shows another URL: a page load, or with `sameDocument` a route of a single-page app. */
    async navigated(details: Committed, sameDocument: boolean): Promise<void> {
      if (details.frameId !== 0) return;
      const policy = recordingPolicy(await currentCircumstances());
      const isMonitored = policy !== undefined && monitoredSite(policy, details.url) !== undefined;
      const way = await withIngestLock(() =>
        followHistory(details.tabId, isMonitored ? details.url : '', passageOf(details)),
      );
      await note(details.tabId, details.url, details.timeStamp, navigation(details, sameDocument, way));
    },
    async tabOpened(tab: Browser.tabs.Tab): Promise<void> {
      const action = { type: 'tabOpen', opener: tab.openerTabId ?? null } as const;
      if (tab.id !== undefined) await note(tab.id, tab.pendingUrl ?? tab.url ?? '', Date.now(), action);
    },
    async tabActivated(tabId: number): Promise<void> {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (tab) await note(tabId, tab.url ?? '', Date.now(), { type: 'tabSwitch' });
    },
    /** The tab is gone, and its URL with it: it mattered if it had a recorder. */
    async tabClosed(tabId: number): Promise<void> {
      await forgetHistory(tabId);
      if ((await store.recordersIn(tabId)).length > 0) await note(tabId, null, Date.now(), { type: 'tabClose' });
    },
  };

  async function note(tab: number, url: string | null, at: number, action: RawAction['action']): Promise<void> {
    const circumstances = await currentCircumstances();
    const policy = recordingPolicy(circumstances);
    const site = policy && (url === null ? policy.sites[0] : monitoredSite(policy, url));
    if (!policy || !site) return;
    await withIngestLock(async () => {
      const episode = await openEpisode(store);
      if (!episode) return;
      const session = await currentSession(store, circumstances);
      if (episode.session !== session.id) return;
      const due = isOwnWay(action) ? switchCut(episode, circumstances.now) : undefined;
      // The next episode begins with the page that is gone to.
      if (due) return void (await cutEpisode(store, due, circumstances.now));
      const time = Math.round(at);
      const raw: RawAction = { at: time, until: time, eventsBefore: null, action, target: null, page: null };
      const { urlParameters, vocabulary, redaction: level } = site;
      const memoryBefore = await readRedactionMemory(episode.id);
      const redacted = redactOrNothing(raw, {
        level,
        urlParameters,
        vocabulary,
        withhold: policy.withhold,
        memory: memoryBefore,
      });
      if (!redacted) return countRedactionFailures(1);
      const { content, ledger, memory } = redacted;
      await writeRedactionMemory(episode.id, memory);
      const record = stillRedacted(content, { kind: 'browser' as const, tab, actions: [content], gaps: [], ledger });
      await store.append(withBrowserRecord(episode, await seal(session.key, record)));
    });
  }
}

/** True when a person went somewhere by themselves, not by something in a page. */
function isOwnWay(action: RawAction['action']): boolean {
  return action.type === 'goto' && (action.cause === 'address_bar' || action.cause === 'bookmark');
}

/** What cannot be redacted is not recorded. */
function redactOrNothing(...[raw, context]: Parameters<typeof redactBrowserAction>) {
  try {
    return redactBrowserAction(raw, context);
  } catch (error) {
    if (error instanceof RedactionError) return undefined;
    throw error;
  }
}

function navigation(
  { url, transitionType, transitionQualifiers }: Committed,
  sameDocument: boolean,
  way: Way,
): RawAction['action'] {
  if (transitionType === 'reload') return { type: 'reload', url };
  if (transitionQualifiers.includes('forward_back'))
    return { type: 'goBack', url, sameDocument, ...(way && { forward: way === 'forward' }) };
  return { type: 'goto', url, sameDocument, cause: causeOf(transitionType, transitionQualifiers, sameDocument) };
}

/** A reload, and a redirect by a script, put nothing new into the history of a tab. */
function passageOf({ transitionType, transitionQualifiers }: Committed): Passage {
  if (transitionQualifiers.includes('forward_back')) return 'within';
  return transitionType === 'reload' || transitionQualifiers.includes('client_redirect') ? 'instead' : 'on';
}

type Cause = Extract<RawAction['action'], { type: 'goto' }>['cause'];

/** @see https://developer.chrome.com/docs/extensions/reference/api/history#transition_types */
function causeOf(type: string | undefined, qualifiers: readonly string[], sameDocument: boolean): Cause {
  if (qualifiers.includes('client_redirect')) return 'script';
  switch (type) {
    case 'typed':
    case 'generated':
    case 'keyword':
    case 'keyword_generated':
      return 'address_bar';
    case 'auto_bookmark':
      return 'bookmark';
    case 'form_submit':
      return 'form';
    case 'link':
      return sameDocument ? 'script' : 'link';
    case 'start_page':
    case 'auto_toplevel':
      return 'start';
    default:
      return 'other';
  }
}
