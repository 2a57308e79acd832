import { expect, test } from '@playwright/test';
import { BUILT_IN_DENY } from '../../lib/deny-list.ts';
import { monitoredSite, type Policy, readPolicy } from '../../lib/policy.ts';
import { isScheduled } from '../../lib/schedule.ts';
import { samplePolicy } from '../../scripts/generate/sample-policy.ts';

const sample = (): Policy => JSON.parse(samplePolicy());
const read = (managed: unknown, allowLoopbackHttp = false) => readPolicy(managed, { allowLoopbackHttp });

/** The sample with one change. */
function changed(change: (policy: Record<string, never>) => void): unknown {
  const policy = JSON.parse(samplePolicy());
  change(policy);
  return policy;
}

/** Which keys are said to be wrong, and how. */
function problems(managed: unknown): string[] {
  const reading = read(managed);
  return reading.status === 'broken'
    ? reading.problems.map(({ key, problem }) => `${key} ${problem}`)
    : [reading.status];
}

test('a whole policy is read', () => {
  expect(read(sample())).toEqual({ status: 'valid', policy: sample() });
});

for (const nothing of [undefined, null, {}, 'policy', 7]) {
  test(`${JSON.stringify(nothing)} is no policy`, () => expect(read(nothing)).toEqual({ status: 'none' }));
}

for (const key of Object.keys(sample())) {
  test(`a policy without ${key} is broken, and says so`, () => {
    expect(problems(changed((policy) => delete policy[key]))).toEqual([`${key} missing`]);
  });
}

const broken: [title: string, part: object, problem: string][] = [
  ['no sites', { sites: [] }, 'sites invalid'],
  [
    'a site that is not a pattern',
    { sites: [{ ...sample().sites[0], match: 'tickets.example' }] },
    'sites.0.match invalid',
  ],
  ['a pattern for everything', { sites: [{ ...sample().sites[0], match: '<all_urls>' }] }, 'sites.0.match invalid'],
  ['an unknown redaction level', { sites: [{ ...sample().sites[0], redaction: 'none' }] }, 'sites.0.redaction invalid'],
  [
    'a site without a level',
    { sites: [{ match: 'https://a.example/*', urlParameters: [], vocabulary: [] }] },
    'sites.0.redaction invalid',
  ],
  ['a deny pattern that is none', { deny: ['admin'] }, 'deny.0 invalid'],
  ['a collector that is no URL', { collector: { ...sample().collector, url: 'collector' } }, 'collector.url invalid'],
  [
    'a collector without HTTPS',
    { collector: { ...sample().collector, url: 'http://collector.example' } },
    'collector.url invalid',
  ],
  [
    'a short enrolment token',
    { collector: { ...sample().collector, enrolmentToken: 'short' } },
    'collector.enrolmentToken invalid',
  ],
  ['no public key', { organisation: { name: 'A', publicKeys: [] } }, 'organisation.publicKeys invalid'],
  [
    'a private key in the place of a public one',
    { organisation: { name: 'A', publicKeys: ['AGE-SECRET-KEY-1XYZ'] } },
    'organisation.publicKeys.0 invalid',
  ],
  ['an empty purpose', { notice: { ...sample().notice, purpose: '' } }, 'notice.purpose invalid'],
  ['an unknown mode of notice', { notice: { ...sample().notice, mode: 'none' } }, 'notice.mode invalid'],
  ['a time that is none', { schedule: { ...sample().schedule, from: '8:00' } }, 'schedule.from invalid'],
  ['a day that ends before it begins', { schedule: { ...sample().schedule, to: '07:00' } }, 'schedule.to invalid'],
  ['a budget in words', { budgets: { ...sample().budgets, diskBytes: '1 GB' } }, 'budgets.diskBytes invalid'],
  ['a budget of nothing', { budgets: { ...sample().budgets, diskBytes: 0 } }, 'budgets.diskBytes invalid'],
  ['a retention of years', { retention: { uploadedDays: 3_650, unsentDays: 14 } }, 'retention.uploadedDays invalid'],
  ['a hold time below zero', { upload: { holdMinutes: -1 } }, 'upload.holdMinutes invalid'],
  ['a key nobody knows', { record: 'everything' }, ' invalid'],
];

for (const [title, part, problem] of broken) {
  test(`${title}: the policy is broken, and says where`, () =>
    expect(problems({ ...sample(), ...part })).toEqual([problem]));
}

test('a loopback collector over HTTP is for test builds alone', () => {
  const at = (url: string) => ({ ...sample(), collector: { ...sample().collector, url } });
  expect(read(at('http://127.0.0.1:8787'), true).status).toBe('valid');
  expect(read(at('http://localhost:8787'), true).status).toBe('valid');
  expect(read(at('http://127.0.0.1:8787')).status).toBe('broken');
  expect(read(at('http://127.0.0.1.evil.example'), true).status).toBe('broken');
  expect(read(at('http://collector.example'), true).status).toBe('broken');
});

test('the first rule that covers a page counts', () => {
  expect(monitoredSite(sample(), 'https://tickets.example/7')?.redaction).toBe('standard');
  expect(monitoredSite(sample(), 'https://crm.test.example/')?.redaction).toBe('open');
  expect(monitoredSite(sample(), 'https://elsewhere.example/')).toBeUndefined();
});

test('deny wins over sites', () => {
  expect(monitoredSite(sample(), 'https://tickets.example/admin/users')).toBeUndefined();
});

test('no policy can have the built-in deny-list recorded', () => {
  const everything = {
    ...sample(),
    sites: [{ match: '*://*/*', redaction: 'open' as const, urlParameters: [], vocabulary: [] }],
    deny: [],
  };
  const pages = BUILT_IN_DENY.map((pattern) =>
    pattern.replace('*://', 'https://').replace('//*.', '//www.').replace('/*', '/page'),
  );
  expect(pages.filter((page) => monitoredSite(everything, page))).toEqual([]);
  expect(monitoredSite(everything, 'https://desk.example.com/')).toBeDefined();
});

test('only pages of the web are monitored, and none that the browser makes', () => {
  const everything = {
    ...sample(),
    sites: [{ match: '*://*/*', redaction: 'open' as const, urlParameters: [], vocabulary: [] }],
  };
  const pages = [
    'file:///home/report.pdf',
    'view-source:https://desk.example.com/',
    'chrome://print/',
    'devtools://devtools/x',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
    'data:application/pdf;base64,AA==',
    'about:blank',
  ];
  expect(pages.filter((page) => monitoredSite(everything, page))).toEqual([]);
});

test('the schedule holds its first minute and not its last', () => {
  const hours = { days: ['mon', 'fri'], from: '08:00', to: '18:00' } as const;
  const at = (day: number, time: string) => isScheduled({ ...hours, days: [...hours.days] }, { day, time });
  expect([at(1, '08:00'), at(1, '17:59'), at(5, '12:00')]).toEqual([true, true, true]);
  expect([at(1, '07:59'), at(1, '18:00'), at(0, '12:00'), at(2, '12:00')]).toEqual([false, false, false, false]);
});
