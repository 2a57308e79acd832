import { expect, test } from '@playwright/test';
import { BUILT_IN_DENY } from '../../lib/deny-list.ts';
import { isMatchPattern, matchesPattern, withAnyPath } from '../../lib/match-pattern.ts';

const matching: [pattern: string, url: string][] = [
  ['https://desk.example.com/*', 'https://desk.example.com/'],
  ['https://desk.example.com/*', 'https://desk.example.com/tickets?view=mine#row'],
  ['https://desk.example.com/tickets/*', 'https://desk.example.com/tickets/7'],
  ['https://*.example.com/*', 'https://example.com/'],
  ['https://*.example.com/*', 'https://a.b.example.com/'],
  ['*://desk.example.com/*', 'http://desk.example.com/'],
  ['*://*/*', 'https://desk.example.com/'],
  ['https://DESK.example.com/*', 'https://desk.example.com/'],
  ['HTTPS://desk.example.com/*', 'https://desk.example.com/'],
  ['http://127.0.0.1:8080/*', 'http://127.0.0.1:8080/app'],
  ['http://127.0.0.1:*/*', 'http://127.0.0.1:8080/app'],
  ['http://127.0.0.1/*', 'http://127.0.0.1:8080/app'],
  ['https://desk.example.com:443/*', 'https://desk.example.com/'],
  ['http://[::1]:8080/*', 'http://[::1]:8080/'],
  ['https://desk.example.com/*/edit', 'https://desk.example.com/a/b/edit'],
  ['https://desk.example.com/*a*b*', 'https://desk.example.com/xaxbx'],
  ['https://desk.example.com/only', 'https://desk.example.com/only'],
];

const notMatching: [pattern: string, url: string][] = [
  ['https://desk.example.com/*', 'http://desk.example.com/'],
  ['https://desk.example.com/*', 'https://example.com/'],
  ['https://desk.example.com/*', 'https://desk.example.com.evil.example/'],
  ['https://desk.example.com/*', 'https://evil.example/https://desk.example.com/'],
  ['https://desk.example.com/*', 'https://desk.example.com@evil.example/'],
  ['https://*.example.com/*', 'https://badexample.com/'],
  ['https://desk.example.com/tickets/*', 'https://desk.example.com/tickets'],
  ['https://desk.example.com/only', 'https://desk.example.com/only/more'],
  ['https://desk.example.com/*/edit', 'https://desk.example.com/edit'],
  ['https://desk.example.com/aba*ba', 'https://desk.example.com/aba'],
  ['http://127.0.0.1:8080/*', 'http://127.0.0.1:8081/'],
  ['https://desk.example.com:8443/*', 'https://desk.example.com/'],
  ['*://desk.example.com/*', 'ftp://desk.example.com/'],
  ['*://*/*', 'chrome://settings/'],
  ['*://*/*', 'about:blank'],
  ['*://*/*', 'not a URL'],
  ['<all_urls>', 'https://desk.example.com/'],
];

for (const [pattern, url] of matching) {
  test(`${pattern} covers ${url}`, () => expect(matchesPattern(pattern, url)).toBe(true));
}

for (const [pattern, url] of notMatching) {
  test(`${pattern} does not cover ${url}`, () => expect(matchesPattern(pattern, url)).toBe(false));
}

test('only patterns with a scheme, a host and a path are accepted', () => {
  const wrong = [
    '',
    '<all_urls>',
    'desk.example.com',
    'https://desk.example.com',
    'ftp://a.example/*',
    'https:///*',
    'https://*a.example/*',
    'https://a.example:x/*',
    'file:///etc/*',
  ];
  expect(wrong.filter(isMatchPattern)).toEqual([]);
  expect(matching.map(([pattern]) => pattern).filter((pattern) => !isMatchPattern(pattern))).toEqual([]);
  expect(BUILT_IN_DENY.filter((pattern) => !isMatchPattern(pattern))).toEqual([]);
});

test('a path is widened, and scheme, host and port stay', () => {
  expect(withAnyPath('https://*.example.com:8443/tickets/*')).toBe('https://*.example.com:8443/*');
});

test('a pattern of many stars is still matched at once', () => {
  const pattern = `https://desk.example.com/${'*a'.repeat(2_000)}`;
  // The processor’s time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  expect(matchesPattern(pattern, `https://desk.example.com/${'a'.repeat(1_999)}b`)).toBe(false);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
});
