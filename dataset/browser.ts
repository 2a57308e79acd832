import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { DatasetError } from './dataset-error.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/usr/bin/google-chrome'];

/** Starts a Chromium that reaches no network: the one named by `SHOWHOW_CHROMIUM`, the system's, or Playwright's. */
export async function startBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const { chromium } = await import('playwright');
  const path =
    env['SHOWHOW_CHROMIUM'] ?? SYSTEM.find((candidate) => existsSync(candidate)) ?? chromium.executablePath();
  if (!existsSync(path)) {
    throw new DatasetError(
      `There is no Chromium at ${path}. Run “npx playwright install chromium”, or name one in SHOWHOW_CHROMIUM.`,
    );
  }
  // Root may not use the sandbox of Chromium; the pages that are drawn have no scripts and no network.
  const isRoot = process.getuid?.() === 0;
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND', ...(isRoot ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath: path, args });
}
