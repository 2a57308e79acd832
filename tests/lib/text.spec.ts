import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dayNames } from '../../entrypoints/options/schedule.ts';
import { createText, type Text } from '../../lib/text.ts';

/** Looks messages up as a browser does. */
function textIn(language: 'en' | 'de', browserLanguage: string): Text {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return createText(
    (key, values) =>
      (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? ''),
    browserLanguage,
  );
}

const british = textIn('en', 'en-GB');
const american = textIn('en', 'en-US');
const german = textIn('de', 'de');

test('amounts of data are given in decimal units and in the manner of the language', () => {
  expect([0, 999, 43_210, 1_100_000, 500_000_000, 2e9].map(british.bytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '43 kB',
    '1.1 MB',
    '500 MB',
    '2 GB',
  ]);
  expect(german.bytes(1_100_000)).toBe('1,1 MB');
});

test('a length of time is given in the largest whole unit', () => {
  expect([1, 30, 60, 90, 1440].map(british.minutes)).toEqual([
    '1 minute',
    '30 minutes',
    '1 hour',
    '90 minutes',
    '1 day',
  ]);
  expect(german.days(14)).toBe('14 Tage');
});

test('a moment is a time of day today, midnight when the day ends, and has its date otherwise', () => {
  const now = new Date(2026, 10, 21, 14, 0).getTime();
  expect(british.moment(new Date(2026, 10, 21, 14, 30).getTime(), now)).toBe('14:30');
  expect(american.moment(new Date(2026, 10, 21, 14, 30).getTime(), now)).toMatch(/^2:30\sPM$/);
  expect(british.moment(new Date(2026, 10, 22).getTime(), now)).toBe('midnight');
  expect(german.moment(new Date(2026, 10, 22).getTime(), now)).toBe('Mitternacht');
  expect(british.moment(new Date(2026, 10, 20, 14, 30).getTime(), now)).toBe('20 Nov 2026, 14:30');
});

test('the language of the browser does not mix with messages of another', () => {
  expect(textIn('en', 'fr').clockTime('19:05')).toMatch(/^7:05\sPM$/);
  expect(british.clockTime('19:05')).toBe('19:05');
});

test('a schedule can last until midnight', () => {
  expect(german.clockTime('24:00')).toBe('Mitternacht');
});

test('a counted message follows its number', () => {
  expect(british.count('queue', 1)).toBe('1 recorded task is waiting to be sent.');
  expect(german.count('queue', 1234)).toBe('1.234 Aufgaben sind noch nicht gesendet.');
});

test('days of the week in a row are a range', () => {
  expect(dayNames(['fri', 'mon', 'tue', 'wed', 'thu'], british)).toBe('Monday to Friday');
  expect(dayNames(['mon', 'tue', 'sat'], british)).toBe('Monday, Tuesday and Saturday');
  expect(dayNames(['mon', 'tue', 'wed', 'sat', 'sun'], german)).toBe('Montag bis Mittwoch, Samstag und Sonntag');
});
