import { type BuiltExtension, buildExtension } from '../scripts/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/browser.ts';
import { startTestCollector, type TestCollector } from '../tests/support/collector.ts';
import { createOrganisation } from '../tests/support/organisation.ts';
import { policyFor } from '../tests/support/policy.ts';

/** A browser that records `origin` for real: built extension, managed policy, notice acknowledged, a collector that runs. */
export interface ShowhowBrowser {
  readonly browser: ExtensionBrowser;
  readonly collector: TestCollector;
  readonly close: () => Promise<void>;
}

interface LaunchOptions {
  /** Nothing is uploaded for so long. */
  readonly holdMinutes?: number;
  /** What to load in place of the built extension. */
  readonly extension?: BuiltExtension;
}

/** Starts all of it. */
export async function launchShowhow(
  origin: string,
  { holdMinutes = 0, extension }: LaunchOptions = {},
): Promise<ShowhowBrowser> {
  const organisation = await createOrganisation();
  const collector = await startTestCollector(organisation);
  const policy = policyFor({ origin, collector: collector.policyValues, organisation });
  const browser = await launchWithExtension({
    extension: extension ?? (await buildExtension()),
    managed: { ...policy, upload: { holdMinutes } },
  }).catch(async (error: unknown) => {
    await collector.dispose();
    throw error;
  });
  await acknowledgeNotice(browser);
  const close = async (): Promise<void> => {
    await browser.close();
    await collector.dispose();
  };
  return { browser, collector, close };
}

/** The person reads and acknowledges the notice: nothing is recorded before. */
export async function acknowledgeNotice(browser: ExtensionBrowser): Promise<void> {
  const { noticeHash } = await browser.send('getOverview', {});
  if (noticeHash === null) throw new Error('The extension shows no notice: its policy is not valid.');
  await browser.send('answerNotice', { noticeHash, accepted: true });
}
