import { parsers } from 'prettier/plugins/html';
import { TEXT_ATTRIBUTES } from '../../lib/redaction/attribute-names.ts';
import { elementRegion, type Region } from '../../lib/redaction/region.ts';
import { couldBeWords, tidy } from './phrase.ts';

/** What a page or a template says, and what it names. */
export interface HtmlContent {
  readonly phrases: string[];
  /** Texts of its own scripts. */
  readonly scripts: string[];
  /** Addresses of scripts and frames, as they stand there. */
  readonly links: string[];
  readonly base: string | undefined;
}

interface Node {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | null;
  readonly attrs?: readonly { readonly name: string; readonly value: string | null }[];
  readonly children?: readonly Node[];
}

const BUTTONS = new Set(['button', 'submit', 'reset']);

/**
 * Reads HTML. A page may come with data in it: of what it shows, only parts that speak for the app count, such as buttons
 * and headings; in a template everything does. Throws a `SyntaxError`.
 */
export async function readHtml(text: string, what: 'page' | 'template'): Promise<HtmlContent> {
  const content = { phrases: [] as string[], scripts: [] as string[], links: [] as string[] };
  let base: string | undefined;
  const say = (said: string) => {
    const phrase = tidy(said);
    if (couldBeWords(phrase)) content.phrases.push(phrase);
  };
  const visit = (node: Node, region: Region | undefined, isTemplate: boolean): void => {
    const isOwn = isTemplate || (region !== undefined && region !== 'data');
    if (node.kind === 'text' && isOwn) say(node.value ?? '');
    if (node.kind !== 'element' && node.kind !== 'root') return;
    const tag = node.name ?? '';
    const attributes = Object.fromEntries(
      (node.attrs ?? []).map(({ name, value }) => [name.toLowerCase(), value ?? '']),
    );
    const { src, href, rel = '', type = '', value } = attributes;
    if (tag === 'base') base ??= href;
    if ((tag === 'script' || tag === 'iframe' || tag === 'frame') && src) content.links.push(src);
    if (tag === 'link' && href && /^(?:modulepreload|preload|prefetch)$/.test(rel)) content.links.push(href);
    if (tag === 'script' && /^(?:|module|(?:text|application)\/javascript)$/.test(type))
      content.scripts.push(node.children?.map((child) => child.value ?? '').join('') ?? '');
    if (tag === 'script' && !/template|html/.test(type)) return;
    if (tag === 'style') return;
    const own = tag === '' ? undefined : elementRegion(tag, attributes, region);
    for (const [name, said] of Object.entries(attributes)) {
      const isLabel = TEXT_ATTRIBUTES.has(name) || (name === 'value' && tag === 'input' && BUTTONS.has(type));
      if (isLabel && (isTemplate || own !== 'data')) say(name === 'value' ? (value ?? '') : said);
    }
    for (const child of node.children ?? []) visit(child, own, isTemplate || tag === 'template' || tag === 'script');
  };
  const root = (await parsers.html.parse(text, { parser: 'html', filepath: 'page.html' } as never)) as Node;
  visit(root, undefined, what === 'template');
  return { ...content, base };
}
