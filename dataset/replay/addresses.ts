import type { Episode } from '../../lib/episode.ts';
import { hasPlaceholder, patternOf, type Values } from './values.ts';

/** Recorded URLs as URLs of the place where the replay runs. */
export interface Addresses {
  /** The URL to go to. Undefined where a part of it was withheld and is not known. */
  liveOf(recorded: string): string | undefined;
  /** True if the live URL is the recorded one, as far as that is known: query and fragment only where they were kept. */
  isSame(recorded: string, live: string): boolean;
  /** True if a part of it was withheld. */
  isRedacted(recorded: string): boolean;
}

/** `baseUrl` stands for the origin of the page on which the episode begins. */
export function createAddresses({ steps }: Episode, baseUrl: string | undefined, values: Values): Addresses {
  const first = steps.flatMap(({ action }) => (action.type === 'goto' ? [action.url] : []))[0];
  const origin = first !== undefined && URL.canParse(first) ? new URL(first).origin : undefined;
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);

  function decoded(url: string): string {
    return url.replace(/%E2%9F%A6[\w%]*?%E2%9F%A7/gi, (part) => decodeURIComponent(part));
  }
  function mapped(recorded: string): string {
    const full = values.filled(decoded(recorded));
    if (!base || !URL.canParse(full) || new URL(recorded).origin !== origin) return full;
    const rest = full.slice((origin ?? '').length);
    const prefix = base.pathname.replace(/\/$/, '');
    return base.origin + (prefix !== '' && !rest.startsWith(prefix) ? prefix : '') + rest;
  }
  return {
    liveOf(recorded) {
      const url = mapped(recorded);
      const isStart = recorded === first;
      // A base that names a page, or carries a query, is the page to begin with.
      if (isStart && base && (base.search !== '' || hasPlaceholder(url))) return base.href;
      return hasPlaceholder(url) ? undefined : url;
    },
    isSame(recorded, live) {
      const wanted = mapped(recorded);
      if (wanted === live) return true;
      if (!URL.canParse(live)) return false;
      const { origin: liveOrigin, pathname, search, hash } = new URL(live);
      const [, place = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(wanted) ?? [];
      const same = (pattern: string, text: string) =>
        patternOf(pattern).test(text) || patternOf(pattern).test(decodeURI(text));
      return (
        same(place, liveOrigin + pathname) &&
        (query === '' || same(query, search)) &&
        (fragment === '' || same(fragment, hash))
      );
    },
    isRedacted: (recorded) => hasPlaceholder(values.filled(decoded(recorded))),
  };
}
