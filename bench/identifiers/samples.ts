import type { Kind } from '../../lib/redaction/kinds.ts';
import { type Random, seeded } from '../../tests/support/seeded.ts';
import { born, card, crypto, email, iban, ip, key, long, mac, phone, ssn } from './identifiers.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { NATIONAL } from './national-ids.ts';
import { pick } from './numbers.ts';

/** A text with something in it that a detector has to find, or must not. */
export interface Sample {
  readonly text: string;
  /** What has to be found, and as what; null where nothing of this kind is there. */
  readonly value: string | null;
  readonly kind: Kind;
}

const AROUND = [
  '%',
  'Call: %',
  'The value is %, please check.',
  '(%)',
  'Kunde: % – offen',
  'réf. % du dossier',
  '%\nThank you',
  'x % y',
];
const BORN_BEFORE = [
  'Date of birth: ',
  'DOB ',
  'born on ',
  'geboren am ',
  'Geburtsdatum: ',
  'né le ',
  'fecha de nacimiento: ',
  'data di nascita: ',
];

const POSITIVES: readonly (readonly [
  kind: Kind,
  count: number,
  make: (random: Random) => readonly [before: string, value: string],
])[] = [
  ['EMAIL_ADDRESS', 150, (random) => ['', email(random)]],
  ['PHONE_NUMBER', 240, (random) => ['', phone(random)]],
  ['CREDIT_CARD', 150, (random) => ['', card(random)]],
  ['IBAN_CODE', 150, (random) => ['', iban(random)]],
  ['US_SSN', 60, (random) => ['', ssn(random)]],
  [
    'NATIONAL_ID',
    400,
    (random) => {
      const [before, make] = pick(random, NATIONAL);
      return [before, make(random)];
    },
  ],
  ['IP_ADDRESS', 120, (random) => ['', ip(random)]],
  ['MAC_ADDRESS', 60, (random) => ['', mac(random)]],
  ['CRYPTO', 90, (random) => ['', crypto(random)]],
  ['API_KEY', 140, (random) => ['', key(random)]],
  ['DATE_OF_BIRTH', 120, (random) => [pick(random, BORN_BEFORE), born(random)]],
  ['NUMBER', 60, (random) => ['', long(random)]],
];

/** The same samples every time. */
export function madeUpSamples(): Sample[] {
  const random = seeded(4711);
  const positives = POSITIVES.flatMap(([kind, count, make]) =>
    Array.from({ length: count }, (): Sample => {
      const [before, value] = make(random);
      return { kind, value, text: pick(random, AROUND).replace('%', () => before + value) };
    }),
  );
  const negatives = LOOK_ALIKES.flatMap(([kind, count, make]) =>
    Array.from({ length: count }, (): Sample => ({
      kind,
      value: null,
      text: pick(random, AROUND).replace('%', () => make(random)),
    })),
  );
  return [...positives, ...negatives];
}
