import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open as openDataset } from '../../../dataset/open-command.ts';
import type { RedactionLevel } from '../../../lib/policy.ts';
import { buildExtension } from '../../../scripts/build-extension.ts';
import type { ArrivedEpisode } from '../arrived.ts';
import { type ExtensionBrowser, launchWithExtension } from '../browser.ts';
import { startTestCollector } from '../collector.ts';
import { changeRows, rowsOf } from '../database.ts';
import { expect } from '../fixtures.ts';
import { createOrganisation } from '../organisation.ts';
import { policyFor } from '../policy.ts';
import { tapWire } from '../wire-tap.ts';

/** Everything of one recording that anybody could get hold of. */
export interface Traces {
  /** What the extension has on the disk, and what it has sent: as bytes. */
  readonly bytes: ReadonlyMap<string, Buffer>;
  /** What it logged, keeps as rows and settings, and what `showhow open` makes of it. */
  readonly texts: ReadonlyMap<string, string>;
  /** What has arrived, opened. */
  readonly episodes: readonly ArrivedEpisode[];
}

export interface LeakBrowser {
  readonly browser: ExtensionBrowser;
  /** Sends all that was recorded, closes the browser, and gathers what is left. */
  readonly finish: () => Promise<Traces>;
  readonly dispose: () => Promise<void>;
}

const STORES = ['sessions', 'episodes', 'records', 'assets', 'recorders', 'uploads', 'device', 'counters'];
const UPLOADED_MS = 90_000;
const IDLE_MS = 60 * 60_000;

/** A browser that records `origin` at `level`, with somebody listening on every line. */
export async function launchLeakBrowser(origin: string, level: RedactionLevel): Promise<LeakBrowser> {
  const organisation = await createOrganisation();
  const collector = await startTestCollector(organisation);
  const wire = await tapWire(collector.url);
  const folder = await mkdtemp(join(tmpdir(), 'showhow-leaks-'));
  const profile = join(folder, 'profile');
  const dispose = async () => {
    await browser?.close();
    await wire.close();
    await collector.dispose();
    await rm(folder, { recursive: true, force: true });
  };
  const policy = policyFor({ origin, collector: { ...collector.policyValues, url: wire.url }, organisation });
  const sites = policy.sites.map((site) => ({ ...site, redaction: level }));
  let browser: ExtensionBrowser | undefined;
  try {
    browser = await launchWithExtension({ extension: await buildExtension(), managed: { ...policy, sites }, profile });
  } catch (error) {
    await dispose();
    throw error;
  }
  const running = browser;
  const logs: string[] = [];
  running.context.on('console', (message) => {
    if (message.location().url.startsWith('chrome-extension:') || message.worker()) logs.push(message.text());
  });
  const { noticeHash } = await running.send('getOverview', {});
  await running.send('answerNotice', { noticeHash: noticeHash ?? '', accepted: true });

  return {
    browser: running,
    dispose,
    async finish() {
      await running.send('endTask', {});
      await allUploaded(running);
      const texts = new Map<string, string>();
      for (const store of STORES) texts.set(`rows of ${store}`, JSON.stringify(await rowsOf(running, store)));
      texts.set('settings', await settingsOf(running));
      texts.set('logs', logs.join('\n'));
      await running.close();
      const key = join(folder, 'identity.txt');
      await writeFile(key, organisation.privateKey, { mode: 0o600 });
      const said: string[] = [];
      const data = join(collector.objectsFolder, '..');
      const isOpened = await openDataset({ key, data, out: folder, episodes: [] }, (line) => said.push(line));
      if (!isOpened) throw new Error(said.join('\n'));
      texts.set('what showhow open says', said.join('\n'));
      texts.set('dataset', await readFile(join(folder, 'episodes.jsonl'), 'utf8'));
      const bytes = new Map([['the wire', wire.sent()]]);
      for (const path of await ownFiles(profile)) bytes.set(path.slice(profile.length), await readFile(path));
      return { bytes, texts, episodes: await collector.episodes() };
    },
  };
}

/** An episode in which nobody did anything ends when nobody has for long: the rows are made to look like that. */
async function allUploaded(browser: ExtensionBrowser): Promise<void> {
  const states = async () => {
    const found = [...new Set((await rowsOf(browser, 'episodes')).map(({ status }) => status))];
    if (found.includes('open')) await changeRows(browser, 'episodes', { lastActionAt: Date.now() - IDLE_MS });
    await browser.ring('chores');
    await browser.ring('upload');
    return found;
  };
  await expect.poll(states, { timeout: UPLOADED_MS, message: 'episodes' }).toEqual(['uploaded']);
}

/** What lies in `storage`: all of it but the redactor's memory and the key, which never leave the browser's own memory. */
function settingsOf(browser: ExtensionBrowser): Promise<string> {
  return browser.withExtensionPage((page) =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }> };
      };
      const kept = Object.entries(await chrome.storage.session.get()).filter(([key]) => !key.startsWith('memory:'));
      return JSON.stringify([await chrome.storage.local.get(), kept]);
    }),
  );
}

/** Files of the profile that are the extension's. The browser keeps a history of its own. */
async function ownFiles(profile: string): Promise<string[]> {
  const entries = await readdir(join(profile, 'Default'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /chrome-extension|Extension/.test(path));
}
