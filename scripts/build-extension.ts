import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extensionKey } from './extension-key.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where keys and data of this machine live; not under version control. */
export const localFolder = join(root, '.showhow');

const SOURCES = [
  'entrypoints',
  'lib',
  'page',
  'public',
  'scripts/page-bundle.ts',
  'wxt.config.ts',
  'package-lock.json',
  'package.json',
];

/** A built extension. */
export interface BuiltExtension {
  readonly folder: string;
  readonly id: string;
  /** Path of the key that signs it. */
  readonly pemPath: string;
}

/** Builds to keep, so that browsers that still run do not lose theirs. */
const KEPT = 4;

/**
 * Builds the extension in loopback mode with this machine's own key, unless that has been done since its sources changed.
 * Each build gets a folder of its own: a browser reads from it for as long as it runs.
 */
export async function buildExtension(env: Readonly<Record<string, string>> = {}): Promise<BuiltExtension> {
  const { id, pemPath, publicKey } = extensionKey(localFolder);
  const builds = join(localFolder, 'builds');
  const unlock = await lock(join(localFolder, 'build.lock'));
  try {
    const folder = join(builds, hashOf(SOURCES, id + JSON.stringify(env)).slice(0, 16));
    if (!existsSync(folder)) {
      const output = await build({ ...env, SHOWHOW_EXTENSION_KEY: publicKey });
      cpSync(output, `${folder}.new`, { recursive: true });
      renameSync(`${folder}.new`, folder);
      removeOld(builds);
    }
    return { folder, id, pemPath };
  } finally {
    unlock();
  }
}

function removeOld(builds: string): void {
  const age = (name: string): number => Date.now() - statSync(join(builds, name)).mtimeMs;
  const old = readdirSync(builds).toSorted((a, b) => age(a) - age(b));
  for (const name of old.slice(KEPT)) rmSync(join(builds, name), { recursive: true, force: true });
}

/** Returns the folder that the build is in until the next one. */
async function build(env: Readonly<Record<string, string>>): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build', '--mode', 'loopback'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...env },
  }).catch((cause: Error & { stdout?: string; stderr?: string }) => {
    throw new Error(`The extension does not build.\n${cause.stdout ?? ''}${cause.stderr ?? cause.message}`);
  });
  return join(root, '.output', 'chrome-mv3-loopback');
}

function hashOf(paths: readonly string[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  const add = (path: string): void => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).toSorted()) add(join(path, name));
    } else {
      hash.update(path).update(readFileSync(full));
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

/** Longest build to wait for, in ms, before its lock counts as left behind. */
const STALE_AFTER = 120_000;

/** Several test workers may want the build at once; one makes it, the others wait. */
async function lock(folder: string): Promise<() => void> {
  mkdirSync(localFolder, { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (!existsSync(folder)) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        continue;
      }
      if (Date.now() - statSync(folder).mtimeMs > STALE_AFTER) rmSync(folder, { recursive: true, force: true });
      await setTimeout(50);
    }
  }
}
