import { DatasetError, explain } from '../dataset-error.ts';
import { parseJson } from '../sealed-data.ts';
import { fetchResource, type Resource } from './fetch-resource.ts';
import { initialsIn, kindsIn, mayNameSomebody } from './phrase.ts';
import { readHtml } from './read-html.ts';
import { isMessageFile, readMessages } from './read-messages.ts';
import { readScript } from './read-script.ts';

/** Most files of one app. */
const MAX_FILES = 500;

/** What the static resources of an app say. */
export interface Gathered {
  /** Sorted, each once. */
  readonly phrases: string[];
  readonly files: number;
  /** Left out: kinds of what detectors found, in counts. */
  readonly detected: ReadonlyMap<string, number>;
  /** Left out: what may be the name of somebody. */
  readonly doubtful: string[];
  /** Files that could not be read, and why. */
  readonly problems: string[];
}

/**
 * Reads the pages at `urls`, and of their own origins what they lead to: scripts, templates, files of messages. Throws a
 * `DatasetError` when one of the named pages cannot be had.
 */
export async function gatherPhrases(urls: readonly URL[]): Promise<Gathered> {
  const said: string[] = [];
  const problems: string[] = [];
  const waiting: { readonly url: URL; readonly isNamed: boolean }[] = urls.map((url) => ({ url, isNamed: true }));
  const seen = new Set<string>();
  let files = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { url, isNamed } = next;
    url.hash = '';
    if (seen.has(url.href)) continue;
    seen.add(url.href);
    if (files >= MAX_FILES) {
      problems.push(`There are more than ${MAX_FILES} files: the rest was left out.`);
      break;
    }
    try {
      const resource = await fetchResource(url);
      if (!resource) {
        if (isNamed) throw new DatasetError(`${url.href} is no page, no script and no JSON.`);
        continue;
      }
      const { phrases, links } = await readResource(resource, isNamed);
      files += 1;
      said.push(...phrases);
      for (const link of links) if (link.origin === url.origin) waiting.push({ url: link, isNamed: false });
    } catch (error) {
      if (!(error instanceof DatasetError) || isNamed) throw error;
      // A text in a script that looks like the name of a file need not be one.
      if (!/answers with 4\d\d\.$/.test(error.message)) problems.push(error.message);
    }
  }
  return { ...sorted(said), files, problems };
}

async function readResource(
  { url, kind, text }: Resource,
  isNamed: boolean,
): Promise<{ phrases: string[]; links: URL[] }> {
  try {
    if (kind === 'messages') {
      const isWanted = isNamed || isMessageFile(url.pathname);
      return { phrases: isWanted ? readMessages(parseJson(text)) : [], links: [] };
    }
    if (kind === 'script') {
      const { phrases, links } = await readScript(text);
      return { phrases, links: resolved(links, url) };
    }
    const { phrases, links, scripts, base } = readHtml(text, 'page');
    const from = base !== undefined && URL.canParse(base, url) ? new URL(base, url) : url;
    const own = await Promise.all(scripts.map(readScript));
    return {
      phrases: [...phrases, ...own.flatMap((script) => script.phrases)],
      links: resolved([...links, ...own.flatMap((script) => script.links)], from),
    };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DatasetError(`${url.href} cannot be parsed: ${explain(cause).split('\n')[0]}`, { cause });
  }
}

const resolved = (links: readonly string[], base: URL): URL[] =>
  links
    .flatMap((link) => (URL.canParse(link, base) ? new URL(link, base) : []))
    .filter(({ protocol }) => /^https?:$/.test(protocol));

function sorted(said: readonly string[]): Pick<Gathered, 'phrases' | 'detected' | 'doubtful'> {
  const byKey = new Map(said.map((phrase) => [phrase.toLowerCase(), phrase]));
  const detected = new Map<string, number>();
  const unsuspected: string[] = [];
  const doubtful: string[] = [];
  for (const phrase of byKey.values()) {
    const kinds = kindsIn(phrase);
    for (const kind of new Set(kinds)) detected.set(kind, (detected.get(kind) ?? 0) + 1);
    if (kinds.length === 0) (mayNameSomebody(phrase) ? doubtful : unsuspected).push(phrase);
  }
  // A picture of somebody is often their initials.
  const initials = new Set(doubtful.flatMap(initialsIn));
  doubtful.push(...unsuspected.filter((phrase) => initials.has(phrase)));
  const phrases = unsuspected.filter((phrase) => !initials.has(phrase));
  const inOrder = (a: string, b: string) => a.localeCompare(b, 'en');
  return { phrases: phrases.sort(inOrder), detected, doubtful: doubtful.sort(inOrder) };
}
