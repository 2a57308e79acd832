import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readSources } from '../support/sources.ts';

interface Message {
  readonly message: string;
}

const read = (language: string): Record<string, Message> =>
  JSON.parse(readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'));

const english = read('en');
const german = read('de');
const placeholders = ({ message }: Message) => new Set(message.match(/\$\d/g));

test('every message is in English and in German', () => {
  expect(Object.keys(german)).toEqual(Object.keys(english));
});

test('a message takes the same values in both languages', () => {
  for (const [key, message] of Object.entries(english)) {
    expect(placeholders(german[key] ?? { message: '' }), key).toEqual(placeholders(message));
  }
});

test('no message is empty, and none speaks with a hard hyphen or three dots', () => {
  for (const [key, { message }] of [...Object.entries(english), ...Object.entries(german)]) {
    expect(message, key).toMatch(/\S/);
    expect(message, key).not.toMatch(/--|\.\.\.|'|"/);
  }
});

test('every message is used', () => {
  const sources = readSources().filter(({ path }) => path.startsWith('entrypoints/') || path === 'lib/text.ts');
  const code = `${sources.map(({ text }) => text).join('\n')}\n${readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8')}`;
  // A key is named whole, or begun in a template: `status_off_${reason}_detail`.
  const templates = [...code.matchAll(/`([a-z_]+_)\$\{[^}]+\}([a-z_]*)`/g)].map(
    ([, start, end]) => new RegExp(`^${start}\\w+${end}$`),
  );
  const counted = /^(queue|frames_not_covered)_(one|other)$/;
  const unused = Object.keys(english).filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !code.includes(`__MSG_${key}__`) &&
      !counted.test(key) &&
      !templates.some((template) => template.test(key)),
  );
  expect(unused).toEqual([]);
});
