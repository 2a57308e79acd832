import { expect, test } from '@playwright/test';
import {
  dueCut,
  IDLE_MS,
  MAX_EPISODE_ACTIONS,
  MAX_EPISODE_MS,
  SUBMIT_IDLE_MS,
  SWITCH_IDLE_MS,
  switchCut,
} from '../../lib/cutting.ts';

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

test('an episode ends when a form was submitted and then nobody did anything', () => {
  const submitted = { ...begun, lastActionAt: 50_000, actions: 5, submittedAt: 48_000 };
  expect(dueCut(submitted, submitted.lastActionAt + SUBMIT_IDLE_MS)).toEqual({ rule: 'submit', confidence: 0.7 });
  expect(dueCut(submitted, submitted.lastActionAt + SUBMIT_IDLE_MS - 1)).toBeUndefined();
  const workedOn = { ...submitted, lastActionAt: 120_000 };
  expect(dueCut(workedOn, workedOn.lastActionAt + SUBMIT_IDLE_MS)).toBeUndefined();
});

test('an episode ends when the person goes elsewhere by themselves after a pause', () => {
  const worked = { ...begun, lastActionAt: 50_000, actions: 5 };
  expect(switchCut(worked, worked.lastActionAt + SWITCH_IDLE_MS)?.rule).toBe('switch');
  expect(switchCut(worked, worked.lastActionAt + SWITCH_IDLE_MS - 1)).toBeUndefined();
  expect(switchCut({ ...worked, actions: 0 }, worked.lastActionAt + SWITCH_IDLE_MS)).toBeUndefined();
});
