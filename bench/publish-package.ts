import { createHash } from 'node:crypto';

/** Nobody unpacks it; the registry checks its digest. */
const TARBALL = Buffer.from('office');

/** What a package says of itself. */
export interface PackageWords {
  readonly description: string;
  readonly readme: string;
  readonly [field: string]: unknown;
}

/** Publishes version 1.2.0 of a package to an npm registry, as `npm publish` does. Throws what the registry answers to it. */
export async function publishPackage(origin: string, name: string, { readme, ...words }: PackageWords): Promise<void> {
  const version = {
    ...{ name, version: '1.2.0' },
    ...words,
    dist: {
      tarball: `${origin}/${name}/-/${name}-1.2.0.tgz`,
      shasum: createHash('sha1').update(TARBALL).digest('hex'),
    },
  };
  const attachment = {
    ...{ content_type: 'application/octet-stream', data: TARBALL.toString('base64') },
    length: TARBALL.byteLength,
  };
  const response = await fetch(`${origin}/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...words,
      ...{ name, readme, 'dist-tags': { latest: '1.2.0' } },
      versions: { '1.2.0': { ...version, readme } },
      _attachments: { [`${name}-1.2.0.tgz`]: attachment },
    }),
  });
  if (!response.ok) throw new Error(`${origin} does not take ${name}: ${response.status} ${await response.text()}`);
}
