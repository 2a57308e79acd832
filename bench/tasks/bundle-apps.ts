import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { localFolder, root } from '../../scripts/build-extension.ts';

const sources = fileURLToPath(new URL('apps', import.meta.url));

/** Bundles every program in `apps/` for a page, unless that has been done since they changed. Returns the folder. */
export async function bundleApps(): Promise<string> {
  const names = readdirSync(sources).toSorted();
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const name of names) hash.update(name).update(readFileSync(join(sources, name)));
  const folder = join(localFolder, 'replay-apps', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const name of names.filter((file) => file.endsWith('.jsx'))) await bundle(name, unfinished);
  if (!existsSync(folder)) renameSync(unfinished, folder);
  return folder;
}

async function bundle(name: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      cssCodeSplit: false,
      lib: {
        entry: join(sources, name),
        formats: ['iife'],
        name: 'app',
        fileName: () => name.replace('.jsx', '.js'),
        cssFileName: name.replace('.jsx', ''),
      },
    },
  });
}
