import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A Chromium on this machine, and the folder in which it looks for its administrator's policies (Linux only). */
export interface Chromium {
  readonly path: string;
  readonly policyFolder: string;
}

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/lib/chromium/chromium'];

/** The Chromium to use: the one named by `SHOWHOW_CHROMIUM`, the system's, or the one that Playwright downloaded. */
export function findChromium(): Chromium {
  const named = process.env['SHOWHOW_CHROMIUM'];
  const system = SYSTEM_CHROMIUM.find((path) => existsSync(path));
  const path = named ?? system ?? chromium.executablePath();
  if (!existsSync(path)) {
    throw new Error(
      `There is no Chromium at ${path}. Run “npx playwright install chromium”, or name one in SHOWHOW_CHROMIUM.`,
    );
  }
  const isForTesting = path.includes('ms-playwright') || path === chromium.executablePath();
  return { path, policyFolder: isForTesting ? '/etc/opt/chrome_for_testing/policies' : '/etc/chromium/policies' };
}
