import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LEAK_CASES } from '../support/leaks/leak-cases.ts';
import { GIVEN, TESTED_ELSEWHERE, uncovered } from '../support/leaks/situations.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('every situation that the project was given is a case, or a test by its name', () => {
  expect(GIVEN).toHaveLength(133);
  expect(uncovered()).toEqual([]);
  const missing = [...TESTED_ELSEWHERE].filter(([, [file, title]]) => !read(file).includes(title));
  expect(missing).toEqual([]);
});

test('cases have numbers of their own', () => {
  const numbers = LEAK_CASES.map(({ number }) => number);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});

test('no record says in which time zone or language somebody works', () => {
  expect(read('docs/episode-format.md')).not.toMatch(/time ?zone|timezone|locale|utc ?offset/i);
});
