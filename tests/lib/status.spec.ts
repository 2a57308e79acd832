import { expect, test } from '@playwright/test';
import { readPolicy } from '../../lib/policy.ts';
import { captureStatus, generalStatus, type StatusInputs } from '../../lib/status.ts';
import { samplePolicy } from '../../scripts/generate/sample-policy.ts';

const NOW = 1_790_000_000_000;
const HASH = 'b'.repeat(64);
const URL_MONITORED = 'https://tickets.example/7';

/** Everything as it has to be for recording. */
const fine: StatusInputs = {
  policy: readPolicy(JSON.parse(samplePolicy()), { allowLoopbackHttp: false }),
  noticeHash: HASH,
  answer: { noticeHash: HASH, accepted: true, at: NOW - 1 },
  pausedUntil: null,
  problem: null,
  now: NOW,
  localTime: { day: 1, time: '12:00' },
};

test('a monitored page is recorded when nothing speaks against it', () => {
  expect(captureStatus(fine, URL_MONITORED)).toEqual({ state: 'recording', siteRule: 'https://tickets.example/*' });
  expect(generalStatus(fine)).toBeUndefined();
});

const off: [title: string, change: Partial<StatusInputs>, status: object][] = [
  ['without a policy', { policy: { status: 'none' } }, { state: 'off', reason: 'no_policy' }],
  ['with a broken policy', { policy: { status: 'broken', problems: [] } }, { state: 'off', reason: 'broken_policy' }],
  ['before the notice was answered', { answer: null }, { state: 'off', reason: 'notice' }],
  ['when the notice is a new one', { noticeHash: 'c'.repeat(64) }, { state: 'off', reason: 'notice' }],
  [
    'when the notice was declined',
    { answer: { noticeHash: HASH, accepted: false, at: NOW } },
    { state: 'off', reason: 'declined' },
  ],
  ['during a pause', { pausedUntil: NOW + 1 }, { state: 'paused', until: NOW + 1 }],
  ['outside the schedule', { localTime: { day: 0, time: '12:00' } }, { state: 'off', reason: 'schedule' }],
  ['when the disk is full', { problem: 'disk_budget' }, { state: 'problem', reason: 'disk_budget' }],
];

for (const [title, change, status] of off) {
  test(`nothing is recorded ${title}`, () => {
    expect(captureStatus({ ...fine, ...change }, URL_MONITORED)).toEqual(status);
    expect(generalStatus({ ...fine, ...change })).toEqual(status);
  });
}

test('a page that is not monitored is not recorded, nor one that is denied', () => {
  const status = { state: 'off', reason: 'not_monitored' };
  expect(captureStatus(fine, 'https://elsewhere.example/')).toEqual(status);
  expect(captureStatus(fine, 'https://tickets.example/admin/users')).toEqual(status);
});

test('a pause ends by itself', () => {
  expect(captureStatus({ ...fine, pausedUntil: NOW }, URL_MONITORED).state).toBe('recording');
});

test('a pause hides a problem, but not that nothing may be recorded', () => {
  const paused = { ...fine, pausedUntil: NOW + 1 };
  expect(generalStatus({ ...paused, problem: 'storage' })?.state).toBe('paused');
  expect(generalStatus({ ...paused, policy: { status: 'none' } })).toEqual({ state: 'off', reason: 'no_policy' });
});
