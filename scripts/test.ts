/** Checks the types, then runs every test, real browser included. Arguments go to Playwright: `npm test -- policy`. */
import { spawnSync } from 'node:child_process';
import { root } from './build-extension.ts';

function run(...words: readonly string[]): number {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

const wxt = 'node_modules/wxt/bin/wxt.mjs';
const tsc = 'node_modules/typescript/bin/tsc';
const types = run(wxt, 'prepare') || run(tsc, '--noEmit') || run(tsc, '--noEmit', '-p', 'lib');
if (types !== 0) {
  console.log('The types do not fit: see above.\n\n0 passed, 1 failed');
  process.exit(1);
}
process.exit(run('node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)));
