import { decoded } from './normalise.ts';
import type { Pass } from './pass.ts';
import { hasPlaceholder, isPlaceholder } from './placeholders.ts';
import { isTellingName, redactName } from './redact-name.ts';
import { isTelling, redactData } from './redact-text.ts';
import { isSecretParameter } from './secret-parameters.ts';

/** What stands for a picture that is not kept. */
export const TRANSPARENT_PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** Stands for a host that is not kept: no such name exists (RFC 6761). */
const WITHHELD_HOST = 'withheld.invalid';
const TOP_LEVEL_DOMAIN = /\.[a-z]+$/i;
const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const PARTS = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s;
/** A path segment that is a token and no word: capitals, small letters and digits, without an extension. */
const TOKEN = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{24,}$/;

/** The same for a parameter: there, long numbers in hexadecimal are no names of things either. */
const TOKEN_VALUE = /^(?:(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w.~+/=-]{20,}|[\da-f]{40,})$/;

/**
 * A URL, absolute or relative, without user, query and fragment: except the query parameters that the policy lists, or, at
 * level `open`, all that hold no secret. In the path, in what is kept, and in the address of `mailto:` and the like, what
 * was entered or detected is replaced; the host of another site goes as a whole if it tells something. What holds data or
 * code of its own (`data:`, `blob:`, `javascript:`) becomes empty.
 */
export function redactUrl(url: string, pass: Pass): string {
  if (url === TRANSPARENT_PIXEL) return url;
  const text = withoutControls(url);
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return /^[\\/]{2}/.test(text) ? absolute(`https:${text}`, pass).slice('https:'.length) : partsOf(text, pass);
    case 'http':
    case 'https':
    case 'ws':
    case 'wss':
      return absolute(text, pass);
    case 'about':
      return /^about:(?:blank|srcdoc)$/.test(text) ? text : 'about:';
    case 'mailto':
    case 'tel':
    case 'sms':
      return `${scheme}:${address(text.slice(scheme.length + 1), pass)}`;
    case 'data':
    case 'blob':
    case 'filesystem':
    case 'javascript':
    case 'vbscript':
      pass.tally.count('url', 'url_content');
      return '';
    default:
      pass.tally.count('url', 'url_scheme');
      return '';
  }
}

/** Each URL of a `srcset`, with its descriptor. */
export function redactSrcset(srcset: string, pass: Pass): string {
  const candidates = srcset.matchAll(/\s*(\S*[^\s,])(\s+[\d.]+[wxh])?[^,]*,?/g);
  return [...candidates]
    .map(([, url = '', descriptor = '']) => `${redactUrl(url, pass) || TRANSPARENT_PIXEL}${descriptor}`)
    .join(', ');
}

/** Browsers ignore line ends and tabs in URLs, and other control characters around them. */
function withoutControls(url: string): string {
  return /[\0- ]/.test(url) ? url.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '') : url;
}

function absolute(text: string, pass: Pass): string {
  if (!URL.canParse(text)) {
    pass.tally.count('url', 'url_malformed');
    return '';
  }
  const url = new URL(text);
  if (url.username || url.password) pass.tally.count('url', 'url_user');
  return `${url.protocol}//${hostOf(url, pass)}${partsOf(url.pathname + url.search + url.hash, pass)}`;
}

/** The host of a URL, unless it is that of another site and tells something: a customer's own names the customer. */
function hostOf({ host, hostname }: URL, pass: Pass): string {
  const known = pass.hosts.get(host);
  if (known !== undefined) return known;
  const name = hostname.replace(TOP_LEVEL_DOMAIN, '');
  const isKept = host === WITHHELD_HOST || pass.isOwnHost(hostname) || !isTellingName(name, 'url', pass);
  if (!isKept) pass.tally.count('url', 'url_host');
  const kept = isKept ? host : WITHHELD_HOST;
  pass.hosts.set(host, kept);
  return kept;
}

function partsOf(text: string, pass: Pass): string {
  const [, path = '', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  const place = redactFragment(fragment, pass);
  const kept = query === '' ? '' : redactQuery(query, pass);
  return `${redactPath(path, pass)}${kept && `?${kept}`}${place}`;
}

/** A fragment is kept at level `open` alone: as a route, or as parameters. A text fragment quotes the page, and goes. */
function redactFragment(fragment: string, pass: Pass): string {
  if (fragment.length <= 1) return '';
  const [place = ''] = fragment.slice(1).split(':~:');
  if (pass.level !== 'open' || place === '') {
    pass.tally.count('url', 'url_fragment');
    return '';
  }
  return `#${/^[^/?]*=/.test(place) ? redactQuery(place, pass) : partsOf(place, pass)}`;
}

function redactPath(path: string, pass: Pass): string {
  return path
    .split('/')
    .map((segment) => redactSegment(segment, pass))
    .join('/');
}

function redactSegment(segment: string, pass: Pass): string {
  const end = segment.indexOf(';');
  const name = end < 0 ? segment : segment.slice(0, end);
  if (end >= 0) pass.tally.count('url', 'url_parameter');
  if (TOKEN.test(name)) {
    pass.tally.count('url', 'api_key');
    return pass.placeholders.assign(name, 'API_KEY');
  }
  return redactPart(name, pass);
}

function redactQuery(query: string, pass: Pass): string {
  const kept: string[] = [];
  for (const parameter of query.split('&')) {
    const [name = '', ...rest] = parameter.split('=');
    const value = rest.join('=').replaceAll('+', ' ');
    if (pass.level === 'open') kept.push(redactParameter(name, rest.length > 0 ? value : undefined, pass));
    else if (pass.urlParameters.has(decoded(name))) kept.push(`${name}=${redactPart(value, pass)}`);
    else pass.tally.count('url', 'url_query');
  }
  return kept.join('&');
}

/** A parameter on a test system: its name, and its value unless that is a secret. */
function redactParameter(name: string, value: string | undefined, pass: Pass): string {
  if (value === undefined) return redactPart(name, pass);
  const plain = decoded(value);
  const isSecret =
    value !== '' && !isPlaceholder(plain, pass) && (isSecretParameter(decoded(name)) || TOKEN_VALUE.test(plain));
  if (!isSecret) return `${redactPart(name, pass)}=${redactPart(value, pass)}`;
  pass.tally.count('url', 'api_key');
  return `${redactPart(name, pass)}=${pass.placeholders.assign(plain, 'API_KEY')}`;
}

/** One piece of a URL: as it was when nothing is found in it, otherwise encoded anew. */
function redactPart(part: string, pass: Pass): string {
  const plain = decoded(part);
  const redacted = redactName(plain, 'url', pass);
  if (redacted === plain && !hasPlaceholder(plain, pass)) return part.includes(' ') ? part.replaceAll(' ', '+') : part;
  return redacted.replace(/[\s%?#/\\&=;]/g, encodeURIComponent);
}

function address(text: string, pass: Pass): string {
  const [to = ''] = text.split('?');
  const plain = decoded(to);
  if (plain === '' || isPlaceholder(plain, pass)) return plain;
  if (plain.includes('@') && isTelling(plain, 'url', pass)) return redactData(plain, 'url', pass);
  pass.tally.count('url', 'address');
  return pass.placeholders.assign(plain, 'PHONE_NUMBER');
}
