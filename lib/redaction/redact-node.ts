import type { Channel } from '../record.ts';
import type { NodeKind } from './node-kind.ts';
import { normalise } from './normalise.ts';
import type { Pass } from './pass.ts';
import { type Fields, fieldsOf, listOf, MalformedEventError, numberOf, stringOf } from './read.ts';
import { redactAttribute } from './redact-attributes.ts';
import { redactCss } from './redact-css.ts';
import { isTellingName } from './redact-name.ts';
import { redactText, redactValue } from './redact-text.ts';
import { NodeType } from './rrweb-types.ts';
import { isTagName } from './tag-names.ts';

const TAG_NAME = /^[a-z][\w.:-]{0,60}$/i;
/** Stands for an element whose name cannot be kept. */
const UNKNOWN_TAG = 'x-withheld';
/** Those that browsers tell apart: by them, a page is laid out as in old days. */
const DOCTYPE_PUBLIC =
  /^(?:-\/\/W3C\/\/DTD X?HTML \d(?:\.\d\d?)?(?: (?:Strict|Transitional|Frameset|Basic|Final|Draft))?(?: \d\.\d)?\/\/EN)?$/;
const DOCTYPE_SYSTEM =
  /^(?:https?:\/\/www\.w3\.org\/TR\/(?:(?:html4|xhtml1|xhtml11)\/)?(?:DTD\/)?(?:(?:xhtml1-)?(?:strict|loose|transitional|frameset)|xhtml11)\.dtd)?$/;

/** What is kept of a node: filled in where it is made, as there are thousands of them. */
type Kept = Record<string, unknown>;

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || typeof value === 'number';

/**
 * A node of a snapshot with all that is below it. Each node keeps its place and its id, so that later changes find it;
 * undefined for a type of node that is not known.
 */
export function redactNode(serialized: unknown, channel: Channel, pass: Pass): Fields | undefined {
  const node = fieldsOf(serialized);
  const id = numberOf(node['id']);
  const kept: Kept = { type: node['type'], id };
  // One by one: a property that is named where it is read is found at once, and most nodes have none of them.
  if (isFlag(node['rootId'])) kept['rootId'] = node['rootId'];
  if (isFlag(node['isSVG'])) kept['isSVG'] = node['isSVG'];
  if (isFlag(node['isShadowHost'])) kept['isShadowHost'] = node['isShadowHost'];
  if (isFlag(node['isShadow'])) kept['isShadow'] = node['isShadow'];
  if (isFlag(node['needBlock'])) kept['needBlock'] = node['needBlock'];
  if (isFlag(node['isCustom'])) kept['isCustom'] = node['isCustom'];
  const kind = pass.nodes.get(id);
  const here = at(id, pass);
  switch (node['type']) {
    case NodeType.document: {
      if (node['compatMode'] === 'BackCompat') kept['compatMode'] = 'BackCompat';
      kept['childNodes'] = redactChildren(node, channel, pass);
      return kept;
    }
    case NodeType.documentType:
      return Object.assign(kept, redactDoctype(node));
    case NodeType.element:
      return redactElement(node, kept, kind, channel, here);
    case NodeType.text:
      kept['textContent'] = redactSplit(id, stringOf(node['textContent']), kind, channel, here);
      return kept;
    case NodeType.cdata:
    case NodeType.comment:
      if (node['textContent'] !== '') pass.tally.count(channel, 'comment');
      kept['textContent'] = '';
      return kept;
    default:
      pass.tally.count(channel, 'unknown_node');
      return undefined;
  }
}

/** The pass at a node: what the page speaks of there. */
export function at(id: number, pass: Pass): Pass {
  const region = pass.regions.get(id);
  if (region === pass.region) return pass;
  const known = pass.inRegion.get(region);
  if (known) return known;
  const there = { ...pass, region };
  pass.inRegion.set(region, there);
  return there;
}

