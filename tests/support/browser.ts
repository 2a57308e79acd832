import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import type { MessageName, Reply, Request } from '../../lib/messages.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { LEAN } from '../../scripts/lean-chromium.ts';
import type { BuiltExtension } from '../../scripts/build-extension.ts';
import { type ExtensionHost, forceInstall, hostExtension } from '../../scripts/extension-host.ts';
import { createPrivatePolicy } from '../../scripts/private-policy.ts';
import { type ExtensionPage, openExtensionPage } from './extension-page.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

/** A running Chromium with the extension and a managed policy of its own. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Folder of the browser's profile. */
  readonly profile: string;
  /**
   * Replaces the extension's managed values in the policy file; null takes them away. The browser notices by itself, unless
   * it is in the first seconds of its life: then it notices the next change.
   */
  readonly setPolicy: (managed: object | null) => void;
  /** Puts any text where the policy file is. */
  readonly setPolicyText: (text: string) => void;
  /** Takes every policy away: also the one that installed the extension. */
  readonly removePolicies: () => void;
  /** Sends a message to the worker as the extension's own pages do. */
  readonly send: <N extends MessageName>(name: N, request: Request<N>) => Promise<Reply<N>>;
  /** Runs something with a page of the extension that nobody sees. */
  readonly withExtensionPage: <T>(use: (page: ExtensionPage) => Promise<T>) => Promise<T>;
  /** Stops the service worker in the middle of whatever it does. The next event wakes it. */
  readonly stopWorker: () => Promise<void>;
  /** Rings one of the worker's alarms now, which would otherwise ring within a minute. */
  readonly ring: (alarm: 'upload' | 'chores') => Promise<void>;
  /** Offers a newer version of the extension that policy installed, and has the browser look for it. */
  readonly publish: (version: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface LaunchOptions {
  readonly extension: BuiltExtension;
  readonly managed: object | null;
  /** An existing profile, to start a browser again where an earlier one ended. */
  readonly profile?: string;
  /** Language of the browser, for example `de`; the machine's otherwise. */
  readonly language?: string;
  /** `unpacked` by default; `by policy`: packed, hosted and force-installed as a company would. */
  readonly install?: 'unpacked' | 'by policy';
  /** Whether to wait until the browser has read the managed values, as most tests want it. True by default. */
  readonly awaitsPolicy?: boolean;
}

/** Starts a browser of its own, with the extension in it and its managed values from a real policy file. */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extension, managed } = options;
  const policy = createPrivatePolicy(findChromium());
  if (!policy)
    throw new Error(
      'Tests need Linux and the right to make a mount namespace: run them as root, or allow user namespaces.',
    );
  const host = options.install === 'by policy' ? await hostExtension(extension) : undefined;
  const setPolicy: ExtensionBrowser['setPolicy'] = (values) => {
    if (host) policy.write(installing(extension, host, values));
    else if (values === null) policy.remove();
    else policy.write({ '3rdparty': { extensions: { [extension.id]: values } } });
  };
  setPolicy(managed);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'showhow-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: policy.executablePath,
    headless: true,
    viewport: { width: 1280, height: 720 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      ...LEAN,
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(host ? [] : [`--disable-extensions-except=${extension.folder}`, `--load-extension=${extension.folder}`]),
    ],
    // Playwright's defaults would keep policy from installing anything.
    ...(host && { ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'] }),
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  let kept: Promise<ExtensionPage> | undefined;
  const open = (): Promise<ExtensionPage> => {
    const running = context.browser();
    if (!running) throw new Error('The browser has ended.');
    return openExtensionPage(running, `chrome-extension://${extension.id}/manifest.json`);
  };
  const withExtensionPage: ExtensionBrowser['withExtensionPage'] = async (use) => {
    if (kept === undefined || (await kept).isClosed()) kept = open();
    const page = await kept;
    // An update does not come while a page of the extension is open.
    if (host) kept = undefined;
    try {
      return await use(page);
    } finally {
      if (host) await page.close();
    }
  };
  const browser: ExtensionBrowser = {
    context,
    extensionId: extension.id,
    profile,
    withExtensionPage,
    setPolicy,
    setPolicyText: policy.writeText,
    removePolicies: policy.remove,
    send: (name, request) => withExtensionPage((page) => sendFrom(page, name, request)),
    stopWorker: () => withExtensionPage((page) => page.stopWorkers()),
    ring: (alarm) =>
      withExtensionPage((page) =>
        page.evaluate((name: string) => chrome.alarms.create(name, { when: Date.now(), periodInMinutes: 1 }), alarm),
      ),
    publish: async (version) => {
      await host?.publish(version);
      await withExtensionPage((page) => page.evaluate(() => chrome.runtime.requestUpdateCheck()));
    },
    close: async () => {
      await context.close();
      await host?.stop();
      policy.dispose();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
  if (options.awaitsPolicy !== false && managed !== null && Object.keys(managed).length > 0) {
    await withExtensionPage(policyToArrive).catch(async (error: unknown) => {
      await browser.close();
      throw error;
    });
  }
  return browser;
}

/** Tools may look into an extension that policy installed only if policy says so. */
function installing({ id }: BuiltExtension, host: ExtensionHost, values: object | null): object {
  return { DeveloperToolsAvailability: 1, ...forceInstall(id, host.updateUrl, values ?? {}) };
}

/** The browser reads managed values some 3 s after its start, on a busy machine much later. */
async function policyToArrive(page: ExtensionPage): Promise<void> {
  const count = () => page.evaluate(() => chrome.storage.managed.get().then((values) => Object.keys(values).length));
  await expect.poll(count, { timeout: 30_000 }).toBeGreaterThan(0);
}

async function sendFrom<N extends MessageName>(page: ExtensionPage, name: N, request: Request<N>): Promise<Reply<N>> {
  const reply = await page.evaluate((envelope: object) => chrome.runtime.sendMessage(envelope), { name, request });
  if (reply === undefined) throw new Error(`The worker does not know the message “${name}”.`);
  return reply as Reply<N>;
}
