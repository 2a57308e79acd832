import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from './browser.ts';

/** As when the power of the machine fails; the lock of a profile names the process that uses it. Resolves to its time, epoch ms. */
export async function killBrowser({ context, profile }: ExtensionBrowser): Promise<number> {
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  const gone = context.waitForEvent('close');
  process.kill(pid, 'SIGKILL');
  const at = Date.now();
  await gone;
  return at;
}
