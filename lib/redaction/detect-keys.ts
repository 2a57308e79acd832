import { entropy } from './checksums.ts';
import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';

/** Keys and tokens that say what they are. Prefixes as their issuers publish them; gitleaks keeps a longer list. */
const WITH_PREFIX = new RegExp(
  `(?<![\\w-])(?:${[
    String.raw`eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?`,
    String.raw`(?:sk|pk|rk)_(?:live|test)_[A-Za-z\d]{10,}`,
    String.raw`sk-(?:[a-z]+-)*[\w-]{20,}`,
    String.raw`gh[pousr]_[A-Za-z\d]{20,}`,
    String.raw`github_pat_\w{20,}`,
    String.raw`glpat-[\w-]{16,}`,
    String.raw`xox[abeoprs]-[\w-]{10,}`,
    String.raw`A(?:KIA|SIA|GPA|IDA|ROA)[A-Z\d]{16}`,
    String.raw`AIza[\w-]{30,}`,
    String.raw`ya29\.[\w-]{20,}`,
    String.raw`(?:npm|hf|pypi|dop_v1|whsec|shpat|shpss|lin_api)[_-][A-Za-z\d_-]{16,}`,
    String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
    String.raw`hvs\.[\w-]{20,}`,
    String.raw`AGE-SECRET-KEY-1[A-Z\d]{20,}`,
    String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:\s*(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash): [^\n]*)*[A-Za-z\d+/=\s]*(?:-----END [A-Z ]{0,30}-----)?`,
    String.raw`(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{12,}`,
  ].join('|')})`,
  'g',
);

/** A word that announces a secret, a separator, and something that could be one. */
const ANNOUNCED =
  /(?:password|passwort|kennwort|passphrase|passwd|pwd|secret|token|api[ _-]?key|access[ _-]?key|auth[ _-]?key|client[ _-]?secret|private[ _-]?key|signature|csrf|account[ _-]?key|session[ _-]?id|\bsid|jsessionid|phpsessid)["' ]{0,3}(?::|=|=>|\bis\b)["' ]{0,3}([^\s"',;<>]{8,200})/gi;

/** Where no colon and no equals sign separates them: it has signs before and behind it. */
const IS = /\bis\b/i;

/** Bits per character above which a text is more random than words are. */
const MIN_ENTROPY = 2.5;

/** Keys and tokens have no spaces for a while. */
const MIN_KEY = 8;
/** The shortest by itself, and the shortest after the word that tells it: `Bearer`. */
const MIN_CODE = 15;
const MIN_CODE_AFTER_WORD = 12;

export function findKeys(text: string, glance: Glance): readonly Detection[] {
  const { unspaced, code, digits, colons, equals, signs } = glance;
  if (unspaced < MIN_KEY) return NONE;
  const mayHavePrefix = code >= MIN_CODE || (code >= MIN_CODE_AFTER_WORD && text.includes(' '));
  // What is announced has a digit in it.
  const mayBeAnnounced = digits > 0 && (colons + equals > 0 || (signs > 1 && IS.test(text)));
  if (!mayHavePrefix && !mayBeAnnounced) return NONE;
  const found: Detection[] = [];
  for (const { 0: key, index } of mayHavePrefix ? matchesIn(text, WITH_PREFIX) : []) {
    found.push({ from: index, to: index + key.length, kind: 'API_KEY' });
  }
  for (const { 0: all, 1: key = '', index } of mayBeAnnounced ? matchesIn(text, ANNOUNCED) : []) {
    const to = index + all.length;
    if (looksRandom(key)) found.push({ from: to - key.length, to, kind: 'API_KEY' });
  }
  return found;
}

const looksRandom = (text: string): boolean => /\d/.test(text) && /[a-z]/i.test(text) && entropy(text) >= MIN_ENTROPY;
