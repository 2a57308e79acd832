/**
 * Makes a fresh machine ready, then runs a TypeScript program with the project's own Node:
 * `node scripts/setup.mjs scripts/start.ts [arguments]`. Needs Node 20 and npm, nothing else; plain JavaScript without
 * dependencies, because none may be there yet. Does nothing, quickly, when nothing is to be done.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Where a Chromium may be: the system's, then the one that Playwright downloads. */
function hasChromium() {
  const systems = ['/usr/bin/chromium', '/usr/lib/chromium/chromium'];
  const own =
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(homedir(), 'AppData', 'Local', 'ms-playwright'),
    }[process.platform] ?? join(homedir(), '.cache', 'ms-playwright');
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? own;
  if (process.env.SHOWHOW_CHROMIUM || systems.some((path) => existsSync(path))) return true;
  return existsSync(folder) && readdirSync(folder).some((name) => /^chromium-\d+$/.test(name));
}

/** True when what is installed is what the lock file asks for, whatever the files' dates say. */
function hasDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(node)) return false;
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const have = packages(installed);
  const wanted = Object.entries(packages(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => path === '' || optional || have[path]?.version === version);
}

/** Runs a command quietly, saying every five seconds that it still works. Its output is shown only if it fails. */
function run(what, command, args, options = {}) {
  console.error(`${what} …`);
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    ...options,
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => console.error(`  still at it, ${seconds()} s`), 5000);
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      clearInterval(progress);
      if (code === 0) {
        console.error(`  done, ${seconds()} s`);
        resolve();
      } else {
        console.error(output.trim());
        console.error(`${what}: “${command} ${args.join(' ')}” failed (${code ?? 'not started'}).`);
        process.exit(code || 1);
      }
    });
  });
}

async function installChromium() {
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const isRoot = process.getuid?.() === 0;
  if (isDebian && isRoot) {
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('Reading the package lists', 'apt-get', ['update'], quiet);
    await run('Installing Chromium', 'apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
    return;
  }
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  const withDeps = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  await run('Downloading Chromium (Playwright’s)', node, [cli, 'install', ...withDeps, 'chromium']);
}

const [program, ...args] = process.argv.slice(2);
if (!program) {
  console.error('Which program? node scripts/setup.mjs <program.ts> [arguments]');
  process.exit(2);
}
if (!hasDependencies()) {
  await run('Installing the dependencies and Node 24 (npm ci)', npm, ['ci', '--no-audit', '--no-fund']);
}
if (!hasChromium()) await installChromium();

const child = spawn(node, [program, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Cannot start ${node}: ${error.message}. Delete node_modules and run again.`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
