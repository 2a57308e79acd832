import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import crx3 from 'crx3';
import { z } from 'zod';
import type { BuiltExtension } from './build-extension.ts';
import { listenOnLoopback } from './loopback.ts';

/** A place from which browsers install the packed extension, as a company would host it. */
export interface ExtensionHost {
  /** Where the update manifest is: the `update_url` of a policy. */
  readonly updateUrl: string;
  /** Offers the same extension under a newer version, as an update. */
  readonly publish: (version: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Packed files carry this date, so that the same files give the same package. */
const PACK_DATE = Date.UTC(2025, 0, 1);

/** Packs the extension, signed with its own key, and serves it with an update manifest on a free port. */
export async function hostExtension(extension: BuiltExtension): Promise<ExtensionHost> {
  const manifest = z
    .looseObject({ version: z.string() })
    .parse(JSON.parse(await readFile(join(extension.folder, 'manifest.json'), 'utf8')));
  let version = manifest.version;
  let crx = await pack(extension);
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const path = request.url?.replace(/\?.*$/, '');
    if (path === '/showhow.crx') response.setHeader('content-type', 'application/x-chrome-extension').end(crx);
    else if (path === '/updates.xml') {
      response
        .setHeader('content-type', 'text/xml')
        .end(updateManifest(extension.id, version, `${origin}/showhow.crx`));
    } else response.writeHead(404).end();
  });
  const { port, stop } = await listenOnLoopback(server);
  return {
    updateUrl: `http://127.0.0.1:${port}/updates.xml`,
    publish: async (newer) => {
      const folder = await mkdtemp(join(tmpdir(), 'showhow-release-'));
      await cp(extension.folder, folder, { recursive: true });
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: newer }));
      crx = await pack({ ...extension, folder });
      version = newer;
      await rm(folder, { recursive: true, force: true });
    },
    stop,
  };
}

async function pack({ folder, pemPath }: BuiltExtension): Promise<Buffer> {
  const temporary = await mkdtemp(join(tmpdir(), 'showhow-crx-'));
  try {
    const crxPath = join(temporary, 'showhow.crx');
    await crx3([join(folder, 'manifest.json')], { keyPath: pemPath, crxPath, forceDateTime: PACK_DATE });
    return await readFile(crxPath);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest */
function updateManifest(id: string, version: string, codebase: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${codebase}" version="${version}" /></app>
</gupdate>
`;
}

/** The browser policies that install the extension, pin it, keep it, and give it its managed values. */
export function forceInstall(id: string, updateUrl: string, managed: object): object {
  return {
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        update_url: updateUrl,
        override_update_url: true,
        toolbar_pin: 'force_pinned',
      },
    },
    '3rdparty': { extensions: { [id]: managed } },
  };
}
