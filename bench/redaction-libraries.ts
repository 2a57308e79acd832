import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import validator from 'validator';
import { detect } from '../lib/redaction/detectors.ts';
import type { Kind } from '../lib/redaction/kinds.ts';
import { madeUpSamples, type Sample } from './identifiers/samples.ts';
import { type Measurement, noted } from './measurement.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

type Find = (text: string) => readonly Range[];

/** Countries that a library for phone numbers tries, where a text does not say which it is of. */
const COUNTRIES = ['US', 'DE', 'FR', 'GB', 'IT', 'ES', 'IN', 'CH', 'AT', 'NL'] as const;

/**
 * How well-kept libraries do where our detectors stand. `validator` says whether a text is one thing and finds none in a
 * text: here it is given what may be one.
 */
const LIBRARIES: readonly (readonly [kind: Kind, library: string, find: Find])[] = [
  ['PHONE_NUMBER', 'libphonenumber-js, country not known', phoneNumbers],
  [
    'PHONE_NUMBER',
    `libphonenumber-js, ${COUNTRIES.length} countries`,
    (text) => COUNTRIES.flatMap((country) => phoneNumbers(text, country)),
  ],
  ['IBAN_CODE', 'validator', (text) => prefixesIn(text, /[A-Z]{2}\d{2}[A-Z\d ]{10,40}/gi, validator.isIBAN)],
  ['CREDIT_CARD', 'validator', (text) => prefixesIn(text, /\d(?:[ -]?\d){11,18}/g, validator.isCreditCard)],
  ['EMAIL_ADDRESS', 'validator', (text) => prefixesIn(text, /[^\s(<"'=:,;]+@[^\s)>"',;]+/g, validator.isEmail)],
];

/** Precision and recall of libraries on the samples of our detectors, beside ours. */
export function measureDetectorLibraries(): Promise<Measurement[]> {
  const samples = madeUpSamples();
  const rows = LIBRARIES.flatMap(([kind, library, find], place) => {
    const some = samples.filter((sample) => sample.kind === kind);
    const ours: Find = (text) => detect(text).filter((found) => found.kind === kind);
    const isFirst = LIBRARIES[place - 1]?.[0] !== kind;
    return [
      ...(isFirst ? [noted(`${kind}, ours`, scoreOf(some, ours))] : []),
      noted(`  ${library}`, scoreOf(some, find)),
    ];
  });
  return Promise.resolve(rows);
}

function phoneNumbers(text: string, country?: (typeof COUNTRIES)[number]): Range[] {
  return findPhoneNumbersInText(text, country).map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
}

/** What of each match a library accepts, the longest beginning of it. */
function prefixesIn(text: string, candidates: RegExp, isOne: (text: string) => boolean): Range[] {
  return [...text.matchAll(candidates)].flatMap(({ 0: found, index }) => {
    for (let length = found.length; length > 5; length -= 1)
      if (isOne(found.slice(0, length).trim())) return [{ from: index, to: index + length }];
    return [];
  });
}

function scoreOf(samples: readonly Sample[], find: Find): string {
  let [found, positives, wrong] = [0, 0, 0];
  const began = performance.now();
  for (const { text, value } of samples) {
    const ranges = find(text);
    const from = text.indexOf(value ?? '');
    if (value === null) wrong += ranges.length > 0 ? 1 : 0;
    else positives += 1;
    if (value !== null && ranges.some((range) => range.from <= from + 1 && range.to >= from + value.length)) found += 1;
  }
  const microseconds = ((performance.now() - began) * 1000) / samples.length;
  return `precision ${percent(found / (found + wrong))}, recall ${percent(found / positives)}, ${microseconds.toFixed(0)} µs a text`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
