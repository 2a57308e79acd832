import type { Kind } from '../../lib/redaction/kinds.ts';
import { born, HEX, iban, KEY, USERS } from './identifiers.ts';
import { digits, grouped, letters, luhn, type Make, pick, two } from './numbers.ts';

/** What is like an identifier, and none: wrong check digits, versions, times, orders, words. */
export const LOOK_ALIKES: readonly (readonly [kind: Kind, count: number, make: Make])[] = [
  [
    'EMAIL_ADDRESS',
    120,
    (random) =>
      pick(random, [
        `@${pick(random, USERS)}`,
        `${random(90)} @ ${random(9)}.50`,
        `npm i @scope/pkg@${random(9)}.${random(9)}.0`,
        'user@',
        'a@b',
        'meet @ noon',
        `${pick(random, USERS)} at example.com`,
      ]),
  ],
  [
    'PHONE_NUMBER',
    220,
    (random) =>
      pick(random, [
        `${2020 + random(9)}-0${1 + random(9)}-1${random(9)}`,
        `1${random(9)}.0${1 + random(9)}.20${two(random(30))} 1${random(9)}:30`,
        `order ${1000 + random(9000)}-${two(random(99))}`,
        `${1 + random(99)},${digits(random, 3)},${digits(random, 3)}.00`,
        `INV-2026-${digits(random, 6)}`,
        `${random(10)} ${random(10)} ${random(10)} ${random(10)} ${random(10)}`,
        `v${random(9)}.${random(20)}.${random(9)}-rc.${random(9)}`,
        `ISBN 978-3-16-14841${random(10)}-0`,
        `${100 + random(900)}x${100 + random(900)} px`,
        `rows ${1 + random(50)}-${60 + random(40)} of ${100 + random(900)}`,
      ]),
  ],
  [
    'CREDIT_CARD',
    150,
    (random) => {
      const number = luhn(`4${digits(random, 14)}`);
      const wrong = number.slice(0, 15) + ((Number(number[15]) + 1 + random(8)) % 10);
      return grouped(wrong, [4, 4, 4, 4], pick(random, [' ', '-']));
    },
  ],
  [
    'IBAN_CODE',
    120,
    (random) => {
      const whole = iban(random).replaceAll(' ', '');
      const last = whole.at(-1) ?? '0';
      return whole.slice(0, -1) + ((Number(last) + 1 + random(8)) % 10);
    },
  ],
  [
    'US_SSN',
    60,
    (random) =>
      pick(random, [
        `000-${two(random(99))}-${1000 + random(9000)}`,
        `666-12-${1000 + random(9000)}`,
        `${100 + random(800)}-00-1234`,
        `A${100 + random(800)}-12-3456`,
      ]),
  ],
  [
    'NATIONAL_ID',
    300,
    (random) =>
      pick(random, [
        () => {
          const number = digits(random, 8);
          return number + 'TRWAGMYFPDXBNJZSQVHLCKE'[(Number(number) + 1 + random(21)) % 23];
        },
        () => `ticket ${100000000 + random(899999999)}`,
        () => `SKU ${letters(random, 3, 'XYZ')}-${digits(random, 5)}`,
        () => `${letters(random, 8, 'ABCDEF0123456789')}`,
        () => `part ${digits(random, 3)} ${digits(random, 3)}`,
        () => `#${letters(random, 6, HEX)}`,
      ])(),
  ],
  [
    'IP_ADDRESS',
    120,
    (random) =>
      pick(random, [
        `version ${random(9)}.${random(9)}.${random(9)}.${random(99)}`,
        `v1.${random(20)}.3.${random(9)}`,
        `${300 + random(500)}.1.2.3`,
        `1${random(9)}:${two(random(60))}:${two(random(60))}`,
        `section ${random(9)}.${random(9)}.${random(9)}`,
        'a::b::c',
        'std::vector::size',
        'key:value:other',
      ]),
  ],
  [
    'MAC_ADDRESS',
    60,
    (random) =>
      pick(random, [
        `1${random(9)}:${two(random(60))}:${two(random(60))}`,
        `${letters(random, 2, HEX)}:${letters(random, 2, HEX)}:${letters(random, 2, HEX)}`,
        `zz:${letters(random, 2, HEX)}:11:22:33:44`,
        `${letters(random, 8, HEX)}-${letters(random, 4, HEX)}-4${letters(random, 3, HEX)}`,
      ]),
  ],
  [
    'CRYPTO',
    80,
    (random) =>
      pick(random, [
        `0x${letters(random, 8, HEX)}`,
        letters(random, 32, HEX),
        'thisIsAVeryLongCamelCaseIdentifier',
        'THIS_IS_A_CONSTANT_NAME_OF_CODE',
        `${letters(random, 40, 'abcdef')}`,
      ]),
  ],
  [
    'API_KEY',
    120,
    (random) =>
      pick(random, [
        'password: required',
        'The token of appreciation',
        'api key: none',
        `sk-${letters(random, 4, KEY)}`,
        'secret: see the vault',
        'Your password is too short',
        `build-${letters(random, 7, HEX)}`,
        'access token = expired',
        'xoxo, gossip',
      ]),
  ],
  [
    'DATE_OF_BIRTH',
    100,
    (random) =>
      pick(random, [
        `Due ${born(random)}`,
        `created on ${born(random)}`,
        `invoice of ${born(random)}`,
        `born to run`,
        `${born(random)}`,
      ]),
  ],
  [
    'NUMBER',
    60,
    (random) =>
      pick(random, [
        `17${digits(random, 8)}`,
        `${1 + random(9)}${digits(random, 6)}`,
        `${random(999)}.${digits(random, 14)}`,
        '00000000000000',
      ]),
  ],
];
