import { expect, test } from '@playwright/test';
import { dueCut, IDLE_MS, MAX_EPISODE_ACTIONS, MAX_EPISODE_MS } from '../../lib/cutting.ts';

const begun = { createdAt: 1_000, lastActionAt: 1_000, actions: 0 };

test('an episode goes on while somebody works', () => {
  expect(dueCut({ ...begun, lastActionAt: 60_000, actions: 5 }, 61_000)).toBeUndefined();
});

test('an episode ends when nobody did anything for a while', () => {
  expect(dueCut(begun, begun.lastActionAt + IDLE_MS)?.rule).toBe('idle');
});

test('an episode ends when it has grown too long, in time or in actions', () => {
  const busyUntil = begun.createdAt + MAX_EPISODE_MS;
  expect(dueCut({ ...begun, lastActionAt: busyUntil - 1, actions: 5 }, busyUntil)?.rule).toBe('length');
  expect(dueCut({ ...begun, actions: MAX_EPISODE_ACTIONS }, begun.lastActionAt + 1)?.rule).toBe('length');
});
