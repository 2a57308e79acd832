import { startCollector } from '../../collector/start-collector.ts';
import { startTicketDesk } from '../../demo/ticket-desk.ts';
import { type DemoBrowser, prepareBrowser } from './demo-browser.ts';
import { demoPolicy } from './demo-policy.ts';
import { organisationKey } from './organisation-key.ts';

/** Where a demonstration keeps its things. */
export interface Places {
  /** Data folder of the collector. */
  readonly data: string;
  /** File with the organisation's private key. */
  readonly key: string;
  /** Folder for what was opened. */
  readonly out: string;
}

/** All that is at work before somebody opens the browser. */
export interface Demonstration {
  readonly collectorUrl: string;
  /** Origin of the ticket desk, the one monitored site. */
  readonly origin: string;
  /** True when the organisation's key has been made just now. */
  readonly isKeyNew: boolean;
  readonly browser: DemoBrowser;
}

/** Starts collector and ticket desk, and prepares a browser whose policy knows both. */
export async function prepareDemonstration(places: Places, cleanUp: AsyncDisposableStack): Promise<Demonstration> {
  const collector = await startCollector({ dataFolder: places.data });
  cleanUp.defer(() => collector.close());
  const desk = await startTicketDesk();
  cleanUp.defer(desk.stop);
  const key = await organisationKey(places.key);
  const [enrolmentToken = ''] = collector.enrolmentTokens;
  const policy = demoPolicy({
    origin: desk.origin,
    collector: { url: collector.url, enrolmentToken },
    publicKey: key.publicKey,
  });
  const browser = await prepareBrowser(policy, cleanUp);
  return { collectorUrl: collector.url, origin: desk.origin, isKeyNew: key.isNew, browser };
}
