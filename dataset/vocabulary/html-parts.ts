import { withoutEntities } from '../../lib/redaction/encoded.ts';

/** A piece of HTML, in the order in which it is written. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly tag: string };

const PART = /<!--[^]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Elements whose text is no HTML. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Takes HTML apart as browsers do: nothing that authors write is an error. Each element that is opened is closed. */
export function* htmlParts(html: string): Generator<HtmlPart> {
  const pattern = new RegExp(PART);
  const open: string[] = [];
  const closeTo = function* (depth: number): Generator<HtmlPart> {
    while (open.length > depth) yield { kind: 'close', tag: open.pop() ?? '' };
  };
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [written, slash, name, rest = ''] = match;
    if (name === undefined) {
      if (!/^<[!?]/.test(written)) yield { kind: 'text', text: withoutEntities(written) };
      continue;
    }
    const tag = name.toLowerCase();
    if (slash) {
      const depth = open.lastIndexOf(tag);
      if (depth >= 0) yield* closeTo(depth);
      continue;
    }
    // An item ends where the next begins.
    if (open.at(-1) === tag && /^(?:p|li|d[td]|t[drh]|option)$/.test(tag)) yield* closeTo(open.length - 1);
    yield { kind: 'open', tag, attributes: attributesIn(rest) };
    if (VOID.has(tag) || rest.endsWith('/')) {
      yield { kind: 'close', tag };
      continue;
    }
    open.push(tag);
    if (!RAW.has(tag)) continue;
    const end = html.slice(pattern.lastIndex).search(new RegExp(`</${tag}`, 'i'));
    const text = html.slice(pattern.lastIndex, end < 0 ? html.length : pattern.lastIndex + end);
    pattern.lastIndex += text.length;
    yield { kind: 'text', text: tag === 'script' || tag === 'style' ? text : withoutEntities(text) };
  }
  yield* closeTo(0);
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] ??= withoutEntities(double ?? single ?? bare ?? '');
  return found;
}
