import { passesLuhn, passesMod1110, passesVerhoeff, weighted } from './checksums.ts';
import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';

/** A number that a state gives to people. */
interface NationalId {
  readonly pattern: RegExp;
  /** Checks what was found, in capitals and without separators. Absent: the pattern says enough. */
  readonly isValid?: (id: string) => boolean;
  /** Words, one of which stands before it: for numbers that are like many others. */
  readonly announced?: RegExp;
}

/** How far before a number its announcement may stand, in characters. */
const REACH = 40;

const TAX = /\b(?:tax|steuer|tfn|nif|fiscal|contribuinte|utr)/i;

/** Numbers of nine digits at least, with one character between two of them at most. */
const OF_DIGITS: readonly NationalId[] = [
  // Austria: insurance number. Weighted sum, modulo 11.
  {
    pattern: /(?<![\w-])\d{4} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d{2}(?![\w-])/g,
    isValid: (id) => weighted(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(id[3]),
    announced: /sozialversicherung|\bsv-?n|versicherungsnummer/i,
  },
  // Australia: tax file number, Medicare number.
  {
    pattern: /(?<![\w-])\d{3} ?\d{3} ?\d{3}(?![\w-])/g,
    isValid: (id) => weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    announced: TAX,
  },
  // Belgium: national number, modulo 97.
  {
    pattern: /(?<![\w.-])\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}(?![\w-])/g,
    isValid: (id) =>
      [Number(id.slice(0, 9)), Number(`2${id.slice(0, 9)}`)].some((base) => 97 - (base % 97) === Number(id.slice(9))),
  },
  // Brazil: CPF.
  { pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g, isValid: isCpf },
  { pattern: /(?<![\w.-])\d{11}(?![\w-])/g, isValid: isCpf, announced: /\bcpf\b/i },
  // Canada: social insurance number.
  { pattern: /(?<![\w-])[1-79]\d{2}([ -])\d{3}\1\d{3}(?![\w-])/g, isValid: passesLuhn },
  // China: resident identity card, modulo 11.
  {
    pattern: /(?<![\w-])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\w-])/gi,
    isValid: (id) => '10X98765432'[weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17],
  },
  // Denmark: CPR number.
  { pattern: /(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}(?![\w-])/g },
  // France: NIR, modulo 97.
  {
    pattern: /(?<![\w-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}(?![\w-])/g,
    isValid: (id) => {
      const number = BigInt(id.slice(0, 13).replace('2A', '19').replace('2B', '18'));
      return 97n - (number % 97n) === BigInt(id.slice(13));
    },
  },
  // Germany: tax number.
  { pattern: /(?<![\w-])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\w-])/g, isValid: passesMod1110, announced: TAX },
  // India: Aadhaar.
  { pattern: /(?<![\w-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]?\d)/g, isValid: passesVerhoeff },
  // Netherlands: BSN.
  {
    pattern: /(?<![\w-])\d{9}(?![\w-])/g,
    isValid: (id) => weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    announced: /\bbsn\b|burgerservice|sofi/i,
  },
  // Norway: fødselsnummer.
  {
    pattern: /(?<![\w-])(?:[04][1-9]|[1256]\d|[37][01])\d{4} ?\d{5}(?![\w-])/g,
    isValid: (id) =>
      weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  // Poland: PESEL.
  {
    pattern: /(?<![\w-])\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\d|3[01])\d{5}(?![\w-])/g,
    isValid: (id) => weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  // Portugal: NIF.
  {
    pattern: /(?<![\w-])[1-35]\d{2} ?\d{3} ?\d{3}(?![\w-])/g,
    isValid: (id) => {
      const rest = 11 - (weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest > 9 ? 0 : rest) === Number(id[8]);
    },
    announced: TAX,
  },
  // South Korea: resident registration number.
  { pattern: /(?<![\w-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?![\w-])/g },
  // Sweden: personal number.
  {
    pattern: /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[6-9]\d)[-+]\d{4}(?![\w-])/g,
    isValid: (id) => passesLuhn(id.replace(/\D/g, '').slice(-10)),
  },
  // Switzerland: AHV number, as EAN.
  {
    pattern: /(?<![\w.])756\.?\d{4}\.?\d{4}\.?\d{2}(?!\w)/g,
    isValid: (id) => weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  // Turkey: identity number.
  {
    pattern: /(?<![\w-])[1-9]\d{10}(?![\w-])/g,
    isValid: (id) => {
      const ten = (7 * weighted(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]) - weighted(id, [0, 1, 0, 1, 0, 1, 0, 1])) % 10;
      return (ten + 10) % 10 === Number(id[9]) && weighted(id, Array<number>(10).fill(1)) % 10 === Number(id[10]);
    },
  },
  // United Kingdom: NHS number.
  {
    pattern: /(?<![\w-])\d{3}([ -])\d{3}\1\d{4}(?![\w-])/g,
    isValid: (id) => (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]),
    announced: /\bnhs\b/i,
  },
];

