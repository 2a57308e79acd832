import { expect, test } from '@playwright/test';
import { readingsOf } from '../../entrypoints/recorder.content/readings.ts';

const SECRET = 'Zx9-pass!';
const hexOf = (text: string) => [...text].map((character) => character.charCodeAt(0).toString(16));
const hex = hexOf(SECRET);

const texts: Readonly<Record<string, string>> = {
  'a URL': `/x?p=${hex.map((code) => `%${code}`).join('')}`,
  'a URL in a URL': `/x?p=${encodeURIComponent(encodeURIComponent(SECRET))}`,
  'a script': hex.map((code) => `\\x${code}`).join(''),
  JSON: hex.map((code) => `\\u00${code}`).join(''),
  HTML: [...SECRET].map((character) => `&#${character.charCodeAt(0)};`).join(''),
  'HTML in hexadecimal': hex.map((code) => `&#x${code};`).join(''),
  'bytes in hexadecimal': `u-${hex.join('')}`,
  base64: btoa(`{"p":"${SECRET}"}`),
  'base64 without its end': btoa(SECRET).slice(0, 13),
};

for (const [what, text] of Object.entries(texts))
  test(`a secret is read in ${what}`, () => expect(readingsOf(text)).toContain(SECRET.slice(0, 8)));

test('words and colours say what they say', () => {
  for (const text of ['Save changes', '#ccc', 'width: 100%', 'R&D']) expect(readingsOf(text)).toBe(text);
});
