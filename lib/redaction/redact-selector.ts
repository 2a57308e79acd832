import { LandmarkPlace, RowPlace, type Selector } from '../element.ts';
import { unescapeCss } from './css-escapes.ts';
import { matchesIn } from './matches.ts';
import type { Pass } from './pass.ts';
import { redactOwn } from './redact-attributes.ts';
import { isTellingName, redactName } from './redact-name.ts';
import { redactData, redactText } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';
import { isTagName } from './tag-names.ts';

const STRINGS = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g;
const URL_ATTRIBUTE = /\[?@?(?:[\w|-]+[:|])?(?:href|src|action|formaction|data|poster|cite)\s*[~|^$*]?=\s*$/i;
/** Of a page’s own, whose name may tell of a secret. */
const DATA_ATTRIBUTE = /\bdata-([\w-]+)\s*[~|^$*]?=\s*$/i;
const TEXT_ATTRIBUTE = /\b(?:title|alt|placeholder|label|aria-[\w-]+|contains\(.*,|text\(\))\s*[~|^$*]?=?\s*$/i;
/** Values of attributes that code reads: anything else may be words. */
const CODE = /^[\w.:/#-]*$/;
/** Classes, ids and elements of components in CSS. */
const NAMES = /[.#](?:[\w-]|[^\0-\x7f])+|[a-z]\w*-[\w-]+(?![\w-]*[(:])/gi;
/** Those of them in which characters are escaped: what follows one belongs to the name, whatever the character is. */
const ESCAPED_NAMES = /([.#])((?:[\w-]|[^\0-\x7f])*(?:\\(?:[\da-f]{1,6}\s?|[^\n])(?:[\w-]|[^\0-\x7f])*)+)/gi;
/** Elements, roles and attributes. */
const WORDS = /(?<![\w.#⟦-])[a-z][\w-]*(?![\w(:⟧-])/gi;
const ROLE = /^[a-z][a-z -]{0,40}$/i;

/** A selector: the texts in it as texts, its URLs as URLs, the rest like other code. */
export function redactSelector(kind: Selector['kind'], value: string, pass: Pass): string {
  switch (kind) {
    case 'label':
    case 'text':
      return redactText(value, 'selector', pass);
    case 'row':
      return redactRow(value, pass);
    case 'landmark':
      return redactLandmark(value, pass);
    default:
      return redactQuery(value, kind === 'role', pass);
  }
}

function redactRow(value: string, pass: Pass): string {
  const { among, row, column, inside } = RowPlace.parse(JSON.parse(value));
  const safe: RowPlace = {
    among: redactQuery(among, false, pass),
    row: redactText(row, 'selector', pass, 'data'),
    column: column && redactText(column, 'selector', pass, 'label'),
    inside: redactQuery(inside, false, pass),
  };
  return JSON.stringify(safe);
}

function redactLandmark(value: string, pass: Pass): string {
  const { role, name, up, inside } = LandmarkPlace.parse(JSON.parse(value));
  const safe: LandmarkPlace = {
    role: ROLE.test(role) && !isTellingName(role, 'selector', pass) ? role : '',
    name: redactText(name, 'selector', pass, 'heading'),
    up,
    inside: redactQuery(inside, false, pass),
  };
  return JSON.stringify(safe);
}

/** CSS, XPath, or a role and a name. */
function redactQuery(value: string, isText: boolean, pass: Pass): string {
  let result = '';
  let at = 0;
  for (const { 0: quoted, 1: double, 2: single, index } of matchesIn(value, STRINGS)) {
    const before = value.slice(at, index);
    result +=
      redactCode(before, pass) + redactString(quoted, unescapeCss(double ?? single ?? ''), before, isText, pass);
    at = index + quoted.length;
  }
  return result + redactCode(value.slice(at), pass);
}

function redactString(quoted: string, text: string, before: string, isText: boolean, pass: Pass): string {
  const isWords = isText || TEXT_ATTRIBUTE.test(before) || !CODE.test(text);
  const data = DATA_ATTRIBUTE.exec(before)?.[1];
  const own = data === undefined ? undefined : redactOwn(data, text, 'selector', pass);
  if (own !== undefined) return JSON.stringify(own);
  const safe = URL_ATTRIBUTE.test(before)
    ? redactUrl(text, pass)
    : (isWords ? redactText : redactName)(text, 'selector', pass);
  return safe === text ? quoted : JSON.stringify(safe);
}

/** What is not quoted: names, in which characters may be escaped. */
function redactCode(code: string, pass: Pass): string {
  const plain = unescapeCss(code);
  const redacted = redactData(unescapeCss(withoutEscaped(code, pass)), 'selector', pass)
    .replace(NAMES, (name) => redactName(name, 'selector', pass))
    .replace(WORDS, (word) => (isTagName(word) ? word : redactName(word, 'selector', pass)));
  return redacted === plain ? code : redacted;
}

/** The code without what goes of names in which characters are escaped. */
function withoutEscaped(code: string, pass: Pass): string {
  if (!code.includes('\\')) return code;
  return code.replace(ESCAPED_NAMES, (written, sign: string, name: string) => {
    const plain = unescapeCss(name);
    const safe = redactName(plain, 'selector', pass);
    return safe === plain ? written : sign + safe;
  });
}
