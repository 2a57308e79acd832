import { type Browser, browser } from 'wxt/browser';
import type { RawAction } from '../../lib/action.ts';
import { switchCut } from '../../lib/cutting.ts';
import { monitoredSite } from '../../lib/policy.ts';
import { redactBrowserAction, RedactionError } from '../../lib/redaction/redact-browser-action.ts';
import { stillRedacted } from '../../lib/redaction/redacted.ts';
import { redactionRules } from '../../lib/redaction/redaction-rules.ts';
import type { Passage, Way } from '../../lib/tab-history.ts';
import { askPage } from './ask-page.ts';
import { currentCircumstances, recordingPolicy } from './circumstances.ts';
import { beginEpisode, cutEpisode, openEpisode, withBrowserRecord } from './episodes.ts';
import { withIngestLock } from './lock.ts';
import { countRedactionFailures } from './problems.ts';
import { readRedactionMemory, writeRedactionMemory } from './redaction-memory.ts';
import { seal } from './seal.ts';
import { currentSession } from './session.ts';
import type { Store } from './store.ts';
import { followHistory, forgetHistory } from './tab-history.ts';

type Committed = Browser.webNavigation.WebNavigationTransitionCallbackDetails;
type Opened = Browser.webNavigation.WebNavigationSourceCallbackDetails;

/** Some events of tabs come without a time of theirs: they are told in the order in which they came. */
let lastMoment = 0;
const nextMoment = () => (lastMoment = Math.max(Date.now(), lastMoment + 1));

/** When tabs were created of which it is not yet known what opened them. */
const created = new Map<number, number>();

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
      const url = sameDocument ? await toldByPage(details) : details.url;
      await note(details.tabId, url, details.timeStamp, navigation({ ...details, url }, sameDocument, way));
    },
    /** There is a new tab. What the browser calls its opener may be no more than the tab that a person opened it beside. */
    tabCreated({ id }: Browser.tabs.Tab): void {
      if (id !== undefined) created.set(id, nextMoment());
    },
    /** A page opened a tab or a window, or the person by a link of it. */
    async tabOpened({ tabId, sourceTabId, url, timeStamp }: Opened): Promise<void> {
      const at = Math.min(timeStamp, created.get(tabId) ?? timeStamp);
      created.delete(tabId);
      const isEmpty = url === '' || url === 'about:blank';
      const shown = isEmpty ? (await browser.tabs.get(sourceTabId).catch(() => undefined))?.url : url;
      await note(tabId, shown ?? '', at, { type: 'tabOpen', opener: sourceTabId });
    },
    async tabActivated(tabId: number): Promise<void> {
      const at = nextMoment();
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (tab) await note(tabId, tab.url || tab.pendingUrl || '', at, { type: 'tabSwitch' });
    },
    /** The tab is gone, and its URL with it: it mattered if it showed a monitored site, or had a recorder. */
    async tabClosed(tabId: number): Promise<void> {
      const at = nextMoment();
      created.delete(tabId);
      const shown = await withIngestLock(() => forgetHistory(tabId));
      const hadRecorder = (await store.recordersIn(tabId)).length > 0;
      if (shown !== '' || hadRecorder) await note(tabId, shown || null, at, { type: 'tabClose' });
    },
  };

  async function note(tab: number, url: string | null, at: number, action: RawAction['action']): Promise<void> {
    const circumstances = await currentCircumstances();
    const policy = recordingPolicy(circumstances);
    const site = policy && (url === null ? policy.sites[0] : monitoredSite(policy, url));
    if (!policy || !site) return;
    await withIngestLock(async () => {
      const open = await openEpisode(store);
      // What is done in a page comes in a second later: the way there, or out of it, belongs to the same episode.
      if (!open && !('url' in action) && action.type !== 'tabOpen') return;
      const session = await currentSession(store, circumstances);
      const episode = open ?? (await beginEpisode(store, session, circumstances));
      if (episode.session !== session.id) return;
      const due = isOwnWay(action) ? switchCut(episode, circumstances.now) : undefined;
      // The next episode begins with the page that is gone to.
      if (due) return void (await cutEpisode(store, due, circumstances.now));
      const time = Math.round(at);
      const raw: RawAction = { at: time, until: time, eventsBefore: null, action, target: null, page: null };
      const memoryBefore = await readRedactionMemory(episode.id);
      const redacted = redactOrNothing(raw, { ...redactionRules(site, policy), memory: memoryBefore });
      if (!redacted) return countRedactionFailures(1);
      const { content, ledger, memory } = redacted;
      await writeRedactionMemory(episode.id, memory);
      const record = stillRedacted(content, { kind: 'browser' as const, tab, actions: [content], gaps: [], ledger });
      await store.append(withBrowserRecord(episode, await seal(session.key, record)));
    });
  }
}

/** The URL to which a page has turned, without what was entered for secret in it: only the page knows. */
async function toldByPage({ tabId, url }: Committed): Promise<string> {
  const answer = await askPage(tabId, 0, { url });
  // Nobody there to say what of it may be kept.
  return typeof answer === 'string' ? (/^[^?#]*/.exec(url)?.[0] ?? '') : answer.url;
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
