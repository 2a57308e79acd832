/** Everything at once, on this machine: collector, ticket desk, a browser with the extension, and what came of it. */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { localFolder } from './build-extension.ts';
import { type Arrivals, watchArrivals } from './start/arrival.ts';
import type { DemoBrowser } from './start/demo-browser.ts';
import { type Places, prepareDemonstration } from './start/demonstration.ts';
import { scriptedPerson } from './start/scripted-person.ts';
import { showEpisodes } from './start/show-episodes.ts';
import { during, fact, heading } from './start/tell.ts';

const USAGE = `Usage: npm start [-- --demo]

  --demo   a scripted person works, in a browser without a window; so it is without a display, too`;

/** Longest time, in ms, that an episode may take from the end of the task to the collector. */
const ARRIVAL = 90_000;

/** The same, in ms, after a person closed the browser: perhaps nothing was recorded, and nobody likes to wait for that. */
const ARRIVAL_AFTER_CLOSE = 30_000;

const places: Places = {
  data: join(localFolder, 'collector'),
  key: join(localFolder, 'organisation.key'),
  out: join(localFolder, 'opened'),
};

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

async function main(cleanUp: AsyncDisposableStack, isDemo: boolean): Promise<void> {
  heading('Showhow, on this machine');
  const { browser, ...demonstration } = await during('building the extension', prepareDemonstration(places, cleanUp));
  const { collectorUrl, origin, isKeyNew } = demonstration;
  fact('Collector', `${collectorUrl}, keeping sealed episodes in ${relative('', places.data)}/`);
  fact('Organisation', `${relative('', places.key)}${isKeyNew ? ', made just now' : ''}: only this key opens episodes`);
  fact('Ticket desk', `${origin}, the one monitored site`);
  fact('Extension', ...installation(browser));

  const arrivals = await watchArrivals(places.data);
  const context = await during('starting the browser', browser.open({ headless: isDemo }));
  if (isDemo) {
    heading('A scripted person reads the notice and does a task, with real input');
    await during('working', scriptedPerson(context, browser.extensionId, origin));
  } else {
    await invite(context, browser, origin);
    const closed = new AbortController();
    context.once('close', () => closed.abort());
    const found = await arrivals.next(closed.signal);
    if (found) {
      heading('An episode has arrived: the browser closes when it has been shown');
      return showEpisodes(found, places);
    }
    heading('The browser was closed: it is started again without a window, to send what it stored');
    await browser.open({ headless: true });
  }
  await showNext(arrivals, isDemo ? ARRIVAL : ARRIVAL_AFTER_CLOSE);
}

/** Waits at most `limit` ms for an episode, and shows it. */
async function showNext(arrivals: Arrivals, limit: number): Promise<void> {
  const found = await during('waiting for the episode at the collector', arrivals.next(AbortSignal.timeout(limit)));
  if (!found) {
    throw new Error(
      `No episode has arrived in ${limit / 1000} s. Nothing is recorded until the notice is confirmed, ` +
        'and only the ticket desk is: start again, confirm it, and open a ticket.',
    );
  }
  await showEpisodes(found, places);
}

function installation({ installed, extensionId }: DemoBrowser): string[] {
  return installed === 'by policy'
    ? [
        `installed by policy (${extensionId}), in a browser of its own:`,
        'your browser and your policies are not touched',
      ]
    : [
        `loaded unpacked (${extensionId}), with its policy built in, in a browser of its own:`,
        'here no policy can be set without touching yours',
      ];
}

/** Shows a person what to do. */
async function invite(context: BrowserContext, { extensionId }: DemoBrowser, origin: string): Promise<void> {
  const [first] = context.pages();
  const notice = first ?? (await context.newPage());
  await (await context.newPage()).goto(origin);
  await during('loading the extension', notice.goto(`chrome-extension://${extensionId}/options.html`));
  await notice.bringToFront();
  heading('Over to you');
  console.log('  1  Read the notice in the browser and confirm it.');
  console.log('  2  Work in the other tab: open a ticket, answer it, solve it, write a new one.');
  console.log('  3  Click Showhow’s icon in the toolbar, then “This task is done”. Or close the browser.');
  console.log('\n  The episode is shown here as soon as it has arrived.');
}

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const cleanUp = new AsyncDisposableStack();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => void cleanUp.disposeAsync().finally(() => process.exit(code)));
}
try {
  await main(cleanUp, values.demo || !hasDisplay);
} catch (error) {
  if (!cleanUp.disposed) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
await cleanUp.disposeAsync();
