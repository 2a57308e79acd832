/**
 * Match patterns as extensions know them (`https://*.example.com/tickets/*`), with ports, without `<all_urls>`.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */

const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/.*)$/i;

/** True when `pattern` is one that Showhow accepts in a policy: http, https or both, a host, and a path. */
export function isMatchPattern(pattern: string): boolean {
  return PATTERN.test(pattern);
}

/** True when `url` (absolute) is covered by `pattern`. A pattern or URL that cannot be read matches nothing. */
export function matchesPattern(pattern: string, url: string): boolean {
  const parts = PATTERN.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const [, scheme = '', host = '', port, path = ''] = parts;
  const target = new URL(url);
  const protocol = target.protocol.slice(0, -1);
  if (scheme === '*' ? !['http', 'https'].includes(protocol) : scheme.toLowerCase() !== protocol) return false;
  if (!matchesHost(host.toLowerCase(), target.hostname)) return false;
  if (port !== undefined && port !== '*' && port !== (target.port || (protocol === 'https' ? '443' : '80')))
    return false;
  return matchesPath(path, target.pathname + target.search);
}

/** True when pages of this host name may be covered by `pattern`, whatever their scheme and port. */
export function namesHost(pattern: string, hostname: string): boolean {
  const host = PATTERN.exec(pattern)?.[2];
  return host !== undefined && matchesHost(host.toLowerCase(), hostname);
}

/** The pattern with its path widened to `/*`, which is what browsers demand of scripts that follow into about:blank. */
export function withAnyPath(pattern: string): string {
  const path = PATTERN.exec(pattern)?.[4] ?? '';
  return pattern.slice(0, pattern.length - path.length) + '/*';
}

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}

/** Walks the literal pieces between the stars from left to right: linear, whatever the policy holds. */
function matchesPath(pattern: string, path: string): boolean {
  const pieces = pattern.split('*');
  const first = pieces.shift() ?? '';
  const last = pieces.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last)) return false;
  let at = first.length;
  const end = path.length - last.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
