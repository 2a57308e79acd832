import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createReceiver } from '../../lib/messages.ts';
import { showBadge } from './badge.ts';
import { doChores } from './chores.ts';
import { currentCircumstances } from './circumstances.ts';
import { createDepartures } from './departures.ts';
import { SETTLE_ALARM } from './episodes.ts';
import { createHandlers } from './handlers.ts';
import { createJourneys } from './journeys.ts';
import { applyCircumstances, followTab, lookAfter } from './recorders.ts';
import { sessionStore } from './settings.ts';
import { openStore } from './store.ts';
import { UPLOAD_ALARM, uploadNow } from './upload-alarm.ts';

const CHORES_ALARM = 'chores';

/**
 * Listeners and wiring only. Every listener is registered in the first synchronous turn, so that the event that wakes the
 * worker is not missed. The worker has no memory: what must survive an event is a row or a storage key.
 */
export default defineBackground({
  type: 'module',
  main() {
    const opening = openStore();

    browser.runtime.onMessage.addListener(createReceiver(createHandlers(opening)));
    // Not those of `session`: what every batch writes there would come back to here.
    for (const { onChanged } of [browser.storage.managed, browser.storage.local])
      onChanged.addListener(() => void opening.then(applyCircumstances));
    browser.runtime.onInstalled.addListener(() => void opening.then(applyCircumstances));
    browser.runtime.onStartup.addListener(() => void opening.then(applyCircumstances));
    browser.runtime.onUpdateAvailable.addListener(() => void sessionStore.set('updateSince', Date.now()));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === CHORES_ALARM || name === SETTLE_ALARM) void opening.then(doChores);
      if (name === UPLOAD_ALARM) void opening.then(uploadNow);
    });

    browser.webNavigation.onCommitted.addListener((details) => {
      void opening.then((store) => createDepartures(store).replaced(details));
      void opening.then((store) => createJourneys(store).navigated(details, false));
    });
    browser.webNavigation.onDOMContentLoaded.addListener((details) => void lookAfter(details));
    for (const routeChanged of [
      browser.webNavigation.onHistoryStateUpdated,
      browser.webNavigation.onReferenceFragmentUpdated,
    ]) {
      routeChanged.addListener((details) => {
        void opening.then((store) => createJourneys(store).navigated(details, true));
        if (details.frameId === 0) void followTab(details.tabId, details.url);
      });
    }
    browser.tabs.onCreated.addListener((tab) => void opening.then((store) => createJourneys(store).tabCreated(tab)));
    browser.webNavigation.onCreatedNavigationTarget.addListener(
      (details) => void opening.then((store) => createJourneys(store).tabOpened(details)),
    );
    browser.tabs.onActivated.addListener(
      ({ tabId }) => void opening.then((store) => createJourneys(store).tabActivated(tabId)),
    );
    browser.tabs.onRemoved.addListener((tabId) => {
      void opening.then(async (store) => {
        await createJourneys(store).tabClosed(tabId);
        await createDepartures(store).tabClosed(tabId);
      });
    });
    browser.tabs.onUpdated.addListener((id, change, tab) => {
      if (change.status || change.url)
        void currentCircumstances().then((now) => showBadge(now, { id, url: tab.url ?? '' }));
    });

    void browser.storage.managed.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    void ensureAlarm(CHORES_ALARM);
    void ensureAlarm(UPLOAD_ALARM);
    void opening.then(applyCircumstances);
  },
});

/** Creating an alarm that exists would put it off: a worker that wakes often would never see it. */
async function ensureAlarm(name: string): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: 1 });
}
