import type { Selector } from '../element.ts';
import { unescapeCss } from './css-escapes.ts';
import type { Pass } from './pass.ts';
import { redactData, redactText } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';

const STRINGS = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g;
const URL_ATTRIBUTE = /\[?@?(?:[\w|-]+[:|])?(?:href|src|action|formaction|data|poster|cite)\s*[~|^$*]?=\s*$/i;

/** A selector: the texts in it as texts, its URLs as URLs, the rest like other code. */
export function redactSelector(kind: Selector['kind'], value: string, pass: Pass): string {
  const isText = kind === 'label' || kind === 'role' || kind === 'text';
  if (kind === 'label' && !/^["']/.test(value)) return redactText(value, 'selector', pass);
  let result = '';
  let at = 0;
  for (const { 0: quoted, 1: double, 2: single, index } of value.matchAll(STRINGS)) {
    const before = value.slice(at, index);
    result +=
      redactCode(before, pass) + redactString(quoted, unescapeCss(double ?? single ?? ''), before, isText, pass);
    at = index + quoted.length;
  }
  const rest = value.slice(at);
  return result + (kind === 'text' && at === 0 ? redactText(rest, 'selector', pass) : redactCode(rest, pass));
}

function redactString(quoted: string, text: string, before: string, isText: boolean, pass: Pass): string {
  const isWords =
    isText || /\b(?:title|alt|placeholder|aria-label|contains\(.*,|text\(\))\s*[~|^$*]?=?\s*$/i.test(before);
  const safe = URL_ATTRIBUTE.test(before)
    ? redactUrl(text, pass)
    : (isWords ? redactText : redactData)(text, 'selector', pass);
  return safe === text ? quoted : JSON.stringify(safe);
}

/** What is not quoted: names, in which characters may be escaped. */
function redactCode(code: string, pass: Pass): string {
  const plain = unescapeCss(code);
  const redacted = redactData(plain, 'selector', pass);
  return redacted === plain ? code : redacted;
}
