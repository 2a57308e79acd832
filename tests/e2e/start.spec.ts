import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/build-extension.ts';
import { expect, test } from '../support/fixtures.ts';

test('npm start shows a scripted person’s work as an episode, in words and as a picture', async () => {
  test.slow(); // A whole piece of work, done at the speed of a person.
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/start.ts', '--demo'], { cwd: root });
  expect(stdout).toContain('installed by policy');
  expect(stdout).toContain('Clicked button “Send reply”');
  expect(stdout).toContain('What was withheld');
  for (const typed of ['hanna.brandt@example.com', 'Penhaligon', '7946']) expect(stdout).not.toContain(typed);
  const [, picture = ''] = /Picture\s+(\S+\.png)/.exec(stdout) ?? [];
  expect((await stat(join(root, picture))).size).toBeGreaterThan(10_000);
});