/** The text of a text node, without its pieces of values that other nodes go on with. */
function redactSplit(id: number, text: string, kind: NodeKind | undefined, channel: Channel, pass: Pass): string {
  const cuts = pass.cuts?.get(id);
  if (!cuts) return redactNodeText(text, kind, channel, pass);
  const plain = normalise(text);
  let result = '';
  let at = 0;
  for (const { from, to, text: instead } of cuts) {
    result += redactNodeText(plain.slice(at, from), kind, channel, pass) + instead;
    at = to;
  }
  return result + redactNodeText(plain.slice(at), kind, channel, pass);
}

/** The text of a text node; `pass` is that at the node. */
export function redactNodeText(text: string, kind: NodeKind | undefined, channel: Channel, pass: Pass): string {
  switch (kind) {
    case 'stub':
      if (text !== '') pass.tally.count(channel, 'stub');
      return '';
    case 'style':
      return redactCss(text, pass);
    case 'editable':
    case 'guarded':
      return /\S/.test(text) ? redactValue(text, channel, pass, kind === 'guarded').text : text;
    default:
      return redactText(text, channel, pass);
  }
}

/** Attributes of an element by name, of those that are kept; `pass` is that at the element. */
export function redactAttributes(attributes: Fields, kind: NodeKind | undefined, channel: Channel, pass: Pass): Fields {
  if (kind === 'stub') {
    if (Object.keys(attributes).length > 0) pass.tally.count(channel, 'stub');
    return {};
  }
  const safe: Record<string, unknown> = {};
  for (const name of Object.keys(attributes)) {
    const value = redactAttribute(name, attributes[name], kind, channel, pass);
    if (value !== undefined) safe[name] = value;
  }
  return safe;
}

function redactElement(node: Fields, kept: Kept, kind: NodeKind | undefined, channel: Channel, pass: Pass): Fields {
  const tag = stringOf(node['tagName']);
  const attributes = tag === 'option' ? withOwnValue(node, pass) : fieldsOf(node['attributes']);
  kept['tagName'] = redactTag(tag, channel, pass);
  kept['attributes'] = redactAttributes(attributes, kind, channel, pass);
  kept['childNodes'] = redactChildren(node, channel, pass);
  return kept;
}

/** The name of an element, if it is one of HTML, SVG or MathML, or is put together from words that code uses. */
export function redactTag(tag: string, channel: Channel, pass: Pass): string {
  if (isTagName(tag) || tag === UNKNOWN_TAG) return tag;
  return TAG_NAME.test(tag) && !isTellingName(tag, channel, pass) ? tag : UNKNOWN_TAG;
}

/** An option without a value has its text for one. Said outright, a replayed choice still finds it behind its placeholder. */
function withOwnValue(option: Fields, { added }: Pass): Fields {
  const attributes = fieldsOf(option['attributes']);
  if ('value' in attributes) return attributes;
  // In a change of the page children are told by themselves.
  const told = added?.get(numberOf(option['id'])) ?? [];
  const children = [...listOf(option['childNodes']), ...told.map(({ node }) => node)].map(fieldsOf);
  const texts = children.filter(({ type }) => type === NodeType.text);
  const text = texts.map(({ textContent }) => stringOf(textContent));
  return { ...attributes, value: text.join('').replace(/\s+/g, ' ').trim() };
}

function redactChildren(node: Fields, channel: Channel, pass: Pass): Fields[] {
  const children = listOf(node['childNodes']).map((child) => redactNode(child, channel, pass));
  return areAll(children) ? children : children.filter((child) => child !== undefined);
}

const areAll = (children: (Fields | undefined)[]): children is Fields[] => !children.includes(undefined);

function redactDoctype({ name, publicId, systemId }: Fields): Fields {
  if (![name, publicId, systemId].every((part) => typeof part === 'string'))
    throw new MalformedEventError('A doctype was expected.');
  const matching = (value: unknown, pattern: RegExp) => (pattern.test(String(value)) ? value : '');
  return {
    name: matching(name, /^(?:html|svg|math)$/i) || 'html',
    publicId: matching(publicId, DOCTYPE_PUBLIC),
    systemId: matching(systemId, DOCTYPE_SYSTEM),
  };
}
