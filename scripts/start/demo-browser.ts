import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import type { Policy } from '../../lib/policy.ts';
import { buildExtension } from '../build-extension.ts';
import { findChromium } from '../chromium.ts';
import { forceInstall, hostExtension } from '../extension-host.ts';
import { createPrivatePolicy } from '../private-policy.ts';

/** A browser for the demonstration alone, with the extension in it and a profile of its own. */
export interface DemoBrowser {
  readonly extensionId: string;
  /** How the extension came in: by the administrator's policy, or unpacked with the policy built in. */
  readonly installed: 'by policy' | 'unpacked';
  /** Starts it, with the extension at work; a second time with what the first one left in its profile. */
  readonly open: (options: { readonly headless: boolean }) => Promise<BrowserContext>;
}

/**
 * Where a mount namespace can be made, the extension is installed by a policy that only this browser sees. Elsewhere the
 * policy is built into the extension, which is loaded unpacked: the user's own browser is left alone in any case.
 */
export async function prepareBrowser(policy: Policy, cleanUp: AsyncDisposableStack): Promise<DemoBrowser> {
  const browser = findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'showhow-demo-'));
  cleanUp.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const privatePolicy = createPrivatePolicy(browser);
  if (!privatePolicy) {
    const extension = await buildExtension({ WXT_DEMO_POLICY: JSON.stringify(policy) });
    const args = [`--disable-extensions-except=${extension.folder}`, `--load-extension=${extension.folder}`];
    const open = opener(profile, browser.path, args, cleanUp);
    return { extensionId: extension.id, installed: 'unpacked', open };
  }
  cleanUp.defer(privatePolicy.dispose);
  const extension = await buildExtension();
  const host = await hostExtension(extension);
  cleanUp.defer(host.stop);
  // Tools may look into an extension that policy installed only if policy says so. The scripted person needs that.
  privatePolicy.write({
    DeveloperToolsAvailability: 1,
    ...forceInstall(extension.id, host.updateUrl, policy),
  });
  const open = opener(profile, privatePolicy.executablePath, [], cleanUp);
  return { extensionId: extension.id, installed: 'by policy', open };
}

function opener(
  profile: string,
  executablePath: string,
  args: readonly string[],
  cleanUp: AsyncDisposableStack,
): DemoBrowser['open'] {
  return async ({ headless }) => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      viewport: headless ? { width: 1280, height: 800 } : null,
      handleSIGINT: false,
      handleSIGTERM: false,
      // Playwright's defaults would keep every extension out, and policy from installing one.
      ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking', '--enable-automation'],
      args: ['--test-type', ...args],
    });
    cleanUp.defer(() => context.close().catch(() => undefined)); // It may have been closed by hand.
    // A policy installs the extension only after the start.
    if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
    return context;
  };
}
