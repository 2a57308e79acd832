import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chromium } from './chromium.ts';

/**
 * Managed policy for one browser alone. The browser starts in a mount namespace of its own, in which a temporary folder
 * lies over the machine's policy folder. Nothing outside that browser sees it, and it is gone with the browser.
 */
export interface PrivatePolicy {
  /** Start this in place of the browser's own executable. */
  readonly executablePath: string;
  /** Puts the policies in force, or replaces them: a running browser reads them again by itself. */
  readonly write: (policies: object) => void;
  /** As `write`, with whatever text stands in the file. */
  readonly writeText: (text: string) => void;
  /** Takes all policies away. */
  readonly remove: () => void;
  /** Deletes the temporary files. Only once the browser has ended. */
  readonly dispose: () => void;
}

/**
 * Chromium does not believe a policy file until it is 5 s old. Ours are dated back, and believed at once. What is changed
 * before it watches the folder, some seconds after its start, it notices with the next change only.
 */
const LONG_AGO = new Date('2020-01-01');

/**
 * Runs in the new namespace: covers the policy folder ($1) by ours ($2). Where the folder does not exist, its nearest
 * existing ancestor is covered by a copy of itself that has it, so that nothing is created on the machine.
 */
const COVER_AND_RUN = `
folder=$1 ours=$2 scratch=$3; shift 3
if [ ! -d "$folder" ]; then
  parent=$folder
  while [ ! -d "$parent" ]; do parent=$(dirname "$parent"); done
  mount -t tmpfs tmpfs "$scratch"
  cp -a "$parent/." "$scratch" 2>/dev/null
  mkdir -p "$scratch\${folder#"$parent"}"
  mount --bind "$scratch" "$parent"
fi
mount --bind "$ours" "$folder" || exit 1
exec "$@"
`;

/** How this user may make a mount namespace; undefined where it is not allowed or not Linux. */
export function unshareCommand(): readonly string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return [
    ['unshare', '--mount'],
    ['unshare', '--user', '--map-root-user', '--mount'],
  ].find(([command = '', ...args]) => {
    try {
      execFileSync(command, [...args, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
      return true;
    } catch {
      return false; // Not permitted, or no such command: the next one may be.
    }
  });
}

/** Prepares a private policy folder for `chromium`. Undefined where the platform does not allow it. */
export function createPrivatePolicy(chromium: Chromium): PrivatePolicy | undefined {
  const unshare = unshareCommand();
  if (!unshare) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'showhow-policy-'));
  const [ours, scratch] = [join(folder, 'policies'), join(folder, 'scratch')];
  mkdirSync(join(ours, 'managed'), { recursive: true });
  mkdirSync(scratch);
  const executablePath = join(folder, 'chromium');
  const cover = join(folder, 'cover.sh');
  writeFileSync(cover, COVER_AND_RUN);
  const command = [...unshare, '/bin/sh', cover, chromium.policyFolder, ours, scratch, chromium.path];
  writeFileSync(executablePath, `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`, {
    mode: 0o755,
  });
  const file = join(ours, 'managed', 'showhow.json');
  const writeText = (text: string): void => {
    // Renamed into place: the browser must never read half a file.
    const next = join(folder, 'next.json');
    writeFileSync(next, text);
    utimesSync(next, LONG_AGO, LONG_AGO);
    renameSync(next, file);
  };
  return {
    executablePath,
    write: (policies) => writeText(JSON.stringify(policies, null, 2)),
    writeText,
    remove: () => rmSync(file, { force: true }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
