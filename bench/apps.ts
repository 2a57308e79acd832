import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localFolder } from '../scripts/build-extension.ts';
import { until } from './until.ts';

/** A web application from npm that runs on this machine alone. */
export interface App {
  readonly name: string;
  /** Exact version. */
  readonly version: string;
  /** npm overrides that its installation needs. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Prepares its data in `data`; the command line, after `node`, that serves it on `port`. */
  readonly start: (installed: string, data: string, port: number) => Promise<readonly string[]>;
  /** Fills it with something to work on, once it runs. */
  readonly fill?: (origin: string) => Promise<void>;
}

/** The application, running. */
export interface RunningApp {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A first start may take this long, in ms. */
const START_MS = 60_000;

/** Installs an application below `.showhow/bench-apps` unless it is there, and runs it with data of its own. */
export async function runApp(app: App): Promise<RunningApp> {
  const installed = await install(app);
  const data = mkdtempSync(join(tmpdir(), 'showhow-app-'));
  const port = await freePort();
  const args = await app.start(installed, data, port);
  const child = spawn(process.execPath, args, {
    cwd: data,
    stdio: 'ignore',
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const answers = (): Promise<boolean> =>
      fetch(origin).then(
        ({ ok }) => ok,
        () => false, // Not listening yet.
      );
    await until(`${app.name} answers`, answers, START_MS);
    await app.fill?.(origin);
    return { origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function install({ name, version, overrides = {} }: App): Promise<string> {
  const folder = join(localFolder, 'bench-apps', name);
  const installed = join(folder, 'node_modules', name);
  const manifest = join(installed, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return installed;
  console.error(`Installing ${name} ${version} …`);
  // Aside, and into place once it is whole: an installation that was cut short looks much like one.
  const aside = `${folder}.new`;
  for (const old of [aside, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'package.json'), JSON.stringify({ private: true, overrides }));
  const args = ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`];
  await promisify(execFile)('npm', args, { cwd: aside });
  renameSync(aside, folder);
  return installed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
