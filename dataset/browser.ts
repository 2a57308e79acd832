import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { DatasetError } from './dataset-error.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/usr/bin/google-chrome'];

interface BrowserOptions {
  /** Whether it reaches the network. Pictures need none. */
  readonly isOnline?: boolean;
  /** Shows its window. */
  readonly isHeaded?: boolean;
}

/** Starts a Chromium: the one named by `SHOWHOW_CHROMIUM`, the system's, or Playwright's. */
export async function startBrowser(
  env: NodeJS.ProcessEnv,
  { isOnline = false, isHeaded = false }: BrowserOptions = {},
): Promise<Browser> {
  const { chromium } = await import('playwright');
  const path =
    env['SHOWHOW_CHROMIUM'] ?? SYSTEM.find((candidate) => existsSync(candidate)) ?? chromium.executablePath();
  if (!existsSync(path)) {
    throw new DatasetError(
      `There is no Chromium at ${path}. Run “npx playwright install chromium”, or name one in SHOWHOW_CHROMIUM.`,
    );
  }
  // Root may not use the sandbox of Chromium; pages that are drawn have no scripts, and those of a replay are trusted.
  const isRoot = process.getuid?.() === 0;
  const args = [...(isOnline ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND']), ...(isRoot ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath: path, args, headless: !isHeaded });
}
