import { birth, digits, grouped, letters, luhn, type Make, pick, two } from './numbers.ts';

export const card: Make = (random) => {
  const [prefix, length] = pick(random, [
    ['4', 16],
    ['51', 16],
    ['2221', 16],
    ['37', 15],
    ['6011', 16],
    ['3528', 16],
  ] as const);
  const number = luhn(prefix + digits(random, length - prefix.length - 1));
  const groups = length === 15 ? [4, 6, 5] : [4, 4, 4, 4];
  return pick(random, [number, grouped(number, groups, ' '), grouped(number, groups, '-')]);
};

export const IBANS = [
  ['DE', 18],
  ['NL', 14],
  ['FR', 23],
  ['GB', 18],
  ['ES', 20],
  ['IT', 23],
  ['PL', 24],
  ['CH', 17],
  ['AT', 16],
  ['SE', 20],
  ['NO', 11],
] as const;
export const iban: Make = (random) => {
  const [country, length] = pick(random, IBANS);
  const letter = country === 'NL' || country === 'GB' ? 4 : country === 'IT' ? 1 : 0;
  const body = letters(random, letter, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') + digits(random, length - letter);
  const plain = [...`${body}${country}00`].map((one) => Number.parseInt(one, 36)).join('');
  const whole = `${country}${two(98 - Number(BigInt(plain) % 97n))}${body}`;
  return random(2) === 0 ? whole : (whole.match(/.{1,4}/g) ?? []).join(' ');
};

export const USERS = ['jane.doe', 'j.müller', 'o.brien+crm', 'maria_lopez', 'info', 'a', 'tomasz-w', '山田', "d'arcy"];
export const HOSTS = [
  'example.com',
  'sub.example.co.uk',
  'exämple.de',
  'mail.example.museum',
  'example.io',
  'firma-beispiel.at',
];
export const email: Make = (random) =>
  `${pick(random, USERS)}${random(3) === 0 ? random(1000) : ''}@${pick(random, HOSTS)}`;

export const phone: Make = (random) => {
  const d = (count: number) => digits(random, count);
  const area = () => `${2 + random(8)}${d(2)}`;
  return pick(random, [
    () => `+49 ${pick(random, ['30', '89', '171'])} ${1 + random(9)}${d(6)}`,
    () => `+1 (${area()}) ${2 + random(8)}${d(2)}-${d(4)}`,
    () => `(${area()}) ${2 + random(8)}${d(2)}-${d(4)}`,
    () => `+44 20 7${d(3)} ${d(4)}`,
    () => `020 7${d(3)} ${d(4)}`,
    () => `0${1 + random(5)} ${d(2)} ${d(2)} ${d(2)} ${d(2)}`,
    () => `+33 ${1 + random(9)} ${d(2)} ${d(2)} ${d(2)} ${d(2)}`,
    () => `+91 9${d(4)} ${d(5)}`,
    () => `0041 44 ${d(3)} ${d(2)} ${d(2)}`,
    () => `+81-3-${d(4)}-${d(4)}`,
    () => `+5511${9}${d(8)}`,
    () => `017${random(10)}/${1 + random(9)}${d(6)}`,
  ])();
};

export const ssn: Make = (random) => `${100 + random(500)}-${two(1 + random(99))}-${1000 + random(9000)}`;

export const HEX = '0123456789abcdef';
export const ip: Make = (random) =>
  pick(random, [
    () => `${1 + random(120)}.${random(256)}.${random(256)}.${random(256)}`,
    () => Array.from({ length: 8 }, () => letters(random, 4, HEX)).join(':'),
    () => `2001:db8:${letters(random, 4, HEX)}::${letters(random, 3, 'abcdef')}`,
    () => `fe80::${letters(random, 4, HEX)}:${letters(random, 4, 'abcdef')}`,
  ])();
export const mac: Make = (random) =>
  Array.from({ length: 6 }, () => letters(random, 2, HEX)).join(pick(random, [':', '-']));
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const crypto: Make = (random) =>
  pick(random, [
    () => `0x${letters(random, 40, HEX)}`,
    () => `bc1q${letters(random, 38, '023456789acdefghjklmnpqrstuvwxyz')}`,
    () =>
      `1${letters(random, 6, 'ABCDEFGH')}${letters(random, 4, '23456789')}${letters(random, 4, 'abcdefgh')}${letters(random, 19, BASE58).replace(/[a-z]{8}/, 'A')}`,
  ])();
export const KEY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const key: Make = (random) =>
  pick(random, [
    () => `ghp_${letters(random, 36, KEY)}`,
    () => `sk_live_${letters(random, 24, KEY)}`,
    () => `AKIA${letters(random, 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
    () => `xoxb-${digits(random, 11)}-${letters(random, 24, KEY)}`,
    () => `eyJhbGciOiJIUzI1NiJ9.${letters(random, 40, KEY)}.${letters(random, 43, KEY)}`,
    () => `AIza${letters(random, 35, KEY)}`,
    () => `glpat-${letters(random, 20, KEY)}`,
  ])();
export const born: Make = (random) => {
  const { day, month } = birth(random);
  const year = 1930 + random(80);
  return pick(random, [
    `${day}.${month}.${year}`,
    `${year}-${month}-${day}`,
    `${month}/${day}/${year}`,
    `${Number(day)} March ${year}`,
    `${Number(day)}. Mai ${year}`,
  ]);
};
export const long: Make = (random) => `${2 + random(8)}${digits(random, 10 + random(8))}`;
