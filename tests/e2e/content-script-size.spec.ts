import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/fixtures.ts';

/** Bytes that every page of a monitored site loads, gzipped. */
const MOST = 35_000;

test('the content script is small, carries no zod and is plain ASCII', async ({ extension }) => {
  const script = readFileSync(join(extension.folder, 'content-scripts', 'recorder.js'));
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(MOST);
  expect(script.every((byte) => byte < 0x80)).toBe(true);
  expect(script.toString()).not.toMatch(/zod|_zod|ZodError/i);
});
