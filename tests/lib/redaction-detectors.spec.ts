import { expect, test } from '@playwright/test';
import { madeUpSamples } from '../../bench/identifiers/samples.ts';
import { detect } from '../../lib/redaction/detectors.ts';
import { encodedIn } from '../../lib/redaction/encoded.ts';
import { type Glance, isPlain } from '../../lib/redaction/glance.ts';
import { normalise } from '../../lib/redaction/normalise.ts';
import { kindOfValue } from '../../lib/redaction/value-kind.ts';
import { seeded } from '../support/seeded.ts';

const SEED = 'apple banana cherry date elder figs grape hazel iris jasmine kiwi lemon';

/** What is found, and the text around it. */
const positives: readonly (readonly [kind: string, found: string, text: string])[] = [
  ['EMAIL_ADDRESS', 'jane.doe+crm@sub.example.co.uk', 'Write to jane.doe+crm@sub.example.co.uk.'],
  ['EMAIL_ADDRESS', 'müller@exämple.de', '<müller@exämple.de>'],
  ['EMAIL_ADDRESS', 'a@b.museum', 'mailto:a@b.museum,'],
  ['CREDIT_CARD', '4111 1111 1111 1111', 'Card 4111 1111 1111 1111, please'],
  ['CREDIT_CARD', '5555-5555-5555-4444', '5555-5555-5555-4444'],
  ['CREDIT_CARD', '378282246310005', 'amex 378282246310005'],
  ['CREDIT_CARD', '4111 1111 1111 1111', '4111 1111 1111 1111 123'],
  ['IBAN_CODE', 'DE89 3704 0044 0532 0130 00', 'IBAN: DE89 3704 0044 0532 0130 00 is ours'],
  ['IBAN_CODE', 'gb82west12345698765432', 'gb82west12345698765432.'],
  ['CREDIT_CARD', '4111.1111.1111.1111', 'paid with 4111.1111.1111.1111.'],
  ['CREDIT_CARD', '4111–1111–1111–1111', '4111–1111–1111–1111'],
  ['CREDIT_CARD', '4111  1111  1111  1111', '4111  1111  1111  1111'],
  ['IBAN_CODE', 'DE89.3704.0044.0532.0130.00', 'IBAN DE89.3704.0044.0532.0130.00'],
  ['US_SSN', '123-45-6789', 'SSN 123-45-6789'],
  ['US_SSN', '123456789', 'Social security number: 123456789'],
  ['PHONE_NUMBER', '+49 30 1234567', 'Tel. +49 30 1234567'],
  ['PHONE_NUMBER', '+1 (555) 123-4567', 'ring +1 (555) 123-4567 now'],
  ['PHONE_NUMBER', '0049 30 1234567', '0049 30 1234567'],
  ['PHONE_NUMBER', '(555) 234-5678', '(555) 234-5678'],
  ['PHONE_NUMBER', '020 7946 0958', '020 7946 0958'],
  ['PHONE_NUMBER', '0171/1234567', 'mobil 0171/1234567'],
  ['PHONE_NUMBER', '01 23 45 67 89', '01 23 45 67 89'],
  ['NUMBER', '4111111111111112', 'order 4111111111111112'],
  ['NATIONAL_ID', '02070803628', 'PESEL 02070803628'],
  ['NATIONAL_ID', '12345678Z', 'DNI 12345678Z'],
  ['NATIONAL_ID', 'RSSMRA85T10A562S', 'CF: RSSMRA85T10A562S'],
  ['NATIONAL_ID', '2 55 08 14 168 025 38', 'NIR 2 55 08 14 168 025 38'],
  ['NATIONAL_ID', '2341 2341 2346', 'Aadhaar 2341 2341 2346'],
  ['NATIONAL_ID', '756.9217.0769.85', 'AHV 756.9217.0769.85'],
  ['NATIONAL_ID', '11010519491231002X', '11010519491231002X'],
  ['NATIONAL_ID', '529.982.247-25', 'CPF 529.982.247-25'],
  ['NATIONAL_ID', 'AB 12 34 56 C', 'NI number AB 12 34 56 C'],
  ['NATIONAL_ID', '811218-9876', 'personnummer 811218-9876'],
  ['NATIONAL_ID', '131052-308T', 'HETU 131052-308T'],
  ['NATIONAL_ID', 'C01X00T47', 'Passport no. C01X00T47'],
  ['NATIONAL_ID', '25C17QXN', 'identity card no. 25C17QXN'],
  ['IP_ADDRESS', '10.11.12.13', 'from 10.11.12.13:8080'],
  ['IP_ADDRESS', '2001:db8::8a2e:370:7334', 'host 2001:db8::8a2e:370:7334'],
  ['MAC_ADDRESS', '00:1b:44:11:3a:b7', 'eth0 00:1b:44:11:3a:b7'],
  ['MAC_ADDRESS', 'aa-bb-cc-dd-ee-ff', 'card aa-bb-cc-dd-ee-ff'],
  ['MAC_ADDRESS', 'abcd.efab.cdef', 'port abcd.efab.cdef'],
  ['CRYPTO', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['CRYPTO', 'r9377829524eB452f7DDTsobw', 'XRP: r9377829524eB452f7DDTsobw'],
  ['CRYPTO', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
  ['DATE_OF_BIRTH', '14.03.1987', 'geboren am 14.03.1987 in'],
  ['DATE_OF_BIRTH', 'March 14, 1987', 'Date of birth: March 14, 1987'],
  ['API_KEY', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc_def', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc_def'],
  ['API_KEY', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'use ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
  ['API_KEY', 'AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
  ['API_KEY', 'hunter2222x', 'password: hunter2222x'],
  ['API_KEY', 'abcdef123456789', 'Authorization: Bearer abcdef123456789'],
  ['API_KEY', '8f3kd92mfk', 'Set-Cookie: PHPSESSID=8f3kd92mfk; Path=/'],
  ['API_KEY', '618204', 'Your verification code is 618204.'],
  ['API_KEY', '618-204', 'Sign-in code: 618-204'],
  ['API_KEY', '618204', 'G-618204 is your Google verification code'],
  ['API_KEY', '618204', 'Use code 618204 to log in'],
  ['API_KEY', '618204', 'mTAN 618204'],
  ['API_KEY', '8317', 'Ihre PIN lautet 8317'],
  ['API_KEY', '731', 'CVC: 731'],
  ['API_KEY', 'admin:rose', 'https://admin:rose@intranet/start'],
  ['API_KEY', ':p4ssw0rd', 'redis://:p4ssw0rd@host:6379'],
  ['API_KEY', 'hunter2', 'Password: hunter2'],
  ['API_KEY', 'rose', 'export DB_PASSWORD=rose'],
  ['API_KEY', 'rose', 'JWT_KEY=rose'],
  ['API_KEY', 'rose', 'Server=x;Uid=sa;Pwd=rose;'],
  ['API_KEY', 'rose', '{"password":"rose"}'],
  ['API_KEY', 'rose', 'mysql --password rose'],
  ['API_KEY', 'rose', 'curl -u bob:rose https://x.example'],
  ['API_KEY', 'dTpw', 'Authorization: Basic dTpw'],
  ['API_KEY', 'rose', 'X-Api-Key: rose'],
  ['API_KEY', 'rose', 'see https://x.example/a?page=2&sig=rose'],
  ['API_KEY', 'rose', 'Set-Cookie: a=17; sid=rose; Path=/'],
  ['API_KEY', '0123456789abcdef', 'https://0123456789abcdef@sentry.example/1'],
  ['API_KEY', 'T01/B02/rosebud', 'https://hooks.slack.com/services/T01/B02/rosebud'],
  ['API_KEY', 'JBSW Y3DP EHPK 3PXP', 'Setup key: JBSW Y3DP EHPK 3PXP'],
  ['API_KEY', '8d3h-71xw', 'Backup codes: 4f7k-92mq, 8d3h-71xw'],
  ['API_KEY', SEED, `Recovery phrase: ${SEED}`],
  ['API_KEY', '618204', 'Enter 618204 to continue'],
  ['API_KEY', '618204', 'Your code is 618204'],
  ['API_KEY', '12345678', 'PUK: 12345678'],
];

for (const [kind, found, text] of positives) {
  test(`finds ${kind} in “${text}”`, () => {
    expect(detect(text).map((one) => [one.kind, text.slice(one.from, one.to)])).toContainEqual([kind, found]);
  });
}

const negatives = [
  ...['a@b', '@handle', 'cost @ 5.00', 'order 471108152', '1790000000000', '0000 0000 0000 0000'],
  ...['DE89370400440532013001', 'XX12 3456 7890 1234', '000-45-6789', '123-45-678', 'ticket 123456789'],
  ...['2026-11-21', '21.11.2026 10:30', '11/21/2026', '12:30 - 14:45', 'order 4711-0815-22', 'INV-2026-000123'],
  ...['v1.2.3.4', '10.000.000,00', '1,234,567.89', '10 20 30 40 50 60', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
  ...['Password: required', 'the token of appreciation', 'Your password is too short', 'api key: none', 'Save changes'],
  ...[
    'Status code: 404',
    'Postal code 62704',
    'Product code: 12345',
    'Pin 3 items',
    'pinned: 12 of 48',
    '1234 is your rank',
    'Token: 5min',
    'secret=true',
    'password: ****',
    'https://x.example/a?page=2&sort=name',
    'Backup codes: Download, Print',
    'type=password',
    '4111.1111.1111.1112',
  ],
];

for (const text of negatives) {
  test(`finds nothing in “${text}”`, () => expect(detect(text)).toEqual([]));
}

test('takes linear time on texts made to be slow', () => {
  const slow = [
    'a@',
    '1 ',
    '+1-',
    'ab:',
    '1.1',
    '::',
    'X1',
    'geb. 1',
    '12-',
    'password:',
    '0123 ',
    'aA1.',
    'DE89',
    '(',
    '-----BEGIN ',
    'eyJ',
    'pin: 1',
    'otp 1 1',
    '://a:b',
    'curl -u ',
    'token=',
    '?key=a&',
    'cookie: a=1;',
    'recovery phrase: abc ',
    'backup codes: abcd-',
    'secret key: ABCD ',
  ].map((part) => part.repeat(200_000 / part.length));
  // The processor's time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  for (const text of slow) detect(text);
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});

test('no detector is kept from a text in which it would find something', () => {
  const most = { digits: 1_000, unspaced: 1_000, code: 1_000, word: 1_000, capitals: 1_000 };
  const signs = { signs: 1_000, dots: 1_000, colons: 1_000, hyphens: 1_000, equals: 1_000 };
  const everything: Glance = { ...most, ...signs, hasTwoDigits: true, hasAt: true, isNameOfCode: false };
  const samples = [...madeUpSamples()].flatMap(({ text, value }) => (value === null ? [text] : [text, value]));
  const announced = ['pwd:abcd1234', 'pwd=abcd1234', 'pwd is-abcd123', 'csrf "is" abcd1234', 'Bearer abcdefghij12'];
  const codes = ['pin:831', "otp='8317'", 'otp 618204', 'the PIN is 8317', '1234 is your otp', 'x://a:b@c'];
  const written = [
    'pw: ab12',
    'a_key=ab',
    'PW=abc',
    '--api-key abc',
    'X-Api-Key: abcd',
    '://0123456789abcdef@x',
    '?sig=ab',
  ];
  const born = ['dob-1-1-88', 'geb. 1.1.88', 'né 1 mai 1988', 'born:mai 1 1988', 'born_1988/1/1'];
  const texts = [...samples, ...announced, ...codes, ...written, ...born].map(normalise);
  expect(texts.length).toBeGreaterThan(2_000);
  for (const text of texts) expect(detect(text)).toEqual(detect(text, everything));
});

test('nothing is found, and nothing encoded, in a text that is plain', () => {
  const random = seeded(1);
  const words = [
    'Order',
    'edit',
    'KW',
    'table',
    '--',
    '_',
    '17',
    '4711',
    '1',
    ' ',
    "'",
    'is',
    'pwd',
    'dob',
    'Basic',
    'S3dh',
  ];
  const strung = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + random(6) }, () => words[random(words.length)] ?? '').join(''),
  );
  const pieces = [...madeUpSamples()].flatMap(({ text }) =>
    Array.from({ length: 12 }, () => text.slice(random(text.length))).map((end) => end.slice(0, 1 + random(24))),
  );
  const plain = [...strung, ...pieces].filter(isPlain);
  expect(plain.length).toBeGreaterThan(10_000);
  const holds = (text: string) => normalise(text) !== text || detect(text).length + encodedIn(text).length > 0;
  expect(plain.filter(holds)).toEqual([]);
  for (const text of ['Order 17', 'Edit order 17', 'component-1234', 'Save changes!', ''])
    expect(isPlain(text)).toBe(true);
});

const kinds: readonly (readonly [value: string, kind: string])[] = [
  ...([
    ['5', 'NUMBER'],
    ['1,234.50', 'NUMBER'],
    ['50 %', 'NUMBER'],
    ['2026-11-21', 'DATE'],
    ['21.11.2026', 'DATE'],
  ] as const),
  ...([
    ['2026-11-21T10:00', 'DATE'],
    ['10:30', 'TIME'],
    ['#ff00aa', 'COLOUR'],
    ['€ 12.50', 'MONEY'],
  ] as const),
  ...([
    ['12,50 EUR', 'MONEY'],
    ['https://x.io/a', 'URL'],
    ['Jean-Luc', 'WORD'],
    ['Alice Martin', 'WORDS'],
  ] as const),
  ...([
    ['INV-123', 'IDENTIFIER'],
    ['a b c d e f g h i', 'TEXT'],
    ['one\ntwo', 'TEXT'],
    ['東京', 'WORD'],
  ] as const),
  ...([
    ['alice@example.com', 'EMAIL_ADDRESS'],
    ['4111111111111111', 'CREDIT_CARD'],
  ] as const),
];

for (const [value, kind] of kinds) {
  test(`${JSON.stringify(value)} is ${kind}`, () => expect(kindOfValue(value)).toBe(kind));
}
