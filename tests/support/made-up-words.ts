import type { Random } from './seeded.ts';

/** Words like those of people, places and companies, that no page of these tests says by itself. */
export const PEOPLE = [
  'alice',
  'Martin',
  'berlin',
  'Zoë Kravchenko',
  "Ana O'Neil",
  'Grünwald GmbH',
  'maria lopez',
  '渡辺さん',
];
/** Names that nobody enters: what the page itself says of people. */
export const STRANGERS = ['kwame osei-bonsu', 'Priya', 'Wiśniewski', 'chennai', 'José Villanueva'];
export const DETECTED = [
  'eve.moneypenny@example.com',
  '4111 1111 1111 1111',
  'DE89370400440532013000',
  '+49 30 1234567',
  '078-05-1120',
  '02070803628',
  '12345678Z',
  '10.11.12.13',
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
];

/** What the site of such a page may list as its own: all of it stands around data. */
export const PHRASES = ['Dear {}, hello', 'Dear {}', 'Mail {} now', 'Open case of {}', 'Save changes'];

/** Words, URLs and style sheets of a page that is made up as it goes. */
export function createMadeUpWords(random: Random, entered: readonly string[], run: number) {
  function pick<T>(from: readonly T[]): T {
    const item = from[random(from.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  function enteredValue(): string {
    return pick(entered);
  }

  /** A value as a page may write it. */
  function variant(): string {
    const value = enteredValue();
    return pick([
      () => value,
      () => value.toUpperCase(),
      () => value.toLowerCase(),
      () => `  ${value} `,
      () => value.replaceAll(' ', '\u00a0'),
      () => encoded(value),
    ])();
  }

  /** A value in a form that other programs read. */
  function encoded(value: string): string {
    return pick([
      () => encodeURIComponent(encodeURIComponent(value)),
      () => [...value].map((one) => `&#${one.codePointAt(0)};`).join(''),
      () => Buffer.from(`{"who":"${value}"}`).toString('base64'),
      () => Buffer.from(`who=${value}`).toString('hex'),
      () => [...value].join('\u200b'),
    ])();
  }

  function slug(): string {
    return pick([encodeURIComponent(enteredValue()), enteredValue().toLowerCase().replaceAll(' ', '-')]);
  }

  /** Something that nobody entered and that must go because of its place. */
  function unseen(): string {
    return `qx${run}secret${random(1000)}`;
  }

  /** Something that must go because of its place where data goes, and stays at level `open`. */
  function placed(): string {
    return `qx${run}placed${random(1000)}`;
  }

  function url(): string {
    const path = pick(['/list', `/people/${slug()}`, `/a/${slug()}/edit`]);
    const user = pick(['', `${unseen()}:${unseen()}@`]);
    return `https://${user}app.example.com${path}?q=${placed()}&token=${unseen()}&u=${slug()}#${placed()}`;
  }

  function phrase(): string {
    return pick([
      () => `Dear ${variant()}, hello`,
      () => `(${variant()})`,
      () => `Mail ${pick(DETECTED)} now`,
      () => 'Save changes',
      () => `Open case of ${pick(STRANGERS)}`,
      () => pick(STRANGERS),
      () => `${variant()} · ${variant()}`,
    ])();
  }

  function css(): string {
    return `.a::after{content:"${phrase()}";background:url(/x.png?t=${placed()})}/* ${unseen()} */`;
  }

  return { pick, enteredValue, unseen, placed, slug, url, phrase, css };
}
