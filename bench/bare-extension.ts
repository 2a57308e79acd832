import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { prepare } from 'wxt';
import { root } from '../scripts/build-extension.ts';

/** An unpacked extension that is one content script in every frame of this machine's sites, from the document's start. */
export interface BareExtension {
  readonly folder: string;
  readonly dispose: () => void;
}

type BareName = 'observer' | 'rrweb' | 'snapshot-rrweb' | 'snapshot-showhow';

/** Builds the content script `variants/<name>.ts` into an extension in a temporary folder. */
export async function buildBareExtension(name: BareName): Promise<BareExtension> {
  const folder = mkdtempSync(join(tmpdir(), 'showhow-bare-'));
  // Makes the options of TypeScript that ours go on from: on a fresh clone nobody has yet.
  await prepare({ root });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL(`variants/${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'bare',
        fileName: () => 'content.js',
      },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: `Bare ${name}`,
    version: '1.0',
    content_scripts: [
      { matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_start', all_frames: true },
    ],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
