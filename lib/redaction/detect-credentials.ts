import { type Detection, NONE } from './detection.ts';
import type { Glance } from './glance.ts';
import { matchesIn } from './matches.ts';
import { isSecretParameter } from './secret-parameters.ts';

/** What programs and people call passwords, keys and tokens. */
const NAME = String.raw`(?:pass(?:word|wd|phrase|code)|passwort|kennwort|pwd|(?<![a-z])(?:pass|pw)|secret|token|api[ _-]?key|(?:access|secret|private|auth|account|encryption|signing)[ _-]?key)`;

interface Form {
  /** Its last group is the credential. */
  readonly pattern: RegExp;
  readonly isMeant?: (found: string) => boolean;
}

/** How credentials are written for programs: there, they may be any word. */
const FORMS: readonly Form[] = [
  // `DB_PASSWORD=rose`, `Pwd=rose;`
  {
    pattern: new RegExp(String.raw`${NAME}=["']?([^\s"'&;,<>$\x7b(*][^\s"'&;,<>]{2,200})`, 'gi'),
    isMeant: isNoKeyword,
  },
  { pattern: /[A-Z\d]_KEY=["']?([^\s"'&;,<>$\x7b(*][^\s"'&;,<>]{2,200})/g, isMeant: isNoKeyword },
  // `"password": "rose"`
  { pattern: new RegExp(String.raw`${NAME}["'] {0,3}(?::|=>?) {0,3}["']([^"'\n]{3,200})(?=["'])`, 'gi') },
  // `Password: rose2`
  { pattern: new RegExp(String.raw`${NAME} ?: {0,3}["']?([^\s"',;<>]{4,200})`, 'gi'), isMeant: isMixed },
  // `--password rose`
  {
    pattern:
      /(?<!\S)--(?:[a-z]+-)*(?:password|passphrase|api-key|secret-key|(?:auth|access)-token|client-secret)[ =]["']?([^\s"'-][^\s"']{2,200})/g,
  },
  // `Authorization: Basic dTpw`, `X-Api-Key: rose`
  { pattern: /\bauthorization["']?: {0,2}["']?(?:basic|bearer|token|digest|apikey) {1,2}([^\s"',;<>]{4,})/gi },
  { pattern: /\b(?:x-(?:api-key|auth-token|access-token)|private-token)["']?: {0,2}["']?([^\s"',;<>]{4,})/gi },
  // `https://ghp1234567890abcdef@host`
  { pattern: /:\/\/([^\s:@/?#]{16,200})(?=@)/g, isMeant: (found) => /\d/.test(found) },
  {
    pattern:
      /(?:\bhooks\.slack\.com\/(?:services|workflows|triggers)|\bdiscord(?:app)?\.com\/api\/webhooks|\bwebhook\.office\.com\/webhookb2|\bhooks\.zapier\.com\/hooks\/catch)\/([^\s"'<>]{8,})/gi,
  },
];

/** `curl -u bob:rose` */
const USER_OF_CURL = /\s(?:-u|--(?:proxy-)?user)[ =]?["']?[^\s:"'/]{1,64}:([^\s"']{1,200})/g;
const PARAMETER = /[?&]([\w.-]{1,60})=([^&\s"'<>#]+)/g;
const COOKIES = /\b(?:set-)?cookie["']?: {0,2}["']?((?:[\w.-]{1,60}=[^;\s"']*[; ]{0,3})+)/gi;
const COOKIE = /([\w.-]+)=([^;\s]{2,})/g;
/** What a cookie says besides, to the browser. */
const ABOUT_COOKIE = /^(?:path|domain|expires|max-age|samesite|version|priority)$/i;

/** `Recovery phrase:` and its words, `Backup codes:` and the codes, `Setup key:` and its letters. */
const PHRASE =
  /\b(?:seed|recovery|mnemonic|backup|secret)(?: recovery)? (?:phrase|words)\b[^\n:]{0,80}[:\n]\s{0,8}((?:(?:\d{1,2}[.)] ?)?[a-z]{3,8}[\s,]{1,4}){11,23}(?:\d{1,2}[.)] ?)?[a-z]{3,8})/gi;
const SETUP_KEY =
  /\b(?:setup|secret|manual(?: entry)?|authenticator|totp|2fa|mfa) key["' ]{0,3}[:=]\s{0,3}((?:[A-Z2-7]{4}[ -]?){4,20})/gi;
const BACKUP_CODES =
  /\b(?:recovery|backup|rescue|scratch|emergency) codes?["' ]{0,3}[:=]\s{0,8}((?:[a-z\d]{4,10}(?:-[a-z\d]{4,10}){0,3}[\s,;]{1,4})*[a-z\d]{4,10}(?:-[a-z\d]{4,10}){0,3})/gi;
const BACKUP_CODE = /(?=\S*[\d-])\S*[a-z\d]/gi;

/** What all of these have in them: most texts with a colon have not. */
const WORTH_A_LOOK = /pass|pw|kennwort|secret|token|key|cookie|authoriz|curl|phrase|words|code|:\/\/|[?&]/i;

/** True where there may be a credential that is written in one of these forms. */
export const mayHaveCredentials = ({
  colons,
  equals,
  hyphens,
}: Pick<Glance, 'colons' | 'equals' | 'hyphens'>): boolean => colons + equals > 0 || hyphens > 1;

/** Passwords, keys, tokens and codes in the forms in which configurations, commands, requests and help pages have them. */
export function findCredentials(text: string, glance: Glance): readonly Detection[] {
  if (!mayHaveCredentials(glance) || !WORTH_A_LOOK.test(text)) return NONE;
  const found: Detection[] = [];
  const add = (from: number, credential: string) => found.push({ from, to: from + credential.length, kind: 'API_KEY' });
  const addLast = ({ 0: all, index }: RegExpExecArray, credential: string) =>
    add(index + all.length - credential.length, credential);
  for (const { pattern, isMeant } of FORMS)
    for (const match of matchesIn(text, pattern)) if (isMeant?.(match[1] ?? '') ?? true) addLast(match, match[1] ?? '');
  if (glance.equals > 0) {
    for (const match of matchesIn(text, PARAMETER))
      if (isSecretParameter(match[1] ?? '')) addLast(match, match[2] ?? '');
    for (const { 0: all, 1: cookies = '', index } of matchesIn(text, COOKIES)) {
      const start = index + all.length - cookies.length;
      for (const cookie of matchesIn(cookies, COOKIE))
        if (!ABOUT_COOKIE.test(cookie[1] ?? ''))
          addLast({ ...cookie, index: start + cookie.index } as RegExpExecArray, cookie[2] ?? '');
    }
  }
  if (/\bcurl\b/.test(text)) for (const match of matchesIn(text, USER_OF_CURL)) addLast(match, match[1] ?? '');
  for (const pattern of [PHRASE, SETUP_KEY])
    for (const match of matchesIn(text, pattern)) addLast(match, match[1] ?? '');
  for (const { 0: all, 1: codes = '', index } of matchesIn(text, BACKUP_CODES))
    for (const code of matchesIn(codes, BACKUP_CODE)) add(index + all.length - codes.length + code.index, code[0]);
  return found;
}

/** `secret=true` says whether there is one. */
function isNoKeyword(found: string): boolean {
  return /[a-z\d]/i.test(found) && !/^(?:true|false|null|none|undefined|required|optional|yes|off)$/i.test(found);
}

/** Letters and digits. Not `5min`, nor `v1.2`. */
function isMixed(found: string): boolean {
  return /\d/.test(found) && /[a-z]/i.test(found) && !/^(?:\d+[a-z]+|v\d.*)\W*$/i.test(found);
}
