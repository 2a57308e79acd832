import { birth, digits, grouped, letters, luhn, type Make, pick, sum, two } from './numbers.ts';

/** National numbers, and what announces those that need it. */
export const NATIONAL: readonly (readonly [before: string, make: Make])[] = [
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      const body = `${year}${month}${day}${digits(random, 4)}`;
      return body + ((10 - (sum(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
    },
  ],
  [
    '',
    (random) => {
      const number = digits(random, 8);
      return number + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23];
    },
  ],
  [
    '',
    (random) => {
      const number = `${random(3)}${digits(random, 7)}`;
      return `${'XYZ'[Number(number[0])]}${number.slice(1)}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]}`;
    },
  ],
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      const short = `${year}${month}${day}`;
      return `${short}-${luhn(short + digits(random, 3)).slice(6)}`;
    },
  ],
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      const serial = digits(random, 3);
      return `${day}${month}${year}${pick(random, ['-', 'A'])}${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${day}${month}${year}${serial}`) % 31]}`;
    },
  ],
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      return `${day}${month}${year}-${digits(random, 4)}`;
    },
  ],
  [
    '',
    (random) => {
      const { month, year } = birth(random);
      const body = `${1 + random(2)}${year}${month}${two(1 + random(95))}${digits(random, 6)}`;
      const whole = body + two(Number(97n - (BigInt(body) % 97n)));
      return random(2) ? whole : grouped(whole, [1, 2, 2, 2, 3, 3, 2], ' ');
    },
  ],
  [
    '',
    (random) => {
      const body = `756${digits(random, 9)}`;
      const whole = body + ((10 - (sum(body, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10);
      return grouped(whole, [3, 4, 4, 2], '.');
    },
  ],
  [
    '',
    (random) => {
      const body = digits(random, 9);
      const check = (text: string) =>
        String(
          ((sum(
            text,
            Array.from(text, (_, at) => text.length + 1 - at),
          ) *
            10) %
            11) %
            10,
        );
      const first = check(body);
      return `${grouped(body, [3, 3, 3], '.')}-${first}${check(body + first)}`;
    },
  ],
  [
    '',
    (random) => {
      const { day, month } = birth(random);
      const body = `${110000 + random(500000)}19${two(50 + random(50))}${month}${day}${digits(random, 3)}`;
      return body + '10X98765432'[sum(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11];
    },
  ],
  ['', (random) => grouped(luhn(`${1 + random(7)}${digits(random, 7)}`), [3, 3, 3], ' ')],
  [
    '',
    (random) =>
      `${letters(random, 3, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}P${letters(random, 1, 'ABCDEFGHIJKLM')}${digits(random, 4)}${letters(random, 1, 'ABCDEFGHIJKLM')}`,
  ],
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      return `${year}${month}${day}-${1 + random(4)}${digits(random, 6)}`;
    },
  ],
  [
    '',
    (random) =>
      `${pick(random, ['AB', 'CE', 'JG', 'PX', 'WM'])} ${two(random(100))} ${two(random(100))} ${two(random(100))} ${pick(random, ['A', 'B', 'C', 'D'])}`,
  ],
  [
    '',
    (random) => {
      const { day, month, year } = birth(random);
      const body = `${year}${month}${day}${digits(random, 3)}`;
      const whole = body + two(97 - (Number(body) % 97));
      return `${whole.slice(0, 2)}.${whole.slice(2, 4)}.${whole.slice(4, 6)}-${whole.slice(6, 9)}.${whole.slice(9)}`;
    },
  ],
  [
    'NHS number: ',
    (random) => {
      for (;;) {
        const body = digits(random, 9);
        const check = (11 - (sum(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        if (check < 10) return grouped(body + check, [3, 3, 4], ' ');
      }
    },
  ],
  [
    'BSN: ',
    (random) => {
      for (;;) {
        const body = `1${digits(random, 7)}`;
        const check = sum(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        if (check < 10) return body + check;
      }
    },
  ],
  ['Passport no. ', (random) => `${letters(random, 2, 'CFGHJKLMNPRTVWXYZ')}${digits(random, 7)}`],
  [
    'Steuer-ID ',
    (random) => {
      const body = `${1 + random(9)}${digits(random, 9)}`;
      let product = 10;
      for (const digit of body) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
      return body + ((11 - product) % 10);
    },
  ],
  [
    'NIF ',
    (random) => {
      const body = `2${digits(random, 7)}`;
      const rest = 11 - (sum(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return body + (rest > 9 ? 0 : rest);
    },
  ],
];
