import type { UploadProblem } from '../lib/messages.ts';
import { buildExtension } from '../scripts/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/browser.ts';
import { startTestCollector } from '../tests/support/collector.ts';
import { createFaultyProxy, type Fault, type FaultyProxy, type SeenRequest } from '../tests/support/faulty-proxy.ts';
import { createOrganisation } from '../tests/support/organisation.ts';
import { policyFor } from '../tests/support/policy.ts';
import { checkRecord } from './check-record.ts';
import { type Measurement, promised } from './measurement.ts';
import { type NumberedPage, startNumberedPage } from './numbered-page.ts';
import { acknowledgeNotice } from './showhow-browser.ts';
import { until } from './until.ts';

const ofChunks = ({ path }: SeenRequest): boolean => path.includes('/chunks/');
const ofEpisodes = ({ path }: SeenRequest): boolean => path.includes('/episodes/');

/** What happens to the collector, and what the popup must say of it. Null: nothing, the upload only takes longer. */
const FAULTS: readonly { what: string; fault: Fault; where?: typeof ofChunks; shown: UploadProblem | null }[] = [
  { what: 'down (nobody answers)', fault: { fault: 'cut-request' }, shown: 'unreachable' },
  { what: 'slow (2 s a request)', fault: { fault: 'delay', ms: 2000 }, shown: null },
  { what: '500', fault: { fault: 'status', status: 500 }, shown: 'server_error' },
  { what: '429 with Retry-After', fault: { fault: 'status', status: 429, retryAfter: '2' }, shown: 'busy' },
  { what: 'wrong digest', fault: { fault: 'corrupt' }, where: ofChunks, shown: 'server_error' },
  { what: 'connection cut in a chunk', fault: { fault: 'cut-request' }, where: ofChunks, shown: 'unreachable' },
  { what: 'connection cut after the manifest', fault: { fault: 'cut-reply' }, where: ofEpisodes, shown: 'unreachable' },
  { what: 'disk full', fault: { fault: 'status', status: 507 }, where: ofChunks, shown: 'server_error' },
];

/** Clicks of each task. */
const CLICKS = 5;
/** A fault must be seen, and be over once healed, within this time, ms. */
const SEEN_MS = 60_000;

/** A task is done under each fault of the collector; then it heals, and what has arrived is compared with what was done. */
export async function measureCollectorFaults(): Promise<Measurement[]> {
  const [truth, organisation] = [await startNumberedPage(), await createOrganisation()];
  const collector = await startTestCollector(organisation);
  const network = await createFaultyProxy(collector.url);
  const policy = policyFor({
    origin: truth.origin,
    collector: { ...collector.policyValues, url: network.url },
    organisation,
  });
  const browser = await launchWithExtension({ extension: await buildExtension(), managed: policy });
  try {
    await acknowledgeNotice(browser);
    const shown: boolean[] = [];
    for (const [task, { fault, where, shown: problem }] of FAULTS.entries()) {
      network.fail(fault, where && { where });
      await doTask(browser, truth, (task + 1) * 100);
      shown.push(await isShown(browser, problem));
      await heal(browser, network);
    }
    const found = checkRecord({ clicks: truth.clicks, rows: [], arrived: await collector.episodes(), kills: [] });
    const lost = (task: number): number =>
      found.missing.filter(({ number }) => Math.floor(number / 100) === task + 1).length;
    return [
      ...FAULTS.map(({ what, shown: problem }, task) => {
        const measured = `${lost(task)} of ${CLICKS} lost, ${shown[task] ? 'shown' : 'not shown'}`;
        return promised(
          what,
          measured,
          `0 lost${problem ? `, shown as ${problem}` : ''}`,
          !lost(task) && shown[task] === true,
        );
      }),
      promised('duplicated steps', `${found.duplicatedSteps.length}`, '0', found.duplicatedSteps.length === 0),
    ];
  } finally {
    await browser.close();
    await network.close();
    await collector.dispose();
    await truth.stop();
  }
}

async function doTask(browser: ExtensionBrowser, truth: NumberedPage, first: number): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(truth.from(first));
  for (let made = 1; made <= CLICKS; made += 1) {
    await page.mouse.click(140, 70);
    await page
      .getByRole('listitem')
      .nth(made - 1)
      .waitFor();
  }
  await page.close();
  await browser.send('endTask', {});
}

/** Waits for what the popup is told. Where nothing is wrong it must stay quiet until all is sent. */
async function isShown(browser: ExtensionBrowser, problem: UploadProblem | null): Promise<boolean> {
  const told = async (): Promise<UploadProblem | null> =>
    (await browser.send('getStatus', { tab: null })).uploadProblem?.reason ?? null;
  if (problem === null) return (await told()) === null;
  return until('the popup shows the problem', async () => (await told()) === problem, SEEN_MS).then(
    () => true,
    () => false,
  );
}

async function heal(browser: ExtensionBrowser, network: FaultyProxy): Promise<void> {
  network.fail(null);
  await until(
    'everything is uploaded',
    async () => {
      await browser.ring('upload');
      return (await browser.send('getOverview', {})).unsentEpisodes === 0;
    },
    SEEN_MS,
  );
}
