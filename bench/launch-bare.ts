import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';
import { LEAN } from '../scripts/lean-chromium.ts';

/** A browser with a profile of its own and at most one extension: what a browser with Showhow is compared with. */
export async function launchBare(extensionFolder?: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath: findChromium().path,
    headless: true,
    viewport: { width: 1280, height: 720 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      ...LEAN,
      ...(extensionFolder
        ? [`--disable-extensions-except=${extensionFolder}`, `--load-extension=${extensionFolder}`]
        : ['--disable-extensions']),
    ],
  });
}