/** Those that have letters: seven digits and capitals, the sixteen of Italy in any letters, or six digits and one letter or sign. */
const WITH_LETTERS: readonly NationalId[] = [
  // Finland: personal identity code.
  {
    pattern: /(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y](?![\w-])/g,
    isValid: (id) => {
      const digits = id.replace(/\D/g, '').slice(0, 9);
      return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === id.at(-1);
    },
  },
  // India: PAN.
  { pattern: /(?<!\w)[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?!\w)/g },
  // Italy: codice fiscale.
  {
    pattern: /(?<!\w)[A-Z]{6}[\dL-V]{2}[A-EHLMPRST][\dL-V]{2}[A-Z][\dL-V]{3}[A-Z](?!\w)/gi,
    isValid: isCodiceFiscale,
  },
  // Spain: DNI, NIE.
  {
    pattern: /(?<![\w-])[XYZ\d]-?\d{7}-?[A-HJ-NP-TV-Z](?!\w)/gi,
    isValid: (id) =>
      'TRWAGMYFPDXBNJZSQVHLCKE'[
        Number(id.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))) % 23
      ] === id[8],
  },
  // United Kingdom: National Insurance number.
  { pattern: /(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g },
  // Passports and identity cards of anywhere.
  {
    pattern: /(?<!\w)(?=[A-Z\d]*\d[A-Z\d]*\d)[A-Z\d]{7,10}(?!\w)/g,
    announced:
      /\b(?:passport|reisepass|passeport|pasaporte|passaporto|paspoort|ausweis|identity card|id card)(?: ?(?:no|nr|number|nummer)?\.?)?[:# ]{0,3}$/i,
  },
];

/** Finds numbers that states give to people, by their check digits, or by a word before them. */
export function findNationalIds(text: string, { digits, word, capitals }: Glance): readonly Detection[] {
  if (digits < 6 && word < 16 && capitals < 7) return NONE;
  const found: Detection[] = [];
  if (digits >= 9 && NINE_DIGITS.test(text)) search(text, OF_DIGITS, found);
  if (capitals >= 7 || word >= 16 || (digits >= 6 && SIX_DIGITS.test(text))) search(text, WITH_LETTERS, found);
  return found;
}

function search(text: string, ids: readonly NationalId[], found: Detection[]): void {
  for (const { pattern, isValid, announced } of ids) {
    for (const { 0: id, index } of matchesIn(text, pattern)) {
      if (announced && !announced.test(text.slice(Math.max(0, index - REACH), index))) continue;
      if (isValid && !isValid(id.replace(/[ .+-]/g, '').toUpperCase())) continue;
      found.push({ from: index, to: index + id.length, kind: 'NATIONAL_ID' });
    }
  }
}

const NINE_DIGITS = /\d(?:[ .+-]?\d){8}/;
const SIX_DIGITS = /\d\d ?\d\d ?\d\d ?[A-D+-]/;

function isCpf(id: string): boolean {
  if (/^(\d)\1+$/.test(id)) return false;
  const check = (length: number) => {
    const sum = [...id.slice(0, length)].reduce(
      (total, digit, place) => total + Number(digit) * (length + 1 - place),
      0,
    );
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === Number(id[9]) && check(10) === Number(id[10]);
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isCodiceFiscale(id: string): boolean {
  const valueOf = (character: string) => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65);
  const sum = [...id.slice(0, 15)].reduce((total, character, place) => {
    const value = valueOf(character);
    return total + (place % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === id[15];
}
