import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { App } from './apps.ts';
import { publishPackage } from './publish-package.ts';

/** A visual editor of flows: canvas in SVG, palette, side bars, forms in trays. */
export const nodeRed: App = {
  name: 'node-red',
  version: '5.0.7',
  async start(installed, data, port) {
    const settings = { uiHost: '127.0.0.1', telemetry: { enabled: false }, editorTheme: { tours: false } };
    writeFileSync(join(data, 'settings.js'), `module.exports = ${JSON.stringify(settings)};`);
    return [
      join(installed, 'red.js'),
      '--userDir',
      data,
      '--settings',
      join(data, 'settings.js'),
      '--port',
      String(port),
    ];
  },
};

/** A wiki whose pages are drawn by its own small framework, with an editor in an iframe. */
export const tiddlyWiki: App = {
  name: 'tiddlywiki',
  version: '5.4.1',
  async start(installed, data, port) {
    const program = join(installed, 'tiddlywiki.js');
    const wiki = join(data, 'wiki');
    await promisify(execFile)(process.execPath, [program, wiki, '--init', 'server']);
    return [program, wiki, '--listen', 'host=127.0.0.1', `port=${port}`];
  },
};

/** A package registry with a React and Material front end: lists, search, pages with tabs. */
export const verdaccio: App = {
  name: 'verdaccio',
  version: '6.10.4',
  // One of its dependencies names this package by a tag, which not every registry has.
  overrides: { 'node-fetch': '2.7.0' },
  async start(installed, data, port) {
    const config = {
      storage: join(data, 'storage'),
      auth: { htpasswd: { file: join(data, 'htpasswd') } },
      packages: { '**': { access: '$all', publish: '$all' } },
    };
    writeFileSync(join(data, 'config.yaml'), JSON.stringify(config));
    return [
      join(installed, 'bin', 'verdaccio'),
      '--config',
      join(data, 'config.yaml'),
      '--listen',
      `127.0.0.1:${port}`,
    ];
  },
  async fill(origin) {
    for (const name of PACKAGES) await publish(origin, name);
  },
};

const PACKAGES = [
  'billing',
  'calendar',
  'contacts',
  'desk',
  'forms',
  'gateway',
  'invoices',
  'mailer',
  'orders',
  'reports',
].map((word) => `office-${word}`);

const publish = (origin: string, name: string): Promise<void> =>
  publishPackage(origin, name, {
    description: `The ${name} part of the office`,
    keywords: ['office', name],
    dependencies: { 'office-forms': '^1.0.0', 'office-gateway': '^1.0.0' },
    readme: `# ${name}\n\n${'How to use it, step by step, with all that one must know. '.repeat(30)}\n\n## Example\n\n\`\`\`js\nopen('${name}')\n\`\`\`\n`,
  });
