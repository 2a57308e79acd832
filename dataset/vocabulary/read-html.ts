import { TEXT_ATTRIBUTES } from '../../lib/redaction/attribute-names.ts';
import { elementRegion, type Region } from '../../lib/redaction/region.ts';
import { INLINE } from '../../lib/redaction/split-texts.ts';
import { parseJson } from '../sealed-data.ts';
import { htmlParts } from './html-parts.ts';
import { phrasesIn } from './phrase.ts';
import { readEmbedded } from './read-messages.ts';

/** What a page or a template says, and what it names. */
export interface HtmlContent {
  readonly phrases: string[];
  /** Texts of its own scripts. */
  readonly scripts: string[];
  /** Addresses of scripts and frames, as they stand there. */
  readonly links: string[];
  readonly base: string | undefined;
}

/** An element around what is read. */
interface Around {
  readonly region: Region | undefined;
  /** Everything in it is the app’s own. */
  readonly isTemplate: boolean;
  /** What its text is. */
  readonly holds: 'words' | 'template' | 'script' | 'json' | 'nothing';
}

const BUTTONS = new Set(['button', 'submit', 'reset']);

/**
 * Reads HTML. A page may come with data in it: of what it shows, only parts that speak for the app count, such as buttons
 * and headings; in a template everything does.
 */
export function readHtml(text: string, what: 'page' | 'template'): HtmlContent {
  const content = { phrases: [] as string[], scripts: [] as string[], links: [] as string[] };
  let base: string | undefined;
  const say = (said: string, isTemplate: boolean) =>
    content.phrases.push(...phrasesIn(said, isTemplate ? 'template' : 'page'));
  /** The texts of the line that is being read: in a template, a phrase may go on around what is marked in it. */
  let line: string[] = [];
  const endLine = () => {
    if (line.filter((piece) => piece.trim() !== '').length > 1) say(line.join(''), true);
    line = [];
  };
  const around: Around[] = [{ region: undefined, isTemplate: what === 'template', holds: 'words' }];
  for (const part of htmlParts(text)) {
    const parent = around.at(-1) ?? { region: undefined, isTemplate: false, holds: 'nothing' };
    if (part.kind !== 'text' && !INLINE.has(part.tag)) endLine();
    if (part.kind === 'close') {
      around.pop();
      continue;
    }
    if (part.kind === 'text') {
      const isOwn = parent.isTemplate || (parent.region !== undefined && parent.region !== 'data');
      if (parent.holds === 'words' && isOwn) say(part.text, parent.isTemplate);
      if (parent.holds === 'words' && parent.isTemplate) line.push(part.text);
      if (parent.holds === 'script') content.scripts.push(part.text);
      if (parent.holds === 'template') content.phrases.push(...readHtml(part.text, 'template').phrases);
      if (parent.holds === 'json') content.phrases.push(...readEmbedded(parseJson(part.text)));
      continue;
    }
    const { tag, attributes } = part;
    const { src, href, rel = '', type = '' } = attributes;
    if (tag === 'base') base ??= href;
    if ((tag === 'script' || tag === 'iframe' || tag === 'frame') && src) content.links.push(src);
    if (tag === 'link' && href && /^(?:modulepreload|preload|prefetch)$/.test(rel)) content.links.push(href);
    const region = elementRegion(tag, attributes, parent.region);
    const isTemplate = parent.isTemplate || tag === 'template';
    for (const [name, said] of Object.entries(attributes)) {
      const isLabel = TEXT_ATTRIBUTES.has(name) || (name === 'value' && tag === 'input' && BUTTONS.has(type));
      if (isLabel && (isTemplate || region !== 'data')) say(said, isTemplate);
    }
    around.push({ region, isTemplate, holds: holdsOf(tag, type) });
  }
  endLine();
  return { ...content, base };
}

function holdsOf(tag: string, type: string): Around['holds'] {
  if (tag === 'style') return 'nothing';
  if (tag !== 'script') return 'words';
  if (/^(?:|module|(?:text|application)\/javascript)$/.test(type)) return 'script';
  if (/json/.test(type)) return 'json';
  return /template|html/.test(type) ? 'template' : 'nothing';
}
