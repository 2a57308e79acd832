import { expect, test } from '@playwright/test';
import { nextAttemptAt, readRetryAfter } from '../../lib/retry.ts';

const now = Date.UTC(2026, 10, 21, 9);
const MINUTE = 60_000;
const wait = (attempts: number, random: number, retryAfter: number | null = null) =>
  nextAttemptAt({ attempts, now, random, retryAfter }) - now;

test('delays double with every failure, up to an hour', () => {
  expect([1, 2, 3, 4, 20].map((attempts) => wait(attempts, 1))).toEqual([5_000, 10_000, 20_000, 40_000, 60 * MINUTE]);
});

test('half of a delay is left to chance', () => {
  expect(wait(4, 0)).toBe(20_000);
  expect(wait(4, 0.5)).toBe(30_000);
});

test('what the server asks for is never undercut', () => {
  expect(wait(1, 0, 2 * MINUTE)).toBe(2 * MINUTE);
  expect(wait(20, 0, 2 * MINUTE)).toBe(2 * MINUTE);
});

test('devices that are told the same come back over half of that time again, half an hour at most', () => {
  expect(wait(1, 1, 2 * MINUTE)).toBe(3 * MINUTE);
  expect(wait(1, 1, 12 * 60 * MINUTE)).toBe(12 * 60 * MINUTE + 30 * MINUTE);
});

test('a server that asks for a year gets a day', () => {
  expect(wait(1, 0, 365 * 24 * 60 * MINUTE)).toBe(24 * 60 * MINUTE);
});

test('Retry-After is read as seconds and as a date', () => {
  expect(readRetryAfter('120', now)).toBe(120_000);
  expect(readRetryAfter('Sat, 21 Nov 2026 09:02:00 GMT', now)).toBe(2 * MINUTE);
  expect(readRetryAfter('Sat, 21 Nov 2026 08:00:00 GMT', now)).toBe(0);
});

test('a Retry-After that says nothing is none', () => {
  expect(readRetryAfter(null, now)).toBeNull();
  expect(readRetryAfter('soon', now)).toBeNull();
});
