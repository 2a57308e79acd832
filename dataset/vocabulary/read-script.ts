import { parsers } from 'prettier/plugins/acorn';
import { parseJson } from '../sealed-data.ts';
import { COMPUTED, phrasesIn } from './phrase.ts';
import { readHtml } from './read-html.ts';
import { MARKUP, stringsIn, withElements } from './read-messages.ts';

/** What a script says, and what it names. */
export interface ScriptContent {
  readonly phrases: string[];
  /** Files that it imports or mentions, as they stand there. */
  readonly links: string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const FILE = /^[\w@./~-]+\.(?:m?js|html?|json)$/;
/** JSON that a bundler has put into a program. */
const JSON_TEXT = /^\s*[[{]\s*["[{]/;
/** Parts of a program in which no text is meant for people. */
const FOR_CODE: Readonly<Record<string, readonly string[]>> = {
  ...{ ImportDeclaration: [], ExportAllDeclaration: [], ThrowStatement: [] },
  SwitchCase: ['test'],
};

/** The texts of a program that look like words for people. Throws a `SyntaxError` when it is none. */
export async function readScript(text: string): Promise<ScriptContent> {
  const phrases: string[] = [];
  const links: string[] = [];
  const say = (written: string, isCode: boolean): void => {
    const said = withElements(written);
    if (FILE.test(said)) links.push(said);
    else if (isCode) return;
    else if (JSON_TEXT.test(said))
      phrases.push(...stringsIn(parseJson(said)).flatMap((one) => phrasesIn(one, 'program')));
    else if (MARKUP.test(said)) phrases.push(...markupIn(said));
    else phrases.push(...phrasesIn(said, 'program'));
  };
  const visit = (node: Node, isCode: boolean): void => {
    const pieces = piecesOf(node);
    if (pieces) {
      say(pieces.map((piece) => (typeof piece === 'string' ? piece : COMPUTED)).join(''), isCode);
      for (const piece of pieces) if (typeof piece !== 'string') visit(piece, isCode);
      return;
    }
    const parts = FOR_CODE[node.type];
    const isForCode = isCode || parts?.length === 0 || isForConsole(node) || typeof node['directive'] === 'string';
    for (const [field, value] of Object.entries(node)) {
      if (field === 'comments' || field === 'tokens') continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, isForCode || (parts?.includes(field) ?? false) || isCompared(node));
      }
    }
  };
  visit((await parsers.acorn.parse(text, {} as never)) as Node, false);
  return { phrases, links };
}

/** The words in a piece of HTML that a program writes: much of it is there for the program alone. */
const markupIn = (html: string): string[] =>
  readHtml(html, 'template').phrases.flatMap((phrase) => phrasesIn(phrase, 'program'));

/** A text of a program in pieces: strings, and what is computed between them. Undefined for all that is no text. */
function piecesOf(node: Node): (string | Node)[] | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : undefined;
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked?: string | null } }[];
    const computed = node['expressions'] as readonly Node[];
    return quasis.flatMap(({ value }, at) => [value.cooked ?? '', ...computed.slice(at, at + 1)]);
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const sides = [node['left'], node['right']].filter(isNode).map((side) => piecesOf(side) ?? [side]);
  return sides.some((pieces) => pieces.some((piece) => typeof piece === 'string')) ? sides.flat() : undefined;
}

const isCompared = ({ type, operator }: Node): boolean => type === 'BinaryExpression' && operator !== '+';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isForConsole({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false;
  const { object } = callee;
  return isNode(object) && object['name'] === 'console';
}
